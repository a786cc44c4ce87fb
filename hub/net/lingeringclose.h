// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/net/lingering.h"
#include "hub/net/netcontext.h"

#include <QTcpSocket>

#include <memory>
#include <optional>

namespace hub {

/// Closes a QTcpSocket so that the peer can still read the last bytes. Sends them, closes the
/// sending direction, and drops further input until the peer closes or a limit of Lingering is
/// reached. Deletes itself at the end. It is a child of HttpContext::lingering, which deletes it if
/// it ends earlier.
class LingeringClose final : public QObject, private Deadlines::Target
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LingeringClose)

public:
    /// Closes `socket`. `flushTime` is the longest time without progress while bytes are unsent.
    /// `context` is not owned. `place` is kept until the connection has ended.
    static void start(std::unique_ptr<QTcpSocket> socket, NetContext *context,
                      std::optional<ConnectionPlace> place, std::chrono::milliseconds flushTime);

private:
    LingeringClose(std::unique_ptr<QTcpSocket> socket, NetContext *context,
                   std::optional<ConnectionPlace> place, std::chrono::milliseconds flushTime);
    void handleBytesWritten();
    void discardInput();
    void waitForInput();
    void finish();
    void deadlineReached() override { finish(); }

    std::optional<ConnectionPlace> m_place;
    QTcpSocket *m_socket; ///< Child of this.
    std::chrono::milliseconds m_flushTime;
    Lingering m_lingering; ///< Restarted once all bytes are sent.
    bool m_shutDown = false; ///< All bytes are sent.
    bool m_sentEnd = false; ///< The sending direction is closed.
    Deadline m_deadline;
};

} // namespace hub
