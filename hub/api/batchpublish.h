// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/api/api.h"

#include <memory>
#include <vector>

namespace hub {

class JsonWriter;

/// Whether an idempotency key is within its bound; else `bad_field`.
Result<void> checkKey(const QByteArray &key);

/// A publish of one caller. Errors are `bad_job_id` and `bad_field`.
Result<Publish> publishOf(const Api &api, JobChange change, const QByteArray &key,
                          const Request &request);

/// The members that say what became of a publish.
void writeReceipt(JsonWriter &json, const Receipt &receipt, const QByteArray &epoch);

/// A batch of publishes on its way: one JSON object a line. It is read and stored in slices, each a
/// turn of the event loop and a write of its own, so that neither the hub nor other publishers wait
/// for all of it. Answered once the last slice is committed. Hub thread.
class BatchPublish : public std::enable_shared_from_this<BatchPublish>
{
public:
    static constexpr qsizetype maxEvents = 10'000;
    static constexpr qsizetype maxLineBytes = 1024 * 1024; ///< As the body of a single publish.

    static void start(Api &api, const Request &request, Reply reply);
    BatchPublish(Api &api, const Request &request, Reply reply);
    Q_DISABLE_COPY_MOVE(BatchPublish)

private:
    struct Line
    {
        qint64 number = 0; ///< Counted from 1 over all lines of the body, empty ones too.
        Error error; ///< Without a code: accepted, as the receipt says.
        Receipt receipt;
    };

    void step();
    void proceed();
    void submit(PublishBatch slice, std::vector<std::size_t> lines);
    void handleWritten(const Result<Written> &written, const std::vector<std::size_t> &lines);
    void finish();

    Api &m_api;
    const Request m_request;
    const QByteArray m_lane;
    Reply m_reply;
    QByteArrayView m_rest; ///< Of the body, not yet read.
    qint64 m_lineNumber = 0; ///< Of the line that was read last.
    std::vector<Line> m_lines; ///< Those that are not empty.
    int m_inFlight = 0; ///< Slices that are with the store.
    bool m_stepping = false; ///< The next step() is on its way.
    bool m_anyStored = false;
    Error m_failure; ///< Of the store; nothing more is read then.
};

} // namespace hub
