// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/access.h"
#include "hub/http/bodyterms.h"
#include "hub/http/handler.h"

#include <functional>
#include <vector>

namespace hub {

/// Finds the handler of a request by method and path. The router answers `OPTIONS` for every path
/// that has a route. It answers a wrong method with 405 and `Allow`, and an unknown path with 404.
/// A `HEAD` arrives here as `GET`; see Request::headOnly.
class Router
{
public:
    /// Adds a route. In a `pattern` such as `/api/v1/jobs/{id}/events` each `{…}` matches one
    /// non-empty segment. A literal segment is preferred to a parameter. `:` inside a segment is
    /// literal (`events:batch`).
    /// The default access is Admin, so that a route is never open by mistake. The body is read
    /// after the caller was admitted, up to the limit of its kind.
    void add(QByteArray method, QByteArray pattern, Handler handler, Access access = Access::Admin,
             BodyKind body = BodyKind::Usual);

    /// Adds a route that checks more than `access` before the body is read. `judge` gets the
    /// request without its body. It answers, or continues with Reply::withBody().
    void addJudged(QByteArray method, QByteArray pattern, Handler judge, Access access);

    /// Checks the caller before a handler runs: calls `handler`, now or later, or answers the
    /// request itself. Without an admission every caller may use every route.
    using Admission =
        std::function<void(Access access, Request request, Reply reply, const Handler &handler)>;
    void setAdmission(Admission admission) { m_admission = std::move(admission); }

    /// Fills `request.parameters` and calls the handler, or answers 404, 405 or `OPTIONS` itself.
    /// The body of the request may still be unread.
    void route(Request request, Reply reply) const;

    /// Returns every route as `METHOD /pattern`, for the test that compares the routes with the
    /// OpenAPI document.
    QByteArrayList routes() const;

private:
    struct Route
    {
        QByteArray method;
        QByteArrayList segments;
        Handler judge; ///< Called with the request before its body is read.
        Access access;
    };
    std::vector<Route> m_routes;
    Admission m_admission;
};

} // namespace hub
