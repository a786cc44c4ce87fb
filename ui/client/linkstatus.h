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
    Reconnecting, ///< Waiting `retryIn` before the next attempt.
    Polling, ///< Something on the way blocks streams; the client polls `GET /api/v1/jobs`.
    StoppedByHub, ///< The hub asked the client not to reconnect: 204 or `hub.closing`. Final.
    AuthFailed, ///< 401 or 403. Final.
    WrongAddress, ///< Not an event stream: 404, another final 4xx, or another media type. Final.
    Offline, ///< The machine has no network; the client waits for it.
};

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
    /// The last attempt failed because the hub's certificate is not trusted.
    bool untrusted = false;

    bool operator==(const LinkStatus &) const = default;
};

} // namespace ui

Q_DECLARE_METATYPE(ui::LinkStatus)
