// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <deque>
#include <vector>

namespace hub {

class Clock;

/// How many streams a user may hold and start. Refusals and evictions are made so that an
/// EventSource, which always comes back, settles: who is refused waits longer each time, and the
/// client whose stream was closed for another one's is sent away for a while. Knows neither streams
/// nor sockets. Hub thread only.
class StreamQuota
{
public:
    struct Limits
    {
        int streamsPerUser = 10; ///< One more closes the oldest.
        int streamsPerAdmin = 100;
        int startsPerMinute = 100; ///< Of a user; more are refused.
        int streamsPerAddress = 64; ///< Of clients that come through a proxy; more are refused.
    };

    /// Who asks for a stream. Without a user nothing is limited: that is everybody on this machine.
    struct Caller
    {
        QByteArray user;
        bool admin = false;
        QByteArray instance; ///< Tells the clients of one user apart, as far as that can be:
        bool named = false; ///< by a name of its own, or only by where it comes from.
        QByteArray proxied; ///< Its address, when a proxy said so; whoever connects by himself was
                            ///< counted as he did.
    };

    enum class Outcome {
        Admitted,
        Refused, ///< Come back after `wait`.
        SentAway, ///< Its stream was closed for another; an answer that ends an EventSource.
    };
    struct Verdict
    {
        Outcome outcome = Outcome::Admitted;
        std::chrono::milliseconds wait{};
        QByteArray bucket; ///< Which limit it was.
    };

    /// `clock` outlives it.
    StreamQuota(const Clock &clock, const Limits &limits);

    void configure(const Limits &limits) { m_limits = limits; }

    /// Whether a stream may start now. Counts the start. `resumes`: the client has had a stream
    /// before and comes back by itself; a named one always does.
    Verdict start(const Caller &caller, bool resumes);

    /// Stream `id` is open now. The streams of the user that have to go for it, oldest first.
    std::vector<qint64> opened(qint64 id, const Caller &caller);
    /// Stream `id` is over.
    void closed(qint64 id, const Caller &caller);
    /// The client lost its stream to another: it is sent away when it comes back by itself.
    void evicted(const Caller &caller);

    /// Forgets users without streams and without recent starts. Every second or so.
    void tick();

    std::size_t users() const { return static_cast<std::size_t>(m_users.size()); }

private:
    struct Away
    {
        qint64 untilMs = 0; ///< Steady.
        int clients = 0; ///< So many of this look: each is sent away once.
    };
    struct User
    {
        std::deque<qint64> streams; ///< Oldest first.
        double tokens = 0; ///< Starts left.
        qint64 filledMs = 0; ///< When tokens were last added; steady.
        int refusals = 0; ///< In a row.
        QHash<QByteArray, Away> away; ///< By instance.
    };

    Verdict startOfUser(const Caller &caller, bool resumes);
    static bool isSentAway(User &user, const Caller &caller, qint64 now);
    User &userOf(const QByteArray &name);
    void fill(User &user) const;
    static std::chrono::milliseconds waitOf(User &user);

    const Clock &m_clock;
    Limits m_limits;
    QHash<QByteArray, User> m_users;
    QHash<QByteArray, int> m_proxied; ///< Streams by address.
};

} // namespace hub
