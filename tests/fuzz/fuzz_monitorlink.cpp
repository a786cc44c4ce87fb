// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/request.h"
#include "hub/base/utf8.h"
#include "hub/wire/topic.h"
#include "tests/fuzz/fuzz.h"
#include "ui/models/monitorlink.h"

using app::Request;
using ui::MonitorLink;

namespace {

/// Returns the only text, apart from the case of the scheme, that reads as this link.
QString canonical(const MonitorLink &link)
{
    switch (link.target) {
    case MonitorLink::Target::Window: return QStringLiteral("heliograph:");
    case MonitorLink::Target::Failures: return QStringLiteral("heliograph:failures");
    case MonitorLink::Target::Job:
        return QStringLiteral("heliograph:job/") + QString::fromLatin1(link.jobId);
    }
    return {};
}

/// A link that is accepted has one spelling, and its id goes into a URL path as it is.
void checkLink(const QString &text)
{
    const auto link = MonitorLink::parse(text);
    if (!link) {
        FUZZ_CHECK(link.error().code == "bad_link" && link.error().message.size() < 100);
        return;
    }
    FUZZ_CHECK(text.size() <= MonitorLink::maxLength);
    FUZZ_CHECK((link->target == MonitorLink::Target::Job) == hub::isValidId(link->jobId));
    FUZZ_CHECK(canonical(*link).mid(11) == text.mid(11));
    FUZZ_CHECK(MonitorLink::parse(canonical(*link)).value() == *link);
}

/// A request that is accepted survives a round trip, and its token is safe in the environment.
void checkRequest(QByteArrayView text)
{
    const auto request = Request::fromWire(text);
    if (!request)
        return;
    FUZZ_CHECK(request->command != Request::Command::None);
    FUZZ_CHECK((request->command == Request::Command::OpenLink) != request->link.isEmpty());
    FUZZ_CHECK(request->link.size() <= Request::maxLength);
    FUZZ_CHECK(app::activationToken(request->token) == request->token);
    FUZZ_CHECK(Request::fromWire(request->toWire()) == request);
}

} // namespace

/// Reads the input as a `heliograph:` link and as a request of the local socket.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArrayView input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    checkLink(hub::fromUtf8(input));
    checkRequest(input);
    return 0;
}
