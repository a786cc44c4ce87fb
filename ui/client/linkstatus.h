// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>

namespace ui {

/// Where the connection to the hub stands; every state has a pill, a shape and a sentence in the
/// window.
enum class LinkState {
    Stopped, ///< Not asked to connect.
    Connecting,
    Live,
    Reconnecting, ///< Waiting `retryInMs` before the next attempt.
    Polling, ///< Streaming is blocked on the way; `GET /jobs` instead.
    StoppedByHub, ///< 204: the hub asked clients to stop. Final.
    AuthFailed, ///< 401 or 403. Final.
    WrongAddress, ///< What answers there is no event stream: 404, another 4xx, HTML. Final.
    Offline, ///< The machine has no network; waits for it.
};

/// Whether no further attempt is made unless somebody asks for one.
inline bool isFinal(LinkState state)
{
    return state == LinkState::StoppedByHub || state == LinkState::AuthFailed
           || state == LinkState::WrongAddress;
}

struct LinkStatus
{
    LinkState state = LinkState::Stopped;
    int attempt = 0; ///< Failed attempts in a row.
    qint64 retryInMs = 0; ///< As of the signal; count down from there.
    QString reason; ///< For people: `connection refused`, `no heartbeat for 38 s`, `HTTP 401`.

    bool operator==(const LinkStatus &) const = default;
};

} // namespace ui

Q_DECLARE_METATYPE(ui::LinkStatus)
