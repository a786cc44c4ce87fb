// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/api/api.h"

#include <memory>
#include <vector>

namespace hub {

class JsonWriter;

/// Returns the error `bad_field` when the idempotency key is longer than 256 bytes.
Result<void> checkKey(const QByteArray &key);

/// Returns the write that publishes `change` for the caller of `request`. Errors are `bad_job_id`
/// and `bad_field`.
Result<Publish> publishOf(const Api &api, JobChange change, const QByteArray &key,
                          const Request &request);

/// Writes the JSON members that tell the result of a publish.
void writeReceipt(JsonWriter &json, const Receipt &receipt, const QByteArray &epoch);

/// Publishes a batch: one JSON object per line. The batch is parsed and stored in slices. Each
/// slice takes one turn of the event loop and is a write of its own. So the hub and other
/// publishers do not wait for the whole batch. The request is answered after the last slice is
/// committed. Hub thread only.
class BatchPublish : public std::enable_shared_from_this<BatchPublish>
{
public:
    static constexpr qsizetype maxEvents = 10'000;
    static constexpr qsizetype maxLineBytes = 1024 * 1024;

    /// Starts the batch, or answers `bad_batch` when it has no events or more than maxEvents. The
    /// batch keeps itself alive until the answer.
    static void start(Api &api, const Request &request, Reply reply);
    /// Only for start().
    BatchPublish(Api &api, const Request &request, Reply reply);
    Q_DISABLE_COPY_MOVE(BatchPublish)

private:
    struct Line
    {
        qint64 number = 0; ///< From 1; empty lines of the body count, too.
        Result<Receipt> receipt; ///< Of the publish, or why it failed.
    };

    void step();
    void proceed();
    void submit(std::vector<Publish> slice, std::vector<std::size_t> lines);
    void handlePublished(const Result<PublishedBatch> &published,
                         const std::vector<std::size_t> &lines);
    void finish();

    Api &m_api;
    const Request m_request;
    const QByteArray m_lane;
    Reply m_reply;
    QByteArrayView m_rest; ///< The part of the body that is not parsed yet.
    qint64 m_lineNumber = 0; ///< Number of the last parsed line.
    std::vector<Line> m_lines; ///< The lines that are not empty.
    int m_inFlight = 0; ///< Slices that wait for their commit.
    bool m_stepping = false; ///< The next step() is queued.
    bool m_anyStored = false;
    Error m_failure; ///< Error of the store; further lines get it without being parsed.
};

} // namespace hub
