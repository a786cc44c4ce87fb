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

/// Limits how many streams a user may hold and start. It considers that an EventSource always
/// reconnects. A refused client waits longer each time. A client whose stream was evicted is
/// refused for a while. It knows neither streams nor sockets. Hub thread only.
class StreamQuota
{
public:
    struct Limits
    {
        int streamsPerUser = 10; ///< One more evicts the oldest.
        int streamsPerAdmin = 100;
        int startsPerMinute = 100; ///< Per user; more are refused.
        int streamsPerAddress = 64; ///< Per client address reported by a proxy; more are refused.
    };

    /// The caller of a stream. Without a user, only the limit per address applies.
    struct Caller
    {
        QByteArray user;
        bool admin = false;
        QByteArray instance; ///< Name that the client sent; otherwise address and user agent.
        bool named = false; ///< The client sent a name.
        QByteArray proxied; ///< Client address reported by a proxy; empty for a direct connection,
                            ///< which is limited elsewhere.
    };

    enum class Outcome {
        Admitted,
        Refused, ///< The client may reconnect after `wait`.
        SentAway, ///< The client's stream was evicted: the answer must end an EventSource.
    };
    struct Decision
    {
        Outcome outcome = Outcome::Admitted;
        std::chrono::milliseconds wait{};
        QByteArray bucket; ///< Name of the limit.
    };

    /// `clock` outlives this object.
    StreamQuota(const Clock &clock, const Limits &limits);

    void configure(const Limits &limits) { m_limits = limits; }

    /// Decides whether a stream may start now, and counts the start. `resumes`: the client had a
    /// stream before and reconnects by itself. A named client counts as one that resumes.
    Decision start(const Caller &caller, bool resumes);

    /// Counts stream `id` as open. Returns the streams of the user to evict for it, oldest first.
    std::vector<qint64> opened(qint64 id, const Caller &caller);
    /// Counts stream `id` as closed.
    void closed(qint64 id, const Caller &caller);
    /// Records that the client lost its stream to a newer one. start() then answers SentAway for a
    /// while.
    void evicted(const Caller &caller);

    /// Forgets users without streams and without recent starts. Call it about every second.
    void tick();

    std::size_t users() const { return static_cast<std::size_t>(m_users.size()); }

private:
    struct Away
    {
        qint64 untilMs = 0; ///< Steady clock.
        /// Number of evicted clients with this instance. An unnamed client is answered SentAway
        /// once for each.
        int clients = 0;
    };
    struct User
    {
        std::deque<qint64> streams; ///< Oldest first.
        double tokens = 0; ///< Starts left.
        qint64 filledMs = 0; ///< When tokens were last added; steady clock.
        int refusals = 0; ///< Refusals in a row.
        QHash<QByteArray, Away> away; ///< By instance.
    };

    Decision startOfUser(const Caller &caller, bool resumes);
    static bool isSentAway(User &user, const Caller &caller, qint64 now);
    User &userOf(const QByteArray &name);
    void fill(User &user) const;
    static std::chrono::milliseconds waitOf(User &user);

    const Clock &m_clock;
    Limits m_limits;
    QHash<QByteArray, User> m_users;
    QHash<QByteArray, int> m_proxied; ///< Number of streams by address.
};

} // namespace hub
