// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobfilter.h"

#include "hub/base/utf8.h"
#include "ui/models/jobwords.h"

#include <QJsonValue>

namespace ui {

JobFilter::JobFilter(const QString &text, quint32 statuses)
    : m_text(text.left(maxLength))
    , m_statuses(statuses)
{
    const auto tokens = m_text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &token : tokens) {
        if (Term term = parseTerm(token); !term.word.isEmpty())
            m_terms.push_back(std::move(term));
    }
}

JobFilter::Term JobFilter::parseTerm(QString token)
{
    Term term{Field::Any, {}, token.size() > 1 && token.startsWith(QLatin1Char('-'))};
    if (term.negated)
        token.remove(0, 1);
    const std::pair<QLatin1String, Field> fields[] = {{QLatin1String("state:"), Field::State},
                                                      {QLatin1String("kind:"), Field::Kind},
                                                      {QLatin1String("owner:"), Field::Owner}};
    for (const auto &[prefix, field] : fields) {
        if (token.startsWith(prefix, Qt::CaseInsensitive)) {
            term.field = field;
            token.remove(0, prefix.size());
        }
    }
    term.word = token;
    return term;
}

bool JobFilter::matches(const JobRow &row) const
{
    if ((m_statuses & (1U << static_cast<int>(row.job.status))) == 0)
        return false;
    for (const Term &term : m_terms) {
        if (contains(row, term) == term.negated)
            return false;
    }
    return true;
}

bool JobFilter::contains(const JobRow &row, const Term &term)
{
    const auto has = [&term](const QString &text) {
        return text.contains(term.word, Qt::CaseInsensitive);
    };
    const auto wire = [&has](const QByteArray &text) { return has(hub::fromUtf8(text)); };
    const auto state = [&] {
        return wire(hub::toString(row.job.status)) || has(word(row.job.status));
    };
    const auto kind = [&] { return wire(hub::toString(row.job.kind)) || has(word(row.job.kind)); };
    switch (term.field) {
    case Field::State: return state();
    case Field::Kind: return kind();
    case Field::Owner: return has(userName(row.job.owner));
    case Field::Any: break;
    }
    if (has(row.id) || has(row.outcome) || has(row.job.message) || has(userName(row.job.owner))
        || wire(row.job.externalId) || state() || kind()) {
        return true;
    }
    const QJsonObject &labels = row.job.labels;
    return std::any_of(labels.begin(), labels.end(),
                       [&has](const QJsonValue &value) { return has(value.toString()); });
}

} // namespace ui
