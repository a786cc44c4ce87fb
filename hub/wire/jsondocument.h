// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonDocument>

namespace hub {

/// Returns the object or array that `text` is; a null document when it is not JSON, and then
/// `error` says why. Strings and names come out exactly: QJsonDocument::fromJson() drops a U+FEFF
/// that stands at the start of any of them. One byte order mark before the whole text is skipped.
QJsonDocument parseJson(const QByteArray &text, QJsonParseError *error = nullptr);

} // namespace hub
