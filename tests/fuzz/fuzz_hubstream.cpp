// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/eventlines.h"
#include "hub/json/jsonslice.h"
#include "hub/wire/topic.h"
#include "tests/fuzz/cannedstream.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/quietlog.h"
#include "ui/client/hubstream.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdlib>

using namespace ui;

namespace {

/// The events that a client received, as text.
struct Heard
{
    QByteArrayList lines;
    std::optional<hub::Cursor> last;
    QByteArray cursor;

    bool operator==(const Heard &) const = default;
};

const helio::Output &output()
{
    static const helio::Output made(stdout, stderr);
    return made;
}

/// True when the line contains no control character.
bool isHarmless(const QByteArray &line)
{
    return std::none_of(line.begin(), line.end(), [](char c) { return uchar(c) < 0x20; })
           && !line.contains('\x7f');
}

void checkEvent(Heard &heard, const JobEvent &event)
{
    const auto cursor = hub::Cursor::parse(event.id);
    FUZZ_CHECK(cursor && hub::isValidId(event.delta.jobId));
    FUZZ_CHECK(!heard.last || heard.last->epoch != cursor->epoch || heard.last->id < cursor->id);
    heard.last = cursor;
    const QByteArray line = helio::eventLine(event, true, output());
    FUZZ_CHECK(isHarmless(line));
    const QByteArray json = helio::eventJson(event);
    FUZZ_CHECK(!json.contains('\n') && !json.contains('\r'));
    heard.lines += "event " + json;
}

/// A parsed job survives another round trip through JSON.
void checkJob(Heard &heard, const hub::Job &job)
{
    FUZZ_CHECK(hub::isValidId(job.id));
    FUZZ_CHECK(isHarmless(helio::stateLine(job, output())));
    const QByteArray json = hub::toJson(job, "k");
    FUZZ_CHECK(hub::parseJsonObject(json, 1024));
    const auto again = hub::jobFromJson(json);
    FUZZ_CHECK(again && hub::toJson(*again, "k") == json);
    heard.lines += "job " + json;
}

void listen(HubStream &stream, Heard &heard)
{
    QObject::connect(&stream, &HubStream::jobEventReceived, &stream,
                     [&](const JobEvent &event) { checkEvent(heard, event); });
    QObject::connect(&stream, &HubStream::snapshotReceived, &stream,
                     [&](const HubSnapshot &snapshot) {
                         for (const hub::Job &job : snapshot.jobs)
                             checkJob(heard, job);
                         heard.lines += "snapshot " + snapshot.asOf;
                     });
    QObject::connect(&stream, &HubStream::gapReceived, &stream, [&](const Gap &gap) {
        FUZZ_CHECK(isHarmless(helio::gapLine(gap, output())));
        heard.lines += "gap " + helio::gapJson(gap);
        heard.last.reset(); // a gap says where the stream resumes
    });
    QObject::connect(&stream, &HubStream::helloReceived, &stream, [&](const HubHello &hello) {
        heard.lines += "hello " + hello.epoch + ' ' + hello.resumed;
        FUZZ_CHECK(stream.watchdog().count() >= 0);
    });
    QObject::connect(&stream, &HubStream::jobEnded, &stream,
                     [&](const QByteArray &id) { heard.lines += "end " + id; });
    QObject::connect(&stream, &HubStream::noticeReceived, &stream,
                     [&](const QByteArray &name, const QJsonObject &data) {
                         heard.lines += name + ' ' + QJsonDocument(data).toJson();
                     });
    QObject::connect(&stream, &HubStream::dismissed, &stream,
                     [&](const QString &reason) { heard.lines += "dismissed " + reason.toUtf8(); });
}

Heard hear(const QByteArray &bytes, QByteArrayView cuts)
{
    Heard heard;
    test::CannedNetwork network;
    HubStream stream(&network);
    listen(stream, heard);
    stream.setUrl(QUrl(QStringLiteral("http://localhost/api/v1/events")));
    stream.start();
    network.reply()->begin();
    qsizetype at = 0;
    for (qsizetype turn = 0; at < bytes.size() && network.reply(); ++turn) {
        const qsizetype size = cuts.isEmpty() ? bytes.size() : uchar(cuts[turn % cuts.size()]) + 1;
        network.reply()->deliver(bytes.mid(at, size));
        at += size;
    }
    heard.cursor = stream.cursor();
    FUZZ_CHECK(heard.cursor.isEmpty() || hub::Cursor::parse(heard.cursor));
    return heard;
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static QCoreApplication app(*argc, *argv);
    quietLog();
    return 0;
}

/// Parses a stream as a client and `helio` do. The first bytes set how the rest is split into
/// reads.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    const qsizetype cuts = std::min<qsizetype>(4, input.size());
    const QByteArray stream = input.mid(cuts);
    FUZZ_CHECK(hear(stream, {}) == hear(stream, QByteArrayView(input).first(cuts)));
    return 0;
}
