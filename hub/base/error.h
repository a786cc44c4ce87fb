// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace hub {

/// Why something could not be done, as a value.
struct Error
{
    QByteArray
        code; ///< Stable word for programs (`unknown_job`, `body_too_large`, …), as in api.md.
    QString message; ///< For people: names the field, the line or the limit. Never holds a secret.

    bool operator==(const Error &) const = default;
};

} // namespace hub
