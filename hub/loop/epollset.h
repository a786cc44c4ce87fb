// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFlags>
#include <QObject>

#include <memory>

namespace hub {

/// Watches many descriptors from Qt's event loop. They share one epoll descriptor with one
/// QSocketNotifier, so that idle descriptors cost the event loop nothing. Level-triggered. Used by
/// one thread. Linux only.
class EpollSet : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EpollSet)

public:
    enum class Event : quint8 {
        Readable = 0x1,
        Writable = 0x2,
        PeerClosed = 0x4, ///< The peer closed its sending side. With Readable.
        HangUp = 0x8, ///< Both directions are closed. For any interest.
        Failed = 0x10, ///< A socket error (for any interest), or fail() was called.
    };
    Q_DECLARE_FLAGS(Events, Event)

    /// Receives the events of a descriptor, called from the event loop. It may add, modify and
    /// remove any descriptor, including its own.
    class Handler
    {
    public:
        virtual void descriptorReady(Events events) = 0;

    protected:
        ~Handler() = default;
    };

    /// Identifies one registration. A new registration gets another token, even for the same
    /// descriptor. 0 means none.
    using Token = quint64;

    explicit EpollSet(QObject *parent = nullptr);
    ~EpollSet() override;

    /// Watches `fd` for the flags `Readable` and `Writable` in `interest`. Owns neither `fd` nor
    /// `handler`. Returns 0 when the system refuses.
    Token add(int fd, Events interest, Handler *handler);

    /// Replaces the interest of a registration. Ignores an unknown token.
    void modify(Token token, Events interest);

    /// Stops watching. Call it before you close the descriptor. The handler is not called again,
    /// not even for events that were already read from the system.
    void remove(Token token);

    /// Reports `Failed` to the handler on the next turn of the event loop. For errors that the
    /// caller found itself, for example while writing.
    void fail(Token token);

    /// Returns the number of watched descriptors.
    int count() const;

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(EpollSet::Events)

} // namespace hub
