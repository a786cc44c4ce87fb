// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/crypto/digest.h"
#include "hub/json/jsonscanner.h"
#include "hub/json/jsonslice.h"
#include "hub/source/cloudeventsmapping.h"
#include "hub/source/githubmapping.h"
#include "hub/source/gitlabmapping.h"
#include "hub/source/respelling.h"
#include "hub/source/verification.h"
#include "hub/wire/topic.h"
#include "tests/fuzz/fuzz.h"

#include <array>
#include <cstddef>
#include <cstdint>

using namespace hub;

namespace {

constexpr qint64 nowMs = 1614265330000;
const QByteArray secret = "a secret of this test";

bool isJson(const QByteArray &text)
{
    return parseJsonObject(text, JsonScanner::maxDepth).ok();
}

std::unique_ptr<Verifier> verifierOf(const char *scheme, const QByteArray &key, bool formatted)
{
    Verification how{scheme, {key}};
    if (formatted)
        how.format = {"x-signature", "v=", BodyMacVerifier::Encoding::Base64};
    return std::move(*makeVerifier(how));
}

const std::vector<std::unique_ptr<Verifier>> &verifiers()
{
    static const std::vector<std::unique_ptr<Verifier>> all = [] {
        std::vector<std::unique_ptr<Verifier>> made;
        for (const char *scheme : {"github", "gitlab", "stripe", "runpod", "generic"})
            made.push_back(verifierOf(scheme, secret, false));
        made.push_back(verifierOf("generic", secret, true));
        made.push_back(
            verifierOf("standard-webhooks", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", false));
        made.push_back(verifierOf("standard-webhooks",
                                  "whpk_+/j9fCLWa1+7DDXNXBsigdhvYeAdLQyp/NuUErFAwP8=", false));
        return made;
    }();
    return all;
}

/// No input has a valid MAC except those in the corpus. A changed body then makes it invalid.
void checkVerdict(const Verifier &verifier, const Inbound &inbound)
{
    const Verdict verdict = explain(verifier, inbound);
    FUZZ_CHECK(verdict.accepted() == verdict.reason.isEmpty());
    FUZZ_CHECK(!verdict.accepted() || verdict.secret == 1);
    for (const VerdictDetail detail : {VerdictDetail::Stored, VerdictDetail::Full})
        FUZZ_CHECK(isJson(toJson(verdict, detail)));
    if (!verdict.accepted() || verdict.canonical.isEmpty() || !inbound.query.isEmpty())
        return;
    Inbound tampered = inbound;
    tampered.body += 'x';
    FUZZ_CHECK(!verifier.verify(tampered).accepted());
}

const std::array<const Mapping *, 3> &sources()
{
    static const GithubMapping github;
    static const GitlabMapping gitlab;
    static const CloudEventsMapping events(
        *GenericMap::parse({{QStringLiteral("job"), QStringLiteral("/subject")},
                            {QStringLiteral("status"), QStringLiteral("/type")},
                            {QStringLiteral("message"), QStringLiteral("/data/note")},
                            {QStringLiteral("result"), QStringLiteral("/data/0")}},
                           {{QStringLiteral("t"), QStringLiteral("completed")},
                            {QStringLiteral("*"), QStringLiteral("ignored")}}));
    static const std::array<const Mapping *, 3> all{&github, &gitlab, &events};
    return all;
}

void checkMapping(const Mapping &source, const Inbound &inbound)
{
    const auto mapped = source.map(inbound);
    if (!mapped) {
        FUZZ_CHECK(!mapped.error().code.isEmpty() && !mapped.error().message.isEmpty());
        return;
    }
    FUZZ_CHECK(!mapped->dedupKey.text.isEmpty());
    for (const JobChange &change : mapped->changes) {
        FUZZ_CHECK(isValidId(change.jobId));
        const auto again = jobChangeFromJson(toJson(change));
        FUZZ_CHECK(again && toJson(*again) == toJson(change));
    }
}

/// Every respelling of a JSON body has the same value.
void checkRespellings(const QByteArray &body)
{
    const auto value = parseJsonObject(body);
    for (const Respelling &other : respellings(body)) {
        FUZZ_CHECK(other.body != body);
        if (!value)
            continue;
        const auto respelled = parseJsonObject(other.body);
        FUZZ_CHECK(respelled && *respelled == *value);
    }
}

/// Parses header lines `name: value` or query parameters `?name: value`, an empty line, and a body.
Inbound inboundOf(const QByteArray &input)
{
    Inbound inbound{"s", {}, {}, nowMs};
    qsizetype at = 0;
    while (at < input.size()) {
        const qsizetype end = input.indexOf('\n', at);
        const QByteArray line = input.mid(at, end < 0 ? -1 : end - at);
        at = end < 0 ? input.size() : end + 1;
        if (line.isEmpty())
            break;
        const qsizetype colon = line.indexOf(": ");
        if (colon < 1)
            continue;
        const std::pair field(line.first(colon).toLower(), line.mid(colon + 2));
        if (field.first.startsWith('?'))
            inbound.query.emplace_back(field.first.mid(1), field.second);
        else
            inbound.headers.append(field);
    }
    inbound.body = input.mid(at);
    return inbound;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    Inbound inbound = inboundOf(input);
    for (const auto &verifier : verifiers())
        checkVerdict(*verifier, inbound);
    checkRespellings(inbound.body);
    for (const bool bodyAlone : {false, true}) {
        inbound.bodyAloneSigned = bodyAlone;
        for (const Mapping *source : sources())
            checkMapping(*source, inbound);
    }
    return 0;
}
