// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace hub {

/// The most bytes of a JSON variant; a longer one is left out. Indenting deep JSON may produce a
/// length of about its depth times its length.
constexpr qsizetype mostRespeltBytes = 2 * 1024 * 1024;

/// The same body as another program may have written it.
struct Respelling
{
    QString name; ///< `as compact JSON`, `without the end of line`, …
    QByteArray body;
};

/// Returns the variants that proxies and frameworks commonly make of a body. The JSON is compact,
/// with a space after `:` and `,`, indented by two or four, or with sorted names. The body has one
/// line end more or less. Variants equal to the body are left out.
std::vector<Respelling> respellings(const QByteArray &body);

} // namespace hub
