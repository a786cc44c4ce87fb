// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/router.h"

#include "hub/http/percent.h"

#include <QVarLengthArray>

#include <algorithm>

namespace hub {

namespace {

bool isParameter(const QByteArray &segment)
{
    return segment.startsWith('{');
}

QByteArrayList splitPath(const QByteArray &path)
{
    return path.mid(1).split('/');
}

using Segments = QVarLengthArray<QByteArray, 8>;

/// Returns the segments of the path, decoded after splitting: an escaped slash stays inside its
/// segment. A segment without escapes is a view into `path`.
Segments decodedSegments(const QByteArray &path)
{
    Segments segments;
    QByteArrayView rest = QByteArrayView(path).sliced(1);
    while (true) {
        const qsizetype slash = rest.indexOf('/');
        const QByteArrayView segment = slash < 0 ? rest : rest.first(slash);
        const QByteArray asSent = QByteArray::fromRawData(segment.data(), segment.size());
        segments.append(asSent.contains('%') ? percentDecoded(segment).value_or(asSent) : asSent);
        if (slash < 0)
            return segments;
        rest = rest.sliced(slash + 1);
    }
}

/// Compares from the end, because most patterns differ only there.
bool matches(const QByteArrayList &pattern, const Segments &segments)
{
    if (pattern.size() != segments.size())
        return false;
    return std::equal(pattern.crbegin(), pattern.crend(), segments.crbegin(),
                      [](const QByteArray &part, const QByteArray &segment) {
                          return isParameter(part) ? !segment.isEmpty() : part == segment;
                      });
}

/// Returns whether `a` is preferred: it has a literal, and `b` a parameter, at the first segment
/// where the two matching patterns differ.
bool isMoreLiteral(const QByteArrayList &a, const QByteArrayList &b)
{
    return std::lexicographical_compare(a.cbegin(), a.cend(), b.cbegin(), b.cend(),
                                        [](const QByteArray &left, const QByteArray &right) {
                                            return !isParameter(left) && isParameter(right);
                                        });
}

QByteArray allowHeader(QByteArrayList methods)
{
    if (methods.contains("GET"))
        methods.append(QByteArrayLiteral("HEAD"));
    methods.append(QByteArrayLiteral("OPTIONS"));
    std::sort(methods.begin(), methods.end());
    methods.erase(std::unique(methods.begin(), methods.end()), methods.end());
    return methods.join(", ");
}

/// Answers a request without a route: 404 when the path has no methods, otherwise `OPTIONS` or 405.
void answerUnrouted(const Request &request, const QByteArrayList &methods, Reply reply)
{
    if (methods.isEmpty())
        return reply.send(Response::problem(
            404, {QByteArrayLiteral("not_found"), QStringLiteral("No resource has this path.")}));
    const QByteArray allow = allowHeader(methods);
    if (request.method == "OPTIONS")
        return reply.send(Response::empty(204).with(QByteArrayLiteral("Allow"), allow));
    const QString detail =
        QStringLiteral("The method %1 is not allowed here. Allowed: %2.")
            .arg(QString::fromLatin1(request.method), QString::fromLatin1(allow));
    reply.send(Response::problem(405, {QByteArrayLiteral("method_not_allowed"), detail})
                   .with(QByteArrayLiteral("Allow"), allow));
}

} // namespace

void Router::add(QByteArray method, QByteArray pattern, Handler handler, Access access,
                 BodyKind body)
{
    const BodyTerms terms{body, access == Access::Open ? BodySender::Unknown : BodySender::Known};
    // Shared: withBody() keeps a reference to the handler while it reads the body.
    const auto shared = std::make_shared<const Handler>(std::move(handler));
    addJudged(
        std::move(method), std::move(pattern),
        [shared, terms](const Request &request, Reply reply) {
            reply.withBody(request, terms, *shared);
        },
        access);
}

void Router::addJudged(QByteArray method, QByteArray pattern, Handler judge, Access access)
{
    Q_ASSERT(pattern.startsWith('/'));
    m_routes.push_back({std::move(method), splitPath(pattern), std::move(judge), access});
}

void Router::route(Request request, Reply reply) const
{
    if (request.path == "*")
        return reply.send(Response::empty(204));
    const Segments segments = decodedSegments(request.path);
    const Route *best = nullptr;
    for (const Route &candidate : m_routes) {
        if (candidate.method == request.method && matches(candidate.segments, segments)
            && (!best || isMoreLiteral(candidate.segments, best->segments)))
            best = &candidate;
    }
    if (!best) {
        QByteArrayList methods;
        for (const Route &candidate : m_routes) {
            if (matches(candidate.segments, segments))
                methods.append(candidate.method);
        }
        return answerUnrouted(request, methods, std::move(reply));
    }
    for (qsizetype i = 0; i < segments.size(); ++i) {
        if (isParameter(best->segments.at(i)))
            request.parameters.append(QByteArrayView(segments.at(i)).toByteArray());
    }
    if (m_admission)
        return m_admission(best->access, std::move(request), std::move(reply), best->judge);
    best->judge(request, std::move(reply));
}

QByteArrayList Router::routes() const
{
    QByteArrayList all;
    for (const Route &route : m_routes)
        all.append(route.method + " /" + route.segments.join('/'));
    return all;
}

} // namespace hub
