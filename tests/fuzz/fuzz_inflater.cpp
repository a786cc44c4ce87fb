// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/inflater.h"
#include "tests/fuzz/fuzz.h"

#include <cstddef>
#include <cstdint>

using namespace hub;

namespace {

constexpr qint64 limit = 4'096; // small, so that inputs reach it

struct Outcome
{
    Inflater::State state = Inflater::State::More;
    QByteArray plain;

    bool operator==(const Outcome &) const = default;
};

Outcome decode(Inflater::Coding coding, const QByteArray &coded, qsizetype most)
{
    Inflater inflater(coding, coded, limit);
    Outcome outcome;
    while (outcome.state == Inflater::State::More)
        outcome.state = inflater.step(most);
    outcome.plain = inflater.take();
    FUZZ_CHECK(outcome.plain.size() <= limit + 1);
    FUZZ_CHECK(outcome.state != Inflater::State::Done || outcome.plain.size() <= limit);
    return outcome;
}

} // namespace

/// The first byte selects the coding and the step size.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto coding = data[0] & 1 ? Inflater::Coding::Gzip : Inflater::Coding::Deflate;
    const QByteArray coded(reinterpret_cast<const char *>(data) + 1,
                           static_cast<qsizetype>(size) - 1);
    const Outcome whole = decode(coding, coded, limit + 1);
    const Outcome inSteps = decode(coding, coded, data[0] / 2 + 1);
    FUZZ_CHECK(whole.state == inSteps.state);
    FUZZ_CHECK(whole.state != Inflater::State::Done || whole == inSteps);
    return 0;
}
