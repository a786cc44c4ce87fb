// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/crypto/privatekey.h"

#include <QString>

namespace helio {

/// A key pair for development. It is stored in two files of one folder.
struct DevKey
{
    hub::PrivateKey key;
    QString privateFile; ///< Made with mode 0600.
    QString publicFile; ///< PEM, to be named in the hub's configuration.
    bool isNew = false; ///< devKeyIn() has just made the pair.
};

/// Reads the key pair of `folder`. Makes the folder and an Ed25519 pair if they do not exist. Never
/// overwrites a private key, but always writes the public key file again. Errors: `cannot_write`,
/// `bad_key`, and those of hub::readKeyFile().
hub::Result<DevKey> devKeyIn(const QString &folder);

} // namespace helio
