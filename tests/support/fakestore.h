// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"

#include <vector>

namespace test {

/// A store for unit tests: holds each write until the test answers it. Reads fail.
class FakeStore final : public hub::Store
{
public:
    struct HeldWrite
    {
        hub::Write write;
        QByteArray lane;
        Answer<hub::Written> answer;
    };
    std::vector<HeldWrite> writes; ///< All, in order.

    /// Answers a write.
    void answer(std::size_t index, hub::Result<hub::Written> written)
    {
        writes.at(index).answer(std::move(written));
    }

    QByteArray epoch() const override { return "fake"; }
    hub::EventId openedAt() const override { return {}; }
    const std::vector<hub::Revocation> &revocations() const override { return m_revocations; }
    hub::StoreStatus status() const override { return {}; }

    void write(hub::Write write, Answer<hub::Written> answer, const QByteArray &lane) override
    {
        writes.push_back({std::move(write), lane, std::move(answer)});
    }
    void job(const QByteArray &, Answer<std::optional<hub::Job>> answer,
             const QByteArray &) override
    {
        answer(unreadable());
    }
    void jobs(const hub::JobQuery &, Answer<hub::JobPage> answer, const QByteArray &) override
    {
        answer(unreadable());
    }
    void deliveries(const hub::DeliveryQuery &, Answer<std::vector<hub::Delivery>> answer,
                    const QByteArray &) override
    {
        answer(unreadable());
    }
    void delivery(qint64, Answer<std::optional<hub::Delivery>> answer, const QByteArray &) override
    {
        answer(unreadable());
    }
    void openStream(const hub::Subscription &, const QByteArray &, const hub::SnapshotLimits &,
                    Answer<hub::StreamStart> answer, const QByteArray &) override
    {
        answer(unreadable());
    }
    void eventsAfter(const hub::Subscription &, hub::EventId, int, Answer<hub::EventPage> answer,
                     const QByteArray &) override
    {
        answer(unreadable());
    }

private:
    static hub::Error unreadable() { return {"store_unavailable", {}}; }

    std::vector<hub::Revocation> m_revocations;
};

} // namespace test
