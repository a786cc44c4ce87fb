// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"

#include <memory>

namespace hub {

class ReadSession;
class StoreSession;

/// One call of the store on its way to a thread and back. Runs on the session it was made for.
class StoreRequest
{
public:
    enum class Kind { Reading, Writing };

    /// `lane` names whose request it is: requests of one lane are carried out in their order.
    StoreRequest(Kind kind, qint64 bytes, const QByteArray &lane)
        : m_kind(kind)
        , m_bytes(bytes)
        , m_lane(lane)
    { }
    virtual ~StoreRequest() = default;
    Q_DISABLE_COPY_MOVE(StoreRequest)

    bool writes() const { return m_kind == Kind::Writing; }
    /// About how much memory it holds while it waits.
    qint64 bytes() const { return m_bytes; }
    const QByteArray &lane() const { return m_lane; }

    /// Worker thread, in a transaction. May be run again when that was rolled back.
    virtual void run(StoreSession &) { }
    /// The same on the thread that reads.
    virtual void run(ReadSession &) { }
    /// Any thread: makes this the result.
    virtual void fail(const Error &error) = 0;
    /// Hub thread: gives the result to who asked.
    virtual void answer() = 0;

private:
    const Kind m_kind;
    const qint64 m_bytes;
    const QByteArray m_lane;
};

using StoreRequests = std::vector<std::unique_ptr<StoreRequest>>;

/// `Work` takes a Session and returns a T or a Result<T>; it must leave itself unchanged.
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
