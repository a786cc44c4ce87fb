// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkRequest>
#include <QString>
#include <QUrl>

#include <chrono>

class QNetworkReply;

namespace ui {

/// A request as all of ours begin: HTTP/1.1, no cookies, no cache, no credentials of the system's,
/// our name.
QNetworkRequest httpRequest(const QUrl &url);

/// `http` or `https` with a host.
bool isHttpUrl(const QUrl &url);

/// `path` (and `query`) under the hub's base URL, whose own path is kept: `https://example.org/hub`
/// is fine.
QUrl hubUrl(const QUrl &hub, const QByteArray &path, const QByteArray &query = {});

/// Names this process to hubs (`client` of api.md), so that it finds its own among their
/// connections.
const QByteArray &clientInstance();

/// What went wrong, short and for people: `connection refused`, `host not found`.
QString networkReason(const QNetworkReply &reply);

/// `38`, `0.2`: whole seconds from one second on.
QString secondsText(std::chrono::milliseconds time);

} // namespace ui
