// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/labeltable.h"

#include "hub/base/utf8.h"

namespace hub {

LabelTable::LabelTable(Database &database)
    : m_insert(database, "INSERT OR IGNORE INTO job_labels (name, value, job_id) VALUES (?, ?, ?)")
    , m_find(database, "SELECT j.last_ms, j.last_n, j.id FROM job_labels AS l CROSS JOIN jobs AS j"
                       " ON j.id = l.job_id WHERE l.name = ? AND l.value = ? LIMIT ?")
{ }

void LabelTable::insert(const Job &job)
{
    for (auto label = job.labels.begin(); label != job.labels.end(); ++label)
        m_insert.run(toWtf8(label.key()), toWtf8(label->toVariant().toString()), job.id);
}

std::optional<std::vector<LabelTable::Labelled>>
LabelTable::find(const QList<std::pair<QString, QString>> &labels, size_t most)
{
    for (const auto &[name, value] : labels) {
        std::vector<Labelled> found;
        Rows rows = m_find.query(name.toUtf8(), value.toUtf8(), static_cast<qint64>(most) + 1);
        while (rows.next())
            found.push_back({rows.eventId(0), rows.bytes(2)});
        if (found.size() <= most)
            return found;
    }
    return std::nullopt;
}

} // namespace hub
