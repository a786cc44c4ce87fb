// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFlags>
#include <QObject>

#include <memory>

namespace hub {

/// Many descriptors under Qt's event loop at the price of one: on Linux a single epoll descriptor
/// hangs under it by one QSocketNotifier, elsewhere every descriptor has notifiers of its own.
/// Level-triggered. One thread.
class EpollSet : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EpollSet)

public:
    enum class Event : quint8 {
        Readable = 0x1,
        Writable = 0x2,
        PeerClosed = 0x4, ///< The peer will send nothing more (half-close).
        HangUp = 0x8, ///< Both directions are over. Always reported.
        Failed = 0x10, ///< Always reported.
    };
    Q_DECLARE_FLAGS(Events, Event)

    /// Told about a descriptor, from the event loop. May add, modify and remove any descriptor, its
    /// own too.
    class Handler
    {
    public:
        virtual void descriptorReady(Events events) = 0;

    protected:
        ~Handler() = default;
    };

    /// Names one registration; never reused while it could still be mistaken. 0 is none.
    using Token = quint64;

    explicit EpollSet(QObject *parent = nullptr);
    ~EpollSet() override;

    /// Watches `fd` for `Readable` and `Writable` of `interest`. Neither is owned. 0 when the
    /// system refuses.
    Token add(int fd, Events interest, Handler *handler);

    /// Changes what is watched for.
    void modify(Token token, Events interest);

    /// Stops watching; call it before the descriptor is closed. No handler call follows, not even
    /// from the batch being delivered.
    void remove(Token token);

    /// Reports `Failed` to the handler on the next turn of the loop, for errors noticed outside it.
    void fail(Token token);

    /// How many descriptors are watched.
    int count() const;

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(EpollSet::Events)

} // namespace hub
