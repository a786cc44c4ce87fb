// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>

#include <chrono>

namespace ui {

/// State of the connection to the hub. The window shows each state with its own color, shape and
/// sentence.
enum class LinkState {
    Stopped, ///< Not started.
    Connecting,
    Live,
    Silent, ///< Connected, but the hub has sent nothing for 3 s, and something is due each second.
    Draining, ///< Connected. The hub has announced that it stops.
    Reconnecting, ///< Waiting `retryIn` before the next attempt.
    Polling, ///< Something on the way blocks streams; the client polls `GET /api/v1/jobs`.
    StoppedByHub, ///< The hub asked the client not to reconnect: 204 or `hub.closing`. Final.
    AuthFailed, ///< 401 or 403. Final.
    WrongAddress, ///< Not an event stream: 404, another final 4xx, or another media type. Final.
    Offline, ///< The machine has no network; the client waits for it.
};

/// Why the client is not connected. The window offers the action that helps.
enum class LinkCause {
    Unknown,
    Refused, ///< The machine answers, but no program listens at the port.
    HostNotFound,
    Tls, ///< The TLS handshake failed for another reason than the certificate.
    Untrusted, ///< The certificate of the hub is not trusted. Nothing was sent.
    Unauthorized, ///< 401: the hub wants a valid token.
    Forbidden, ///< 403: the token has no right to the stream.
    NotFound, ///< 404 or 410 from something that is not a hub.
    NotAHub, ///< 200 with something that is not an event stream, such as a web page.
    Draining, ///< The hub has closed the stream because it stops.
};

/// Returns whether the hub streams to this client. Its events arrive one by one.
inline bool isStreaming(LinkState state)
{
    return state == LinkState::Live || state == LinkState::Silent || state == LinkState::Draining;
}

/// Returns whether what the client knows of the jobs follows the hub.
inline bool isCurrent(LinkState state)
{
    return isStreaming(state) || state == LinkState::Polling;
}

/// Returns whether the client makes no further attempt until the user asks for one.
inline bool isFinal(LinkState state)
{
    return state == LinkState::StoppedByHub || state == LinkState::AuthFailed
           || state == LinkState::WrongAddress;
}

struct LinkStatus
{
    LinkState state = LinkState::Stopped;
    int attempt = 0; ///< Failed attempts in a row.
    /// Time from the signal until the next attempt.
    std::chrono::milliseconds retryIn{0};
    QString reason; ///< Text for people: `connection refused`, `no heartbeat for 38 s`, `HTTP 401`.
    LinkCause cause = LinkCause::Unknown;
    /// Time from the last sign of life of the hub to the signal; 0 = not known.
    std::chrono::milliseconds silentFor = std::chrono::milliseconds(0);

    bool operator==(const LinkStatus &) const = default;
};

} // namespace ui

Q_DECLARE_METATYPE(ui::LinkStatus)
