// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/reply.h"
#include "hub/http/request.h"

#include <functional>
#include <vector>

namespace hub {

using Handler = std::function<void(const Request &, Reply)>;

/// Paths to handlers, looked up segment by segment without regular expressions. `HEAD` goes to
/// `GET`, `OPTIONS` is answered for every path, a wrong method is 405 with `Allow`, an unknown path
/// 404.
class Router
{
public:
    /// `pattern` is `/api/v1/jobs/{id}/events`: each `{…}` takes one non-empty segment. A literal
    /// segment is preferred to a parameter. `:` inside a segment is literal (`events:batch`).
    void add(QByteArray method, QByteArray pattern, Handler handler);

    /// Fills `request.parameters` and calls the handler, or answers 404, 405 or OPTIONS itself.
    void route(Request request, Reply reply) const;

    /// Every `METHOD /pattern` added, for the test that holds routes and OpenAPI together.
    QByteArrayList routes() const;

private:
    struct Route
    {
        QByteArray method;
        QByteArrayList segments;
        Handler handler;
    };
    std::vector<Route> m_routes;
};

} // namespace hub
