// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace app {

/// A place outside of this program that keeps secrets encrypted. All functions return at once and
/// answer once, later, on the thread of the caller. They belong to the thread that created the
/// object. No answer comes after the keyring is destroyed. Errors: `no_keyring` if there is none,
/// `keyring_denied` if the user or the system refuses, `keyring_failed` otherwise.
class Keyring
{
public:
    using Secret = std::function<void(const hub::Result<QByteArray> &)>;
    using Done = std::function<void(const hub::Result<void> &)>;

    virtual ~Keyring() = default;

    /// Answers with the secret of `key`, or with an empty one if there is none.
    virtual void read(const QString &key, const Secret &answer) = 0;
    /// Replaces the secret of `key`.
    virtual void write(const QString &key, const QByteArray &secret, const Done &answer) = 0;
    /// Removes the secret of `key`. It is no error if there is none.
    virtual void remove(const QString &key, const Done &answer) = 0;
};

/// Returns the keyring of the desktop: the Secret Service or KWallet on Linux. Returns null in a
/// build without QtKeychain. A returned keyring can still answer `no_keyring`.
std::unique_ptr<Keyring> systemKeyring();

} // namespace app
