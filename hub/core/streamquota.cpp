// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/streamquota.h"

#include "hub/base/clock.h"

#include <QRandomGenerator>

#include <algorithm>

namespace hub {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds minute{60'000};
/// How long an evicted client is answered SentAway. Longer than any `retry:` it may still obey.
constexpr milliseconds coolDown = 15 * minute;
constexpr milliseconds shortestWait{2'000};
constexpr milliseconds longestWait = 2 * minute;
constexpr milliseconds crowdedWait{30'000};
constexpr int mostDoublings = 6;
/// Evicted clients remembered for one user. Above it, the one that expires first is forgotten.
constexpr qsizetype mostAway = 256;

/// Returns a random wait from `least` to twice that, so that clients refused together do not return
/// together.
milliseconds drawn(milliseconds least)
{
    return least + milliseconds{QRandomGenerator::global()->bounded(qint64{least.count()})};
}

} // namespace

StreamQuota::StreamQuota(const Clock &clock, const Limits &limits)
    : m_clock(clock)
    , m_limits(limits)
{ }

StreamQuota::Decision StreamQuota::start(const Caller &caller, bool resumes)
{
    if (m_proxied.value(caller.proxied) >= m_limits.streamsPerAddress)
        return {Outcome::Refused, drawn(crowdedWait), "streams_per_address"};
    return caller.user.isEmpty() ? Decision{} : startOfUser(caller, resumes);
}

StreamQuota::Decision StreamQuota::startOfUser(const Caller &caller, bool resumes)
{
    User &user = userOf(caller.user);
    if ((resumes || caller.named) && isSentAway(user, caller, m_clock.steadyMs()))
        return {Outcome::SentAway, {}, "streams_per_user"};
    fill(user);
    if (user.tokens < 1)
        return {Outcome::Refused, waitOf(user), "stream_starts_per_minute"};
    user.tokens -= 1;
    user.refusals = std::max(0, user.refusals - 1);
    return {};
}

/// Returns whether the answer must be 204. Unnamed clients look alike, so each evicted one gets one
/// 204.
bool StreamQuota::isSentAway(User &user, const Caller &caller, qint64 now)
{
    const auto away = user.away.find(caller.instance);
    if (away == user.away.end() || away->untilMs <= now)
        return false;
    if (!caller.named && --away->clients == 0)
        user.away.erase(away);
    return true;
}

std::vector<qint64> StreamQuota::opened(qint64 id, const Caller &caller)
{
    if (!caller.proxied.isEmpty())
        ++m_proxied[caller.proxied];
    if (caller.user.isEmpty())
        return {};
    User &user = userOf(caller.user);
    const int most = caller.admin ? m_limits.streamsPerAdmin : m_limits.streamsPerUser;
    user.streams.push_back(id);
    const auto over = static_cast<std::ptrdiff_t>(user.streams.size()) - most;
    if (over <= 0)
        return {};
    return {user.streams.begin(), user.streams.begin() + over};
}

void StreamQuota::closed(qint64 id, const Caller &caller)
{
    if (const auto user = m_users.find(caller.user); user != m_users.end())
        std::erase(user->streams, id);
    if (const auto address = m_proxied.find(caller.proxied);
        address != m_proxied.end() && --*address <= 0)
        m_proxied.erase(address);
}

void StreamQuota::evicted(const Caller &caller)
{
    if (caller.user.isEmpty())
        return;
    User &user = userOf(caller.user);
    if (user.away.size() >= mostAway && !user.away.contains(caller.instance))
        user.away.erase(
            std::min_element(user.away.begin(), user.away.end(),
                             [](const Away &a, const Away &b) { return a.untilMs < b.untilMs; }));
    Away &away = user.away[caller.instance];
    away.untilMs = m_clock.steadyMs() + coolDown.count();
    ++away.clients;
}

void StreamQuota::tick()
{
    const qint64 now = m_clock.steadyMs();
    for (auto it = m_users.begin(); it != m_users.end();) {
        User &user = *it;
        user.away.removeIf([now](auto instance) { return instance.value().untilMs <= now; });
        const bool quiet = now - user.filledMs >= minute.count();
        it = quiet && user.streams.empty() && user.away.isEmpty() ? m_users.erase(it)
                                                                  : std::next(it);
    }
}

StreamQuota::User &StreamQuota::userOf(const QByteArray &name)
{
    const auto found = m_users.find(name);
    if (found != m_users.end())
        return *found;
    User user;
    user.tokens = m_limits.startsPerMinute;
    user.filledMs = m_clock.steadyMs();
    return *m_users.insert(name, user);
}

void StreamQuota::fill(User &user) const
{
    const qint64 now = m_clock.steadyMs();
    const double most = m_limits.startsPerMinute;
    const double perMs = most / static_cast<double>(minute.count());
    user.tokens = std::min(most, user.tokens + perMs * static_cast<double>(now - user.filledMs));
    user.filledMs = now;
}

/// Returns the next wait. It doubles with each refusal in a row.
milliseconds StreamQuota::waitOf(User &user)
{
    const milliseconds least = std::min(longestWait, shortestWait * (1 << user.refusals));
    user.refusals = std::min(user.refusals + 1, mostDoublings);
    return drawn(least);
}

} // namespace hub
