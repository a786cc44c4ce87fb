// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/api/api.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>

namespace hub {

namespace {

/// Returns the `Content-Security-Policy`: nothing from other origins, no inline script, no framing.
/// Pictures come from the hub, from data URLs and from the origins that the operator allows. Any
/// other picture would tell its host who looks at which job.
QByteArray pagePolicy(const QByteArrayList &pictureOrigins)
{
    const QByteArrayList pictures = QByteArrayList{"'self'", "data:"} + pictureOrigins;
    return "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src "
           + pictures.join(' ') + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}

Response fileResponse(const QString &resource, const QByteArray &contentType)
{
    QFile file(resource);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("missing resource %s", qPrintable(resource));
    return Response::text(200, contentType, file.readAll())
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

/// Returns every file of the page by its name.
QHash<QByteArray, Response> pageFiles()
{
    QHash<QByteArray, Response> files;
    const QDir folder(QStringLiteral(":/web"));
    for (const QString &name : folder.entryList(QDir::Files))
        files.insert(name.toLatin1(), fileResponse(folder.filePath(name), contentTypeOf(name)));
    return files;
}

void send(const Api &api, Response file, Reply reply)
{
    reply.send(std::move(file).with("Content-Security-Policy", pagePolicy(api.pictureOrigins)));
}

/// Returns the page with the allowed origins in it. The page shows a link in place of a picture
/// from any other origin.
Response indexPage(const Api &api, Response page)
{
    // An origin is an encoded URL, so it has no quote that would end the attribute.
    page.body.replace(R"(<meta name="picture-origins" content="">)",
                      R"(<meta name="picture-origins" content=")" + api.pictureOrigins.join(' ')
                          + R"(">)");
    return page;
}

} // namespace

void addPageRoutes(Router &router, Api &api)
{
    const QHash<QByteArray, Response> files = pageFiles();
    router.add(
        "GET", "/",
        [&api, page = files.value("index.html")](const Request &, Reply reply) {
            send(api, indexPage(api, page), std::move(reply));
        },
        Access::Open);
    const Response contract =
        fileResponse(QStringLiteral(":/api/openapi.json"), "application/json");
    router.add(
        "GET", "/api/v1/openapi.json",
        [&api, contract](const Request &, Reply reply) { send(api, contract, std::move(reply)); },
        Access::Open);
    router.add(
        "GET", "/web/{file}",
        [&api, files](const Request &request, Reply reply) {
            const auto file = files.find(request.parameters.front());
            if (file == files.end())
                return reply.send(Response::problem(
                    404, {"not_found", QStringLiteral("the page has no such file")}));
            send(api, *file, std::move(reply));
        },
        Access::Open);
}

} // namespace hub
