// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"

#include <memory>

namespace hub {

class ReadSession;
class StoreSession;

/// A request to the store, on its way to a store thread and back to the hub thread. It runs on the
/// kind of session that it was made for.
class StoreRequest
{
public:
    enum class Kind { Reading, Writing };

    /// `bytes` is the approximate memory of the waiting request. `lane` names the queue of its
    /// caller (see StoreInbox): requests of one lane run in their order.
    StoreRequest(Kind kind, qint64 bytes, const QByteArray &lane)
        : m_kind(kind)
        , m_bytes(bytes)
        , m_lane(lane)
    { }
    virtual ~StoreRequest() = default;
    Q_DISABLE_COPY_MOVE(StoreRequest)

    bool writes() const { return m_kind == Kind::Writing; }
    /// Returns the approximate memory of the waiting request, in bytes.
    qint64 bytes() const { return m_bytes; }
    const QByteArray &lane() const { return m_lane; }

    /// Runs on the writer thread within a transaction. Runs again when the transaction was rolled
    /// back and is tried again.
    virtual void run(StoreSession &) { }
    /// Runs on the reader thread within a transaction.
    virtual void run(ReadSession &) { }
    /// Makes `error` the result. Any thread.
    virtual void fail(const Error &error) = 0;
    /// Passes the result to the caller. Hub thread.
    virtual void answer() = 0;

private:
    const Kind m_kind;
    const qint64 m_bytes;
    const QByteArray m_lane;
};

using StoreRequests = std::vector<std::unique_ptr<StoreRequest>>;

/// A request that calls `Work` with a Session. `Work` returns a T or a Result<T>. It must not
/// change itself, because it may run again.
template<typename Session, typename T, typename Work>
class StoreCall final : public StoreRequest
{
public:
    StoreCall(Kind kind, qint64 bytes, const QByteArray &lane, Work work, Store::Answer<T> answer)
        : StoreRequest(kind, bytes, lane)
        , m_work(std::move(work))
        , m_answer(std::move(answer))
    { }

    using StoreRequest::run;
    void run(Session &session) override { m_result = m_work(session); }
    void fail(const Error &error) override { m_result = error; }
    void answer() override { m_answer(std::move(m_result)); }

private:
    const Work m_work;
    Store::Answer<T> m_answer;
    Result<T> m_result{Error{}};
};

} // namespace hub
