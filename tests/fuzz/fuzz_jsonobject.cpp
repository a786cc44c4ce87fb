// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/timetext.h"
#include "hub/base/utf8.h"
#include "hub/json/jsonlayout.h"
#include "hub/json/jsonmembers.h"
#include "hub/json/jsonslice.h"
#include "hub/json/jsonwriter.h"
#include "tests/fuzz/fuzz.h"

#include <QJsonDocument>

#include <algorithm>

using namespace hub;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(bytes), qsizetype(size));
    if (const auto ms = parseTime(text))
        FUZZ_CHECK(parseTime(formatTime(*ms)).has_value());
    const QByteArray quoted = JsonWriter().string(text).take();
    FUZZ_CHECK(jsonValue(quoted).toString() == fromUtf8(text));

    const auto object = parseJsonObject(text);
    const auto members = JsonMembers::parse(text);
    FUZZ_CHECK(members.ok() == object.ok());
    if (!object)
        return 0;
    const auto compact = parseJsonObject(laidOut(text, {}));
    FUZZ_CHECK(compact && *compact == *object);
    // Every member is found, and its value is strict JSON.
    JsonWriter copy;
    copy.beginObject();
    for (auto it = object->begin(); it != object->end(); ++it) {
        const auto member = jsonMember(text, it.key().toUtf8());
        if (!it.key().isValidUtf16())
            continue; // a lone surrogate has no UTF-8 form to search for
        FUZZ_CHECK(member);
        const auto name = it.key().toUtf8();
        FUZZ_CHECK(std::any_of(members->all().begin(), members->all().end(), [&](const auto &m) {
            return m.name == name && m.value == *member;
        }));
        copy.foreignKey(it.key()).raw(member.value_or("null"));
    }
    copy.endObject();
    FUZZ_CHECK(parseJsonObject(copy.take()));
    return 0;
}
