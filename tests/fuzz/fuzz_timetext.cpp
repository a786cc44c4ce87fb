// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/timetext.h"
#include "tests/fuzz/fuzz.h"

#include <QDateTime>
#include <QTimeZone>

#include <cstring>

using namespace hub;

namespace {

constexpr qint64 earliest = -62'167'219'200'000; // 0000-01-01
constexpr qint64 latest = 253'402'300'799'999; // 9999-12-31

/// Every time in the range of RFC 3339 survives a round trip, and the texts sort like the times.
void checkValue(qint64 a, qint64 b)
{
    for (const qint64 ms : {a, b}) {
        const QByteArray text = formatTime(ms);
        FUZZ_CHECK(text.size() == 24 && text.endsWith('Z'));
        FUZZ_CHECK(parseTime(text) == std::clamp(ms, earliest, latest));
    }
    FUZZ_CHECK(std::clamp(a, earliest, latest) > std::clamp(b, earliest, latest)
               || formatTime(a) <= formatTime(b));
}

void checkText(const QByteArray &text)
{
    const auto ms = parseTime(text);
    if (!ms)
        return;
    // An offset may move a time at most one day beyond the years that can be written.
    FUZZ_CHECK(*ms >= earliest - 86'400'000 && *ms <= latest + 86'400'000);
    if (*ms >= earliest && *ms <= latest)
        FUZZ_CHECK(parseTime(formatTime(*ms)) == ms);
    // Qt reads the same time, except for leap seconds, blanks and long fractions, which it does not
    // read.
    const QDateTime other = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs);
    if (other.isValid() && text.indexOf('.') < 0 && text.mid(17, 2) != "60")
        FUZZ_CHECK(other.toMSecsSinceEpoch() == *ms);
}

} // namespace

/// Reads the input once as text and once as the bytes of two times.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    checkText(QByteArray(reinterpret_cast<const char *>(bytes), qsizetype(size)));
    qint64 times[2] = {};
    std::memcpy(times, bytes, std::min(size, sizeof times));
    checkValue(times[0], times[1]);
    return 0;
}
