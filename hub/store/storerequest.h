// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"

#include <memory>

namespace hub {

class StoreSession;

/// One call of the store on its way to the worker and back.
class StoreRequest
{
public:
    /// Listing: reads the rows of many jobs, which should be up to date for it.
    enum class Kind { Reading, Listing, Writing };

    StoreRequest(Kind kind, qint64 bytes) : m_kind(kind), m_bytes(bytes) { }
    virtual ~StoreRequest() = default;
    Q_DISABLE_COPY_MOVE(StoreRequest)

    bool writes() const { return m_kind == Kind::Writing; }
    bool lists() const { return m_kind == Kind::Listing; }
    /// About how much memory it holds while it waits.
    qint64 bytes() const { return m_bytes; }

    /// Worker thread, in a transaction. May be run again when that was rolled back.
    virtual void run(StoreSession &session) = 0;
    /// Any thread: makes this the result.
    virtual void fail(const Error &error) = 0;
    /// Hub thread: gives the result to who asked.
    virtual void answer() = 0;

private:
    Kind m_kind;
    qint64 m_bytes;
};

using StoreRequests = std::vector<std::unique_ptr<StoreRequest>>;

/// `Work` takes a StoreSession and returns a T or a Result<T>; it must leave itself unchanged.
template<typename T, typename Work>
class StoreCall final : public StoreRequest
{
public:
    StoreCall(Kind kind, qint64 bytes, Work work, Store::Answer<T> answer)
        : StoreRequest(kind, bytes)
        , m_work(std::move(work))
        , m_answer(std::move(answer))
    { }

    void run(StoreSession &session) override { m_result = m_work(session); }
    void fail(const Error &error) override { m_result = error; }
    void answer() override { m_answer(std::move(m_result)); }

private:
    const Work m_work;
    Store::Answer<T> m_answer;
    Result<T> m_result{Error{}};
};

} // namespace hub
