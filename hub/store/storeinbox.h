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

/// What waits for a thread of the store, in one lane for each principal. Any thread.
///
/// Requests of one lane are taken in their order, lanes in turn, so that nobody waits behind all of
/// what another principal has sent. The inbox is bounded by number and bytes, each lane by its
/// share of both: who fills a lane is refused, others are not.
class StoreInbox
{
public:
    struct Options
    {
        qint64 maxRequests = 0; ///< Of all lanes together.
        qint64 maxBytes = 0; ///< Likewise.
        int lanePercent = 100; ///< What one lane may hold of both.
        size_t takeRequests = 1; ///< One take() gives so many at most.
        qint64 takeBytes = 0; ///< Likewise; the last request excepted.
        /// How long take() waits for requests that are likely to come and share a commit. Less than
        /// a commit takes.
        std::chrono::microseconds gathering{0};
    };

    explicit StoreInbox(const Options &options);

    /// False, and `request` untouched, when the inbox or the lane is full.
    bool push(std::unique_ptr<StoreRequest> &request);

    /// The next requests; waits when there is none, for `patience` at most or until it is closed.
    /// Who was just answered often asks again at once: for as many as the last time it waits a
    /// moment more, since they share the cost of a commit.
    StoreRequests take(std::chrono::milliseconds patience);

    /// Puts requests of the last take(), in their order, back to where they were.
    void giveBack(StoreRequests requests);

    /// Lets take() return at once from now on; what is in it can still be taken.
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
    Lanes m_lanes; ///< Those with requests; the next in turn in front.
    QHash<QByteArray, Lanes::iterator> m_byName;
    qint64 m_count = 0;
    qint64 m_bytes = 0;
    qint64 m_wanted = 1; ///< take() need not be woken for fewer.
    qint64 m_taken = 0; ///< The last time.
    const Options m_options;
    const qint64 m_laneRequests;
    const qint64 m_laneBytes;
    bool m_closed = false;
};

} // namespace hub
