// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/linkstatus.h"

#include <QNetworkRequest>
#include <QString>
#include <QUrl>

#include <chrono>

class QNetworkReply;

namespace ui {

/// Returns a request with the settings that all requests of this client share: HTTP/1.1, no
/// cookies, no cache, no system credentials, our user agent.
QNetworkRequest httpRequest(const QUrl &url);

/// Returns whether `url` has the scheme `http` or `https` and a host.
bool isHttpUrl(const QUrl &url);

/// Returns the URL of `path` and `query` below the hub's base URL. The path of the base URL is
/// kept, as in `https://example.org/hub`. `path` and `query` are already percent-encoded.
QUrl hubUrl(const QUrl &hub, const QByteArray &path, const QByteArray &query = {});

/// Returns the random name of this process. Streams send it as the query parameter `client`, so
/// that the monitor can recognize its own connections in the hub's list.
const QByteArray &clientInstance();

/// Returns a short error text for people, such as `connection refused` or `host not found`.
QString networkReason(const QNetworkReply &reply);
/// Makes networkReason() return `reason` if the TLS handshake fails. HubNetwork calls this when it
/// refuses a certificate.
void setNetworkReason(QNetworkReply *reply, const QString &reason);
/// Returns whether the request failed because the certificate is not trusted.
bool isUntrusted(const QNetworkReply &reply);

/// Returns the cause of a request that got no answer, or LinkCause::Unknown.
LinkCause networkCause(const QNetworkReply &reply);

/// Returns `time` in seconds without a unit: `38`, or with one decimal below one second: `0.2`.
QString secondsText(std::chrono::milliseconds time);

} // namespace ui
