// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/storerequest.h"

#include <QHash>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <list>
#include <mutex>

namespace hub {

/// Requests that wait for a thread of the store. Each principal has a queue of its own, called a
/// lane. Thread-safe.
///
/// Requests of one lane are taken in their order. Lanes take turns, one request each, so that
/// nobody waits behind all requests of another principal. The inbox is limited by number and bytes,
/// and each lane by its share of both. A request to a full lane is refused while other lanes accept
/// more.
class StoreInbox
{
public:
    struct Options
    {
        qint64 maxRequests = 0; ///< For all lanes together.
        qint64 maxBytes = 0; ///< For all lanes together.
        int lanePercent = 100; ///< Share of both limits for one lane.
        size_t takeRequests = 1; ///< Most requests that one take() returns.
        qint64 takeBytes = 0; ///< Most bytes of one take(), the last request excepted.
        /// How long take() waits for more requests, which then share one commit. Must be less than
        /// a commit takes.
        std::chrono::microseconds gathering{0};
    };

    explicit StoreInbox(const Options &options);

    /// Adds a request. Returns false and leaves `request` untouched when the inbox or the lane is
    /// full.
    bool push(std::unique_ptr<StoreRequest> &request);

    /// Returns the next requests. Waits when there are none, for `patience` at most or until
    /// close(). A caller that was just answered often sends its next request at once. So take()
    /// also waits up to Options::gathering for as many requests as the last call returned: they
    /// share a commit.
    StoreRequests take(std::chrono::milliseconds patience);

    /// Puts requests of the last take() back to their old places. `requests` must be in their
    /// order.
    void giveBack(StoreRequests requests);

    /// Makes take() return at once from now on. Requests in the inbox can still be taken.
    void close();
    bool isClosed() const;

private:
    struct Lane
    {
        QByteArray name;
        std::deque<std::unique_ptr<StoreRequest>> waiting; ///< Never empty.
        qint64 bytes = 0;
    };
    using Lanes = std::list<Lane>;

    Lane &laneOf(const QByteArray &name, bool first);
    std::unique_ptr<StoreRequest> next();

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    Lanes m_lanes; ///< Lanes with requests, the next in turn first.
    QHash<QByteArray, Lanes::iterator> m_byName;
    qint64 m_count = 0;
    qint64 m_bytes = 0;
    qint64 m_wanted = 1; ///< Number of requests at which take() is woken.
    qint64 m_taken = 0; ///< Number that the last take() returned.
    const Options m_options;
    const qint64 m_laneRequests;
    const qint64 m_laneBytes;
    bool m_closed = false;
};

} // namespace hub
