// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/api.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>

namespace hub {

namespace {

/// Nothing from elsewhere, no inline script, no framing; images only because jobs bring them.
constexpr auto pagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' http: https: data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'";

Response fileResponse(const QString &resource, const QByteArray &contentType)
{
    QFile file(resource);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("missing resource %s", qPrintable(resource));
    return Response::text(200, contentType, file.readAll())
        .with("Content-Security-Policy", pagePolicy)
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer")
        .with("Cache-Control", "no-cache");
}

QByteArray contentTypeOf(const QString &name)
{
    static const QHash<QString, QByteArray> types{
        {QStringLiteral("css"), "text/css; charset=utf-8"},
        {QStringLiteral("html"), "text/html; charset=utf-8"},
        {QStringLiteral("js"), "text/javascript; charset=utf-8"},
        {QStringLiteral("svg"), "image/svg+xml"},
    };
    return types.value(QFileInfo(name).suffix(), "application/octet-stream");
}

/// Every file of the page by its name, read once.
QHash<QByteArray, Response> pageFiles()
{
    QHash<QByteArray, Response> files;
    const QDir folder(QStringLiteral(":/web"));
    for (const QString &name : folder.entryList(QDir::Files))
        files.insert(name.toLatin1(), fileResponse(folder.filePath(name), contentTypeOf(name)));
    return files;
}

void addFile(Router &router, const char *path, const Response &response)
{
    router.add(
        "GET", path, [response](const Request &, Reply reply) { reply.send(response); },
        Access::Open);
}

} // namespace

void addPageRoutes(Router &router)
{
    const QHash<QByteArray, Response> files = pageFiles();
    addFile(router, "/", files.value("index.html"));
    addFile(router, "/api/v1/openapi.json",
            fileResponse(QStringLiteral(":/api/openapi.json"), "application/json"));
    router.add(
        "GET", "/web/{file}",
        [files](const Request &request, Reply reply) {
            const auto file = files.find(request.parameters.front());
            if (file == files.end())
                return reply.send(Response::problem(
                    404, {"not_found", QStringLiteral("the page has no such file")}));
            reply.send(*file);
        },
        Access::Open);
}

} // namespace hub
