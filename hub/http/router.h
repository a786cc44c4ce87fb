// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/access.h"
#include "hub/http/bodyterms.h"
#include "hub/http/handler.h"

#include <functional>
#include <vector>

namespace hub {

/// Paths to handlers, looked up segment by segment without regular expressions. `HEAD` goes to
/// `GET`, `OPTIONS` is answered for every path, a wrong method is 405 with `Allow`, an unknown path
/// 404.
class Router
{
public:
    /// `pattern` is `/api/v1/jobs/{id}/events`: each `{…}` takes one non-empty segment. A literal
    /// segment is preferred to a parameter. `:` inside a segment is literal (`events:batch`).
    /// Who may call it is Admin unless said otherwise, so that a route forgotten is a route closed.
    /// The body is read once the caller was admitted, up to the limit of its kind.
    void add(QByteArray method, QByteArray pattern, Handler handler, Access access = Access::Admin,
             BodyKind body = BodyKind::Usual);

    /// The same for a route that judges more than `access` before the body is read. `judge` is
    /// called with a request without its body; it answers, or goes on with Reply::withBody().
    void addJudged(QByteArray method, QByteArray pattern, Handler judge, Access access);

    /// Stands before the handlers: calls `handler`, now or later, or answers by itself. Without one
    /// everybody may do everything.
    using Admission =
        std::function<void(Access access, Request request, Reply reply, const Handler &handler)>;
    void setAdmission(Admission admission) { m_admission = std::move(admission); }

    /// Fills `request.parameters` and calls the handler, or answers 404, 405 or OPTIONS itself. The
    /// body need not be there yet.
    void route(Request request, Reply reply) const;

    /// Every `METHOD /pattern` added, for the test that holds routes and OpenAPI together.
    QByteArrayList routes() const;

private:
    struct Route
    {
        QByteArray method;
        QByteArrayList segments;
        Handler judge; ///< Called before the body is read.
        Access access;
    };
    std::vector<Route> m_routes;
    Admission m_admission;
};

} // namespace hub
