// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/controlframes.h"

#include "hub/json/jsonwriter.h"
#include "hub/wire/sseframe.h"

namespace hub::control {

namespace {

QByteArray frame(const char *event, JsonWriter &data, const QByteArray &id = {},
                 std::optional<std::chrono::milliseconds> retry = {})
{
    return encode(SseFrame{id, event, data.take(), retry}).value_or(QByteArray());
}

QByteArray resumeWord(StreamStart::Resume resume)
{
    switch (resume) {
    case StreamStart::Resume::Replayed: return "replayed";
    case StreamStart::Resume::Gap: return "gap";
    case StreamStart::Resume::Live:
    case StreamStart::Resume::Ended: break;
    }
    return "live";
}

QByteArray gapWord(StreamStart::GapReason reason)
{
    switch (reason) {
    case StreamStart::GapReason::Evicted: return "evicted";
    case StreamStart::GapReason::Epoch: return "epoch";
    case StreamStart::GapReason::Unknown: break;
    }
    return "unknown";
}

} // namespace

QByteArray hello(const Hello &hello, const StreamStart &start)
{
    JsonWriter json;
    json.beginObject();
    json.key("epoch").string(hello.epoch);
    json.key("heartbeat_s").number(static_cast<qint64>(hello.heartbeat.count()));
    json.key("retry_ms").number(static_cast<qint64>(hello.retry.count()));
    json.key("resumed").string(resumeWord(start.resume));
    json.key("replayed").number(start.replayCount);
    json.endObject();
    return frame("hub.hello", json, {}, hello.retry);
}

QByteArray gap(const QByteArray &requested, const QByteArray &epoch, const StreamStart &start)
{
    JsonWriter json;
    json.beginObject();
    json.key("requested").string(requested);
    json.key("resumed_from").string(Cursor{epoch, start.asOf}.toWire());
    json.key("reason").string(gapWord(start.gapReason));
    json.endObject();
    return frame("hub.gap", json);
}

QByteArray end(const QByteArray &jobId, JobStatus status)
{
    JsonWriter json;
    json.beginObject();
    json.key("job_id").string(jobId);
    json.key("status").string(toString(status));
    json.endObject();
    return frame("hub.end", json);
}

QByteArray closing(CloseReason reason, bool reconnect, std::chrono::milliseconds retry)
{
    JsonWriter json;
    json.beginObject();
    json.key("reason").string(toString(reason));
    json.key("reconnect").boolean(reconnect);
    json.key("retry_ms").number(static_cast<qint64>(retry.count()));
    json.endObject();
    return frame("hub.closing", json, {}, retry);
}

QByteArray tokenExpiring(std::chrono::seconds left)
{
    JsonWriter json;
    json.beginObject();
    json.key("in_s").number(static_cast<qint64>(left.count()));
    json.endObject();
    return frame("hub.token_expiring", json);
}

QByteArray refused(const QByteArray &bucket, std::chrono::milliseconds retry)
{
    JsonWriter json;
    json.beginObject();
    json.key("bucket").string(bucket);
    json.key("retry_ms").number(static_cast<qint64>(retry.count()));
    json.endObject();
    return frame("hub.refused", json, {}, retry);
}

QByteArray heartbeat(Dialect dialect, const QByteArray &id)
{
    if (dialect == Dialect::Image)
        return encode(SseFrame{id, "heartbeat", R"({"type":"ping"})", {}}).value_or(QByteArray());
    if (id.isEmpty())
        return QByteArrayLiteral(": beat\n\n");
    return QByteArrayLiteral(": beat\n") + encode(SseFrame{id, {}, {}, {}}).value_or("\n");
}

} // namespace hub::control
