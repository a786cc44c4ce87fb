// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/eventid.h"
#include "hub/wire/sseframe.h"
#include "tests/fuzz/fuzz.h"

#include <cstring>

using namespace hub;

namespace {

template<typename T>
T taken(QByteArrayView &bytes)
{
    T value{};
    const auto size = std::min<qsizetype>(sizeof value, bytes.size());
    std::memcpy(&value, bytes.data(), static_cast<size_t>(size));
    bytes = bytes.sliced(size);
    return value;
}

/// Accepted text is equal to its canonical form once parsed.
void checkText(QByteArrayView text)
{
    if (const auto id = EventId::parse(text)) {
        FUZZ_CHECK(id->ms >= 0 && EventId::parse(id->toString()) == id);
        FUZZ_CHECK(id->toString().size() <= text.size()); // only leading zeros may be lost
    }
    if (const auto cursor = Cursor::parse(text)) {
        FUZZ_CHECK(text.size() <= 96 && isFieldSafe(text));
        FUZZ_CHECK(Cursor::parse(cursor->toWire()) == cursor);
        FUZZ_CHECK(EventId::parse(text.sliced(cursor->epoch.size() + 1)) == cursor->id);
    }
}

/// Every id survives a round trip through text. New ids always increase, whatever the clock shows.
void checkValue(QByteArrayView bytes)
{
    const EventId last{taken<qint64>(bytes) & (std::numeric_limits<qint64>::max() >> 1),
                       taken<quint32>(bytes)};
    const qint64 now = taken<qint64>(bytes);
    FUZZ_CHECK(EventId::parse(last.toString()) == last);
    FUZZ_CHECK(Cursor::parse(Cursor{"k3f", last}.toWire()) == (Cursor{"k3f", last}));
    const EventId next = nextEventId(last, now);
    FUZZ_CHECK(next > last && next.ms >= now);
}

} // namespace

/// Reads the input once as text and once as the bytes of an id and a clock.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArrayView input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    checkText(input);
    checkValue(input);
    return 0;
}
