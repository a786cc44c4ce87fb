// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/dialect.h"
#include "hub/wire/eventid.h"
#include "hub/wire/sseframe.h"
#include "hub/wire/topicpattern.h"
#include "tests/fuzz/fuzz.h"

using namespace hub;

namespace {
void checkPattern(QByteArrayView text)
{
    const auto pattern = TopicPattern::parse(text);
    if (!pattern)
        return;
    FUZZ_CHECK(pattern->toString() == text);
    FUZZ_CHECK(TopicPattern::parse(pattern->toString()) == pattern);
    if (const auto topic = pattern->topic())
        FUZZ_CHECK(pattern->matches(*topic) && isFieldSafe(topic->toString()));
}

void checkPair(QByteArrayView patternText, QByteArrayView topicText)
{
    const auto pattern = TopicPattern::parse(patternText);
    const auto topic = Topic::parse(topicText);
    if (!pattern || !topic)
        return;
    const bool expected =
        pattern->topic() ? patternText == topicText : topicText.startsWith(patternText.chopped(1));
    FUZZ_CHECK(pattern->matches(*topic) == expected);
}

void checkCursor(QByteArrayView text)
{
    const auto cursor = Cursor::parse(text);
    if (!cursor)
        return;
    FUZZ_CHECK(isFieldSafe(cursor->toWire()) && Cursor::parse(cursor->toWire()) == cursor);
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(bytes), qsizetype(size));
    const qsizetype cut = std::max<qsizetype>(0, text.indexOf('\n'));
    checkPattern(text);
    checkPair(text.first(cut), text.sliced(std::min(cut + 1, text.size())));
    checkCursor(text);
    if (executionEventType(text))
        FUZZ_CHECK(canonicalExecutionName(canonicalExecutionName(text))
                   == canonicalExecutionName(text));
    return 0;
}
