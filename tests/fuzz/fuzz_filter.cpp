// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/utf8.h"
#include "hub/filter/connectionfields.h"
#include "hub/filter/deliveryfields.h"
#include "hub/filter/eventfields.h"
#include "hub/filter/jobfields.h"
#include "tests/fuzz/fuzz.h"

using namespace hub;

namespace {

constexpr qint64 now = 1'769'864'400'000;

void checkFault(const FilterFault &fault, const QString &text)
{
    FUZZ_CHECK(fault.position >= 0 && fault.length >= 0);
    FUZZ_CHECK(fault.position + fault.length <= text.size());
    FUZZ_CHECK(!fault.message.isEmpty());
}

/// A printed tree parses to the same tree, and printing that gives the same text.
void checkPrinting(const FilterNode &tree)
{
    const QString printed = toText(tree);
    if (printed.size() > maxFilterCharacters)
        return;
    const ParsedFilter again = parseFilter(printed);
    FUZZ_CHECK(again.ok() && again.tree == tree);
    FUZZ_CHECK(toText(again.tree) == printed);
}

void checkJudging(const Filter &filter)
{
    Job job;
    job.id = "a";
    job.message = QStringLiteral("text");
    job.error = R"({"code":"x"})";
    job.labels = {{QStringLiteral("k"), QStringLiteral("v")}};
    job.createdMs = now;
    const JobFilterRow row(job, now);
    const FilterVerdict verdict = filter.judge(row);
    FUZZ_CHECK(filter.judge(row) == verdict);
    FUZZ_CHECK(!filter.isEmpty() || verdict == FilterVerdict::Yes);
    FUZZ_CHECK(filter.hasRegex() || verdict != FilterVerdict::Unknown);
}

} // namespace

/// Reads the input as a filter of each kind of row.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QString text =
        fromUtf8(QByteArrayView(reinterpret_cast<const char *>(bytes), qsizetype(size)));
    const ParsedFilter parsed = parseFilter(text);
    if (!parsed.ok()) {
        checkFault(*parsed.fault, text);
        return 0;
    }
    checkPrinting(parsed.tree);
    FilterContext context;
    context.nowMs = now;
    for (const FilterFields *fields : {&jobFields(), &monitorJobFields(), &eventFields(),
                                       &deliveryFields(), &connectionFields()}) {
        std::optional<FilterFault> fault;
        const Filter filter = Filter::compile(parsed.tree, *fields, context, fault);
        if (fault)
            checkFault(*fault, text);
        else if (fields != &eventFields())
            checkJudging(filter);
    }
    return 0;
}
