// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/operateoptions.h"

#include "app/helio/arguments.h"
#include "app/helio/duration.h"
#include "app/helio/globaloptions.h"
#include "app/hub/secretfile.h"
#include "hub/wire/topic.h"
#include "ui/client/doctor/webhooksigner.h"

namespace helio {

namespace {

constexpr int mostReplays = 10'000;

/// Reads the file in the same way as the hub reads the secrets of its sources.
hub::Result<QByteArray> readSigningKey(const QString &file)
{
    const auto secret = app::readSecretFile(file);
    if (!secret)
        return secret.error();
    const auto key = ui::signingKey(*secret);
    if (!key)
        return wrong(text("--secret-file: %1 does not contain a Standard Webhooks secret (whsec_ "
                          "followed by base64)")
                         .arg(file));
    return *key;
}

} // namespace

hub::Result<DoctorOptions> parseDoctor(const QStringList &list)
{
    const Arguments words(list, {"source", "secret-file"});
    if (const auto error = words.error(0, 1))
        return *error;
    DoctorOptions options;
    options.json = words.has("json");
    if (!words.word(0).isEmpty()) {
        const auto hub = hubAddress(words.word(0));
        if (!hub)
            return hub.error();
        options.hub = *hub;
    }
    if (words.has("source"))
        options.source = words.utf8("source");
    if (!hub::isValidId(options.source))
        return wrong(
            text("--source: \"%1\" is not a valid source name").arg(words.value("source")));
    if (words.has("secret-file")) {
        const auto key = readSigningKey(words.value("secret-file"));
        if (!key)
            return key.error();
        options.signingKey = *key;
    }
    return options;
}

hub::Result<CheckOptions> parseCheck(const QStringList &list)
{
    const Arguments words(list, {});
    if (const auto error = words.error(1, 1))
        return *error;
    return CheckOptions{words.word(0)};
}

hub::Result<TopOptions> parseTop(const QStringList &list)
{
    const Arguments words(list, {}, {"once"});
    if (const auto error = words.error(0, 0))
        return *error;
    return TopOptions{words.has("once"), words.has("json")};
}

hub::Result<ReplayOptions> parseReplay(const QStringList &list)
{
    const Arguments words(list, {"source", "job", "since", "limit"}, {"dry-run"});
    if (const auto error = words.error(0, mostReplays))
        return *error;
    ReplayOptions options;
    options.json = words.has("json");
    options.dryRun = words.has("dry-run");
    for (const QString &word : words.all()) {
        const qint64 id = word.toLongLong();
        if (id < 1)
            return wrong(text("\"%1\" is not a delivery id").arg(word));
        options.ids << id;
    }
    const bool filtered = words.has("source") || words.has("job") || words.has("since");
    if (filtered != options.ids.isEmpty())
        return wrong(text("select deliveries either by id, or by --source, --job and --since"));
    QByteArrayList query;
    for (const char *name : {"source", "job"}) {
        if (!words.has(name))
            continue;
        if (!hub::isValidId(words.utf8(name)))
            return wrong(
                text("--%1: \"%2\" is not a valid name").arg(text(name), words.value(name)));
        query << name + QByteArray("=") + words.utf8(name).toPercentEncoding();
    }
    options.query = query.join('&');
    if (words.has("since")) {
        const auto since = parseDuration(words.value("since"));
        if (!since)
            return wrong(text("--since: expected a duration such as 500ms, 30s, 10m, 2h or 7d"));
        options.since = *since;
    }
    if (words.has("limit")) {
        options.limit = words.value("limit").toInt();
        if (options.limit < 1 || options.limit > mostReplays)
            return wrong(text("--limit: expected a number from 1 to %1").arg(mostReplays));
    }
    return options;
}

} // namespace helio
