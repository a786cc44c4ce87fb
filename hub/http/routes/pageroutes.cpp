// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/api.h"

#include <QFile>

namespace hub {

namespace {

/// Nothing from elsewhere, no inline script, no framing; images only because jobs bring them.
constexpr auto pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
                            "img-src 'self' http: https: data:; form-action 'self'; base-uri 'none'; "
                            "frame-ancestors 'none'";

void addFile(Router &router, const char *path, const char *resource, const char *contentType)
{
    QFile file(QString::fromLatin1(resource));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("missing resource %s", resource);
    const Response response = Response::text(200, contentType, file.readAll())
                                      .with("Content-Security-Policy", pagePolicy)
                                      .with("X-Content-Type-Options", "nosniff")
                                      .with("Referrer-Policy", "no-referrer")
                                      .with("Cache-Control", "no-cache");
    router.add("GET", path, [response](const Request &, Reply reply) { reply.send(response); });
}

} // namespace

void addPageRoutes(Router &router)
{
    addFile(router, "/", ":/web/index.html", "text/html; charset=utf-8");
    addFile(router, "/app.js", ":/web/app.js", "text/javascript; charset=utf-8");
    addFile(router, "/style.css", ":/web/style.css", "text/css; charset=utf-8");
    addFile(router, "/api/v1/openapi.json", ":/api/openapi.json", "application/json");
}

} // namespace hub
