// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/connectionvalues.h"

#include "ui/models/connectionmodel.h"
#include "ui/models/jobwords.h"

#include <QSet>

namespace ui {

QStringList connectionValues(const ConnectionModel &connections, const QString &field)
{
    QSet<QString> found;
    for (const auto &[id, connection] : connections.all()) {
        if (field == QLatin1String("topic"))
            found.insert(displayText(connection.topic));
        else if (field == QLatin1String("user"))
            found.insert(displayText(connection.user));
        else if (field == QLatin1String("scope"))
            found.insert(displayText(connection.scope));
        else if (field == QLatin1String("address"))
            found.insert(connection.remote);
    }
    found.remove(QString());
    QStringList sorted(found.begin(), found.end());
    sorted.sort();
    return sorted;
}

} // namespace ui
