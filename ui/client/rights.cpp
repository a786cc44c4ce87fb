// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/rights.h"

#include <QJsonArray>

namespace ui {

Rights Rights::parse(const QJsonObject &answer)
{
    const QJsonValue scopes = answer.value(QLatin1String("scopes"));
    if (!scopes.isArray())
        return {};
    const QJsonArray words = scopes.toArray();
    Rights rights;
    rights.admin = words.contains(QLatin1String("admin"));
    rights.publish = rights.admin || words.contains(QLatin1String("publish"));
    rights.anyJob = !answer.value(QLatin1String("limited")).toBool();
    return rights;
}

} // namespace ui
