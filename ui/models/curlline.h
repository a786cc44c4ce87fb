// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

class QJsonObject;

namespace ui {

/// Returns `text` as one word for a POSIX shell, between single quotes.
QString shellWord(const QString &text);

/// Returns a command line that follows the stream of a job. It begins with the oldest event that
/// the hub remembers if `epoch`, the epoch of the hub's history, is not empty. The token is the
/// placeholder `$HELIO_TOKEN`, which the shell replaces; a hub without keys ignores it.
QString streamCurl(const QUrl &hub, const QByteArray &jobId, const QByteArray &epoch);

/// Returns a command line that sends a webhook again, as the hub received it. `delivery` is the
/// hub's answer to `GET /api/v1/deliveries/{id}`. The hub does not tell the values of secret
/// headers; the line has `$HELIO_TOKEN` in their place. Without its body, which the hub may not
/// have kept, the result is empty.
QString deliveryCurl(const QUrl &hub, const QJsonObject &delivery);

/// Returns the request of a webhook as text: first line, headers and body. `delivery` as above. A
/// body that is no text is shown as base64, and a line says so.
QString deliveryText(const QJsonObject &delivery);

} // namespace ui
