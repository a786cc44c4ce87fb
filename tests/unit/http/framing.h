// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/requestframer.h"

#include <optional>
#include <utility>

namespace test {

inline constexpr qsizetype headerLimit = 512;
inline constexpr qsizetype bodyLimit = 32;

inline hub::RequestFramer makeFramer()
{
    hub::FramerLimits limits;
    limits.headerBytes = headerLimit;
    limits.headers = 8;
    return hub::RequestFramer(limits);
}

/// A framer, and the head that it returned before the body was admitted.
struct Framing
{
    hub::RequestFramer framer = makeFramer();
    std::optional<hub::FramedRequest> head{};

    /// Like hub::RequestFramer::feed(), but admits bodies: of 1 000 bytes for the path `/batch`,
    /// and of bodyLimit for all others.
    qsizetype feed(QByteArrayView bytes)
    {
        qsizetype taken = framer.feed(bytes);
        if (framer.phase() != hub::RequestFramer::Phase::HeadComplete)
            return taken;
        head = framer.take();
        framer.admitBody(head->request.path == "/batch" ? 1000 : bodyLimit);
        return taken + framer.feed(bytes.sliced(taken));
    }
    hub::FramedRequest take()
    {
        if (!head)
            return framer.take();
        hub::FramedRequest framed = *std::exchange(head, std::nullopt);
        framed.request.body = framer.takeBody();
        return framed;
    }
};

/// The complete result of the framer as a text for comparisons.
inline QByteArray verdict(Framing &framing)
{
    hub::RequestFramer &framer = framing.framer;
    switch (framer.phase()) {
    case hub::RequestFramer::Phase::Head: return "head";
    case hub::RequestFramer::Phase::HeadComplete: return "a head to be judged";
    case hub::RequestFramer::Phase::Body: return framer.takeContinue() ? "body, continue" : "body";
    case hub::RequestFramer::Phase::Rejected:
        return QByteArray::number(framer.rejection().status) + ' ' + framer.rejection().error.code;
    case hub::RequestFramer::Phase::Complete: break;
    }
    const hub::FramedRequest framed = framing.take();
    QByteArray text = framed.request.method + ' ' + framed.request.path;
    for (const auto &[name, value] : framed.request.query)
        text += " (" + name + '=' + value + ')';
    text += " [" + framed.request.body + ']';
    if (framed.headOnly != framed.request.headOnly)
        return "a HEAD that is told differently";
    if (framed.headOnly)
        text += " head";
    return text + (framed.keepAlive ? "" : " close");
}

/// Feeds `bytes` in pieces of `step` bytes. Returns how many were not taken.
inline qsizetype feedAll(Framing &framer, QByteArrayView bytes, qsizetype step)
{
    while (!bytes.isEmpty()) {
        const QByteArrayView piece = bytes.first(std::min(step, bytes.size()));
        const qsizetype taken = framer.feed(piece);
        bytes = bytes.sliced(taken);
        if (taken < piece.size())
            break;
    }
    return bytes.size();
}

} // namespace test
