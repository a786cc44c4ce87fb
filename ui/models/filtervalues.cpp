// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/filtervalues.h"

#include "hub/base/utf8.h"
#include "ui/models/jobstore.h"

#include <algorithm>

namespace ui {

namespace {

constexpr int examined = 20'000;

QStringList textsOf(const hub::Job &job, const QString &field)
{
    if (field == QLatin1String("owner"))
        return {hub::fromUtf8(job.owner)};
    if (field == QLatin1String("source"))
        return {hub::fromUtf8(job.source)};
    if (field == QLatin1String("id") || field == QLatin1String("job"))
        return {hub::fromUtf8(job.id)};
    QStringList texts;
    if (field == QLatin1String("label")) {
        for (const QJsonValue &value : job.labels)
            texts << value.toVariant().toString();
    }
    return texts;
}

} // namespace

QStringList filterValues(const JobStore &jobs, const QString &field)
{
    QHash<QString, int> counts;
    for (int row = jobs.count() - 1; row >= qMax(0, jobs.count() - examined); --row) {
        for (const QString &text : textsOf(jobs.at(row).job, field)) {
            if (!text.isEmpty())
                ++counts[text];
        }
    }
    QStringList values = counts.keys();
    std::sort(values.begin(), values.end(), [&counts](const QString &a, const QString &b) {
        const int left = counts.value(a);
        const int right = counts.value(b);
        return left != right ? left > right : a < b;
    });
    return values;
}

} // namespace ui
