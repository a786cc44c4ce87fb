// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/api/batchpublish.h"

#include "hub/api/answers.h"
#include "hub/base/errorcode.h"
#include "hub/base/utf8.h"
#include "hub/json/jsonwriter.h"
#include "hub/wire/jobchangeparser.h"

#include <QMetaObject>

#include <algorithm>

namespace hub {

namespace {

constexpr qsizetype maxKeyBytes = 256;
/// Limits of one slice. Its last line may exceed the limit of bytes.
constexpr std::size_t sliceLines = 64;
constexpr qsizetype sliceBytes = 256 * 1024;
/// Slices of one batch that may wait in the store. With several, the store does not wait for the
/// parser between commits.
constexpr int mostInFlight = 3;

/// Removes the next line that is not empty from `rest` and returns it; empty at the end. Adds the
/// number of lines that were passed to `number`, including empty ones.
QByteArrayView takeLine(QByteArrayView &rest, qint64 &number)
{
    const auto isSpace = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    const auto *start = std::find_if_not(rest.begin(), rest.end(), isSpace);
    number += std::count(rest.begin(), start, '\n') + 1;
    rest = rest.sliced(start - rest.begin());
    const qsizetype end = rest.indexOf('\n');
    const QByteArrayView line = (end < 0 ? rest : rest.first(end)).trimmed();
    rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    return line;
}

/// Returns how many lines are not empty. Stops at one more than a batch may have.
qsizetype countLines(QByteArrayView body)
{
    qsizetype count = 0;
    qint64 number = 0;
    while (count <= BatchPublish::maxEvents && !takeLine(body, number).isEmpty())
        ++count;
    return count;
}

/// Parses one line: the body of a publish, with `job_id` and optionally `idempotency_key`.
Result<Publish> parseLine(const Api &api, QByteArrayView line, const Request &request)
{
    if (line.size() > BatchPublish::maxLineBytes) {
        return Error{errorcode::bodyTooLarge,
                     QStringLiteral("line: longer than %1 bytes").arg(BatchPublish::maxLineBytes)};
    }
    Result<JobChange> change = parsePublish(QByteArray::fromRawData(line.data(), line.size()));
    if (!change)
        return change.error();
    QByteArray key;
    if (const QLatin1String name("idempotency_key"); change->extra.contains(name)) {
        key = toWtf8(change->extra.string(name));
        change->extra.remove(name);
    }
    return publishOf(api, std::move(*change), key, request);
}

void writeLine(JsonWriter &json, qint64 number, const Result<Receipt> &receipt,
               const QByteArray &epoch)
{
    const int status = receipt ? 202 : problemOf(receipt.error()).status;
    json.beginObject();
    json.key("line").number(number);
    json.key("status").number(static_cast<qint64>(status));
    if (receipt)
        writeReceipt(json, *receipt, epoch);
    else
        json.key("code").string(receipt.error().code).key("detail").string(receipt.error().message);
    json.endObject().endLine();
}

} // namespace

Result<void> checkKey(const QByteArray &key)
{
    if (key.size() <= maxKeyBytes)
        return {};
    return Error{errorcode::badField,
                 QStringLiteral("idempotency key: longer than %1 bytes").arg(maxKeyBytes)};
}

Result<Publish> publishOf(const Api &api, JobChange change, const QByteArray &key,
                          const Request &request)
{
    if (!isValidId(change.jobId)) {
        return Error{
            "bad_job_id",
            QStringLiteral("a job id must be 1 to 128 characters of A-Z a-z 0-9 . _ ~ : @ + = -")};
    }
    if (const auto sound = checkKey(key); !sound)
        return sound.error();
    const bool reserved = isReserved(api, request, change.jobId);
    return Publish{std::move(change), key, callerOf(request), visibilityOf(request), reserved};
}

void writeReceipt(JsonWriter &json, const Receipt &receipt, const QByteArray &epoch)
{
    json.key("event_id");
    if (receipt.event.isNull())
        json.null();
    else
        json.string(wireId(epoch, receipt.event));
    json.key("duplicate").boolean(receipt.duplicate);
    if (receipt.ignored)
        json.key("ignored").string(toString(*receipt.ignored));
}

void BatchPublish::start(Api &api, const Request &request, Reply reply)
{
    const qsizetype count = countLines(request.body);
    if (count > maxEvents) {
        return reply.send(problemOf(
            {"bad_batch", QStringLiteral("more than %1 events in one batch").arg(maxEvents)}));
    }
    if (count == 0) {
        return reply.send(
            problemOf({"bad_batch",
                       QStringLiteral("the batch has no events: send one JSON object per line")}));
    }
    std::make_shared<BatchPublish>(api, request, std::move(reply))->step();
}

BatchPublish::BatchPublish(Api &api, const Request &request, Reply reply)
    : m_api(api)
    , m_request(request)
    , m_lane(laneOf(request))
    , m_reply(std::move(reply))
    , m_rest(m_request.body)
{ }

void BatchPublish::step()
{
    m_stepping = false;
    std::vector<Publish> slice;
    std::vector<std::size_t> lines; // for each item of the slice, its index in m_lines
    const qsizetype before = m_rest.size();
    for (std::size_t read = 0; read < sliceLines && before - m_rest.size() < sliceBytes; ++read) {
        const QByteArrayView line = takeLine(m_rest, m_lineNumber);
        if (line.isEmpty())
            break;
        Result<Publish> parsed = m_failure.code.isEmpty() ? parseLine(m_api, line, m_request)
                                                          : Result<Publish>(m_failure);
        m_lines.push_back({m_lineNumber, parsed ? Result(Receipt{}) : parsed.error()});
        if (!parsed)
            continue;
        slice.push_back(std::move(*parsed));
        lines.push_back(m_lines.size() - 1);
    }
    if (!slice.empty())
        submit(std::move(slice), std::move(lines));
    proceed();
}

/// Queues the next slice for another turn of the event loop, or answers at the end.
void BatchPublish::proceed()
{
    if (m_rest.isEmpty()) {
        if (m_inFlight == 0)
            finish();
        return;
    }
    if (m_stepping || m_inFlight >= mostInFlight)
        return;
    m_stepping = true;
    QMetaObject::invokeMethod(
        &m_api.hub, [self = shared_from_this()] { self->step(); }, Qt::QueuedConnection);
}

void BatchPublish::submit(std::vector<Publish> slice, std::vector<std::size_t> lines)
{
    ++m_inFlight;
    m_api.hub.publishBatch(
        std::move(slice),
        [self = shared_from_this(), lines = std::move(lines)](
            const Result<PublishedBatch> &published) { self->handlePublished(published, lines); },
        m_lane);
}

void BatchPublish::handlePublished(const Result<PublishedBatch> &published,
                                   const std::vector<std::size_t> &lines)
{
    --m_inFlight;
    m_anyStored = m_anyStored || published.ok();
    if (!published)
        m_failure = published.error();
    for (std::size_t i = 0; i < lines.size(); ++i)
        m_lines[lines[i]].receipt =
            published ? published->receipts[i] : Result<Receipt>(published.error());
    proceed();
}

void BatchPublish::finish()
{
    if (!m_failure.code.isEmpty() && !m_anyStored)
        return m_reply.send(problemOf(m_failure));
    JsonWriter json;
    for (const Line &line : m_lines)
        writeLine(json, line.number, line.receipt, m_api.hub.store().epoch());
    m_reply.send(Response::text(207, "application/x-ndjson", json.take()));
}

} // namespace hub
