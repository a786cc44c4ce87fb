// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/chunkeddecoder.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

using namespace hub;

namespace {

constexpr qint64 bodyLimit = 512; // small, so that inputs reach it

struct Outcome
{
    ChunkedDecoder::Phase phase = ChunkedDecoder::Phase::Size;
    int status = 0;
    qsizetype taken = 0;
    QByteArray body;

    bool operator==(const Outcome &) const = default;
};

bool isOver(const ChunkedDecoder &decoder)
{
    return decoder.phase() == ChunkedDecoder::Phase::Done
           || decoder.phase() == ChunkedDecoder::Phase::Refused;
}

Outcome decode(QByteArrayView bytes, qsizetype step)
{
    ChunkedDecoder decoder(bodyLimit);
    Outcome out;
    while (!bytes.isEmpty() && !isOver(decoder)) {
        const QByteArrayView piece = bytes.first(std::min(step, bytes.size()));
        const qsizetype taken = decoder.feed(piece, out.body);
        FUZZ_CHECK(taken >= 0 && taken <= piece.size());
        FUZZ_CHECK(taken == piece.size() || isOver(decoder));
        FUZZ_CHECK(out.body.size() <= bodyLimit);
        out.taken += taken;
        bytes = bytes.sliced(taken);
    }
    out.phase = decoder.phase();
    if (out.phase == ChunkedDecoder::Phase::Refused)
        out.status = decoder.rejection().status;
    return out;
}

/// A chunked body is decoded to the original bytes, and the bytes after it are left alone.
void checkRoundTrip(QByteArrayView body, qsizetype chunk)
{
    const QByteArrayView kept = body.first(std::min<qsizetype>(body.size(), bodyLimit));
    QByteArray coded;
    for (qsizetype at = 0; at < kept.size(); at += chunk) {
        const QByteArrayView part = kept.sliced(at, std::min(chunk, kept.size() - at));
        coded += QByteArray::number(part.size(), 16) + "\r\n" + part.toByteArray() + "\r\n";
    }
    coded += "0\r\n\r\n";
    const Outcome out = decode(coded + "GET /", coded.size());
    FUZZ_CHECK(out.phase == ChunkedDecoder::Phase::Done && out.taken == coded.size());
    FUZZ_CHECK(out.body == kept);
}

} // namespace

/// The first byte sets the size of the pieces for the rest.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView bytes(data + 1, static_cast<qsizetype>(size) - 1);
    const qsizetype step = data[0] % 64 + 1;
    const Outcome whole = decode(bytes, std::max<qsizetype>(1, bytes.size()));
    FUZZ_CHECK(whole.phase != ChunkedDecoder::Phase::Refused || whole.status == 400
               || whole.status == 413);
    FUZZ_CHECK(whole == decode(bytes, step) && whole == decode(bytes, 1));
    checkRoundTrip(bytes, step);
    return 0;
}
