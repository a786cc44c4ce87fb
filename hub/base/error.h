// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace hub {

/// The reason why an operation failed.
struct Error
{
    /// A stable word for programs, such as `unknown_job`. resources/docs/api.md lists them.
    QByteArray code;
    QString message; ///< For people: names the field, the line or the limit. Never holds a secret.

    bool operator==(const Error &) const = default;
};

} // namespace hub
