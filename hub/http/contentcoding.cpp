// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/contentcoding.h"

#include "hub/base/errorcode.h"

#include <QMetaObject>
#include <QObject>

namespace hub {

namespace {

constexpr qsizetype bytesPerTurn = 256 * 1024;

Result<QByteArray> outcome(Inflater::State state, Inflater &inflater, qint64 limit)
{
    if (state == Inflater::State::Done)
        return inflater.take();
    if (state == Inflater::State::TooLarge) {
        return Error{
            errorcode::bodyTooLarge,
            QStringLiteral("The decoded body is longer than the limit of %1 bytes.").arg(limit)};
    }
    return Error{
        "bad_encoding",
        QStringLiteral("Content-Encoding: the body cannot be decoded as this header says")};
}

int statusOf(const Error &error)
{
    if (error.code == errorcode::unsupportedMediaType)
        return 415;
    return error.code == errorcode::bodyTooLarge ? 413 : 400;
}

/// Decodes one body, a part in each turn of the event loop.
class Decoding : public std::enable_shared_from_this<Decoding>
{
public:
    Decoding(QObject *context, Inflater::Coding coding, const QByteArray &body, qint64 limit,
             std::shared_ptr<ByteBudget::Hold> hold, DecodedDone done)
        : m_context(context)
        , m_inflater(coding, body, limit)
        , m_limit(limit)
        , m_hold(std::move(hold))
        , m_done(std::move(done))
    { }

    void step()
    {
        if (m_hold && !m_hold->grow(bytesPerTurn))
            return m_done(Error{errorcode::busy, {}});
        const Inflater::State state = m_inflater.step(bytesPerTurn);
        if (state != Inflater::State::More)
            return m_done(outcome(state, m_inflater, m_limit));
        QMetaObject::invokeMethod(
            m_context, [self = shared_from_this()] { self->step(); }, Qt::QueuedConnection);
    }

private:
    QObject *m_context;
    Inflater m_inflater;
    const qint64 m_limit;
    const std::shared_ptr<ByteBudget::Hold> m_hold;
    const DecodedDone m_done;
};

} // namespace

Result<std::optional<Inflater::Coding>> contentCoding(QByteArrayView value)
{
    const QByteArray coding = value.trimmed().toByteArray().toLower();
    if (coding.isEmpty() || coding == "identity")
        return std::optional<Inflater::Coding>();
    if (coding == "gzip" || coding == "x-gzip")
        return std::optional(Inflater::Coding::Gzip);
    if (coding == "deflate")
        return std::optional(Inflater::Coding::Deflate);
    return Error{errorcode::unsupportedMediaType,
                 QStringLiteral("Content-Encoding: must be gzip, deflate or identity")};
}

Response codingProblem(const Error &error)
{
    if (error.code == errorcode::busy)
        return busyResponse();
    Response response = Response::problem(statusOf(error), error);
    if (error.code == errorcode::unsupportedMediaType)
        return std::move(response).with("Accept-Encoding", "gzip, deflate");
    return response;
}

void decodeLater(QObject *context, Inflater::Coding coding, const QByteArray &body, qint64 limit,
                 const std::shared_ptr<ByteBudget::Hold> &hold, DecodedDone done)
{
    std::make_shared<Decoding>(context, coding, body, limit, hold, std::move(done))->step();
}

Result<QByteArray> decodeNow(Inflater::Coding coding, const QByteArray &body, qint64 limit)
{
    Inflater inflater(coding, body, limit);
    Inflater::State state = Inflater::State::More;
    while (state == Inflater::State::More)
        state = inflater.step(bytesPerTurn);
    return outcome(state, inflater, limit);
}

} // namespace hub
