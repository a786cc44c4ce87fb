// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/requestframer.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <utility>

using namespace hub;

namespace {

constexpr qsizetype bodyLimit = 256;

struct Outcome
{
    QList<FramedRequest> requests;
    int status = 0; ///< The status of the rejection that ended it.
    RequestFramer::Phase phase = RequestFramer::Phase::Head;
};

void require(bool condition)
{
    if (!condition)
        std::abort();
}

Outcome frame(QByteArrayView bytes, qsizetype step)
{
    FramerLimits limits;
    limits.headerBytes = 1024;
    limits.headers = 16;
    RequestFramer framer(limits);
    Outcome outcome;
    std::optional<FramedRequest> head; // the request whose body is being read
    while (!bytes.isEmpty()) {
        const QByteArrayView piece = bytes.first(std::min(step, bytes.size()));
        const qsizetype taken = framer.feed(piece);
        require(taken >= 0 && taken <= piece.size());
        bytes = bytes.sliced(taken);
        using Phase = RequestFramer::Phase;
        if (framer.phase() == Phase::HeadComplete) {
            require(framer.feed(bytes) == 0);
            head = framer.take();
            framer.admitBody(bodyLimit);
        } else if (framer.phase() == Phase::Complete && head) {
            head->request.body = framer.takeBody();
            outcome.requests.append(*std::exchange(head, std::nullopt));
        } else if (framer.phase() == Phase::Complete) {
            outcome.requests.append(framer.take());
        } else if (framer.phase() != Phase::Rejected) {
            require(taken == piece.size()); // a framer that waits for more has taken everything
        }
        if (framer.phase() == Phase::Rejected)
            break;
    }
    outcome.phase = framer.phase();
    if (outcome.phase == RequestFramer::Phase::Rejected)
        outcome.status = framer.rejection().status;
    return outcome;
}

void checkInvariants(const FramedRequest &framed)
{
    const Request &request = framed.request;
    require(!request.method.isEmpty() && request.method != "HEAD");
    require(request.path == "*" || request.path.startsWith('/'));
    require(request.body.size() <= bodyLimit);
    for (const auto &[name, value] : request.headers) {
        require(name == name.toLower() && !name.contains(' '));
        require(!value.contains('\r') && !value.contains('\n') && !value.contains('\0'));
    }
}

} // namespace

/// The result must not depend on how the bytes are split, and accepted requests must satisfy the
/// framer's invariants.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const Outcome whole = frame(bytes, bytes.size());
    const Outcome bytewise = frame(bytes, 1);
    require(whole.phase == bytewise.phase && whole.status == bytewise.status);
    require(whole.requests.size() == bytewise.requests.size());
    for (qsizetype i = 0; i < whole.requests.size(); ++i) {
        checkInvariants(whole.requests.at(i));
        require(whole.requests.at(i).request.body == bytewise.requests.at(i).request.body);
        require(whole.requests.at(i).request.headers == bytewise.requests.at(i).request.headers);
    }
    return 0;
}
