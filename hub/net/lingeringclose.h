// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/net/lingering.h"
#include "hub/net/netcontext.h"

#include <QTcpSocket>

#include <memory>
#include <optional>

namespace hub {

/// Ends a connection so that the peer can read our last bytes: send them, close our direction,
/// discard what still comes until the peer closes or time is up. A plain close with unread input
/// would send a reset that destroys the answer. A child of the context, which deletes it if it is
/// not done before.
class LingeringClose final : public QObject, private Deadlines::Target
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LingeringClose)

public:
    /// `flushTime` bounds how long unsent bytes may take without progress. `place` is kept until
    /// the end.
    static void start(std::unique_ptr<QTcpSocket> socket, NetContext *context,
                      std::optional<ConnectionPlace> place, std::chrono::milliseconds flushTime);

private:
    LingeringClose(std::unique_ptr<QTcpSocket> socket, NetContext *context,
                   std::optional<ConnectionPlace> place, std::chrono::milliseconds flushTime);
    void handleBytesWritten();
    void discardInput();
    void finish();
    void deadlineReached() override { finish(); }

    std::optional<ConnectionPlace> m_place;
    QTcpSocket *m_socket; ///< Child.
    std::chrono::milliseconds m_flushTime;
    Lingering m_lingering; ///< Begun anew once all was sent.
    bool m_shutDown = false;
    Deadline m_deadline;
};

/// Closes our direction of a connection, the other stays open.
void shutdownWrites(qintptr descriptor);

} // namespace hub
