// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace hub {

/// Beyond it nothing is tried: indenting deep JSON takes the product of its depth and its length.
constexpr qsizetype mostRespeltBytes = 2 * 1024 * 1024;

/// The same body as another program would have written it.
struct Respelling
{
    QString name; ///< `as compact JSON`, `without the end of line`, …
    QByteArray body;
};

/// What proxies and frameworks commonly make of a body: JSON compact, with a space after `:` and
/// `,`, indented by two or four, with sorted names; with an end of line more or less. Only those
/// that differ from it.
std::vector<Respelling> respellings(const QByteArray &body);

} // namespace hub
