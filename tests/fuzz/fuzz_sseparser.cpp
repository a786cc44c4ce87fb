// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/sseframe.h"
#include "hub/wire/sseparser.h"
#include "tests/fuzz/fuzz.h"

#include <QByteArrayList>

using namespace hub;

namespace {
constexpr qsizetype maxEventBytes = 512; // small, so that inputs reach it

struct Outcome
{
    QByteArrayList heard;
    QByteArray lastEventId;
    bool accepted = true;

    bool operator==(const Outcome &) const = default;
};

/// Parses `stream` in reads of the sizes in `cuts`, or all at once when `cuts` is empty.
Outcome parse(QByteArrayView stream, QByteArrayView cuts)
{
    Outcome out;
    SseParser parser({[&out](const SseEvent &event) {
                          out.heard +=
                              "event " + event.type + ' ' + event.lastEventId + ' ' + event.data;
                          FUZZ_CHECK(event.data.size() <= maxEventBytes);
                      },
                      [&out](QByteArrayView text) { out.heard += "comment " + text.toByteArray(); },
                      [&out](std::chrono::milliseconds retry) {
                          out.heard += "retry " + QByteArray::number(qint64{retry.count()});
                      },
                      [&out](const QByteArray &id) { out.heard += "id " + id; }},
                     maxEventBytes);
    for (qsizetype turn = 0; !stream.isEmpty() && out.accepted; ++turn) {
        const qsizetype wanted = cuts.isEmpty() ? stream.size() : cuts[turn % cuts.size()] & 0x3F;
        const qsizetype size = std::min(stream.size(), wanted + (cuts.isEmpty() ? 0 : 1));
        out.accepted = parser.feed(stream.first(size));
        stream = stream.sliced(size);
    }
    out.lastEventId = parser.lastEventId();
    FUZZ_CHECK(out.lastEventId.size() <= SseParser::maxIdBytes);
    FUZZ_CHECK(out.accepted == (parser.fault() == SseParser::Fault::None));
    return out;
}

/// The parser reads back what the encoder writes.
void checkRoundTrip(const QByteArray &data)
{
    const auto frame = encode({"k.1-0", "progress", data, std::nullopt});
    FUZZ_CHECK(frame);
    QByteArray expected = data;
    expected.replace("\r\n", "\n").replace('\r', '\n');
    QByteArrayList heard;
    SseParser parser({[&heard](const SseEvent &event) { heard += event.data; }, {}, {}, {}});
    FUZZ_CHECK(parser.feed(*frame));
    FUZZ_CHECK(data.isEmpty() ? heard.isEmpty() : heard == QByteArrayList{expected});
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    // The first bytes set how the rest is split into reads, which must not matter.
    const qsizetype cuts = std::min<qsizetype>(4, input.size());
    const QByteArrayView stream = QByteArrayView(input).sliced(cuts);
    FUZZ_CHECK(parse(stream, {}) == parse(stream, QByteArrayView(input).first(cuts)));
    checkRoundTrip(stream.toByteArray());
    return 0;
}
