// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/filteredit.h"

#include "hub/filter/connectionfields.h"
#include "hub/filter/deliveryfields.h"
#include "hub/filter/eventfields.h"
#include "hub/filter/jobfields.h"
#include "ui/models/eventring.h"
#include "ui/models/jobstore.h"
#include "ui/models/loglevel.h"

#include <algorithm>

namespace ui {

namespace {

const hub::FilterFields &fieldsOf(FilterKind kind)
{
    switch (kind) {
    case FilterKind::Jobs: return hub::monitorJobFields();
    case FilterKind::Deliveries: return hub::deliveryFields();
    case FilterKind::Connections: return hub::connectionFields();
    case FilterKind::Events: break;
    }
    return hub::eventFields();
}

/// Returns where the term at the cursor begins.
qsizetype termStart(const QString &text, qsizetype cursor)
{
    qsizetype start = cursor;
    while (start > 0 && !text.at(start - 1).isSpace() && text.at(start - 1) != QLatin1Char('('))
        --start;
    while (start < cursor && text.at(start) == QLatin1Char('-'))
        ++start;
    return start;
}

QStringList words(const hub::FilterField &field)
{
    QStringList all;
    for (const QString &word : field.words)
        all << word.section(QLatin1Char('|'), 0, 0);
    all.removeAll(QString());
    return all;
}

/// Adds a candidate that begins with what is given. `written` is how a filter has it.
void add(FilterCompletion &completion, const QString &candidate, const QString &given,
         const QString &written)
{
    const bool begins = candidate.startsWith(given, Qt::CaseInsensitive)
                        || written.startsWith(given, Qt::CaseInsensitive);
    if (begins && written != given && completion.texts.size() < mostCompletions)
        completion.texts << written;
}

} // namespace

FilterCompletion completionAt(const QString &text, qsizetype cursor, FilterKind kind,
                              const FilterValues &values)
{
    const qsizetype start = termStart(text, cursor);
    const QString term = text.mid(start, cursor - start);
    const auto isSign = [](QChar c) { return QStringView(u":=!<>~").contains(c); };
    const auto sign = std::find_if(term.begin(), term.end(), isSign);
    FilterCompletion completion{start};
    if (sign == term.end()) {
        for (const QString &name : fieldsOf(kind).names())
            add(completion, name, term, name + QLatin1Char(':'));
        return completion;
    }
    const auto value = std::find_if_not(sign, term.end(), isSign);
    completion.from = start + (value - term.begin());
    const QString given = text.mid(completion.from, cursor - completion.from);
    const QString name = term.left(sign - term.begin()).toLower();
    const hub::FilterField *field = fieldsOf(kind).find(name);
    if (!field)
        return completion;
    if (field->type == hub::FilterType::Text && values) {
        for (const QString &one : values(field->name()))
            add(completion, one, given, hub::filterWord(one));
    }
    for (const QString &word : words(*field))
        add(completion, word, given, word);
    return completion;
}

QString withTerm(const QString &filter, const QString &term, FilterUse use)
{
    using Kind = hub::FilterNode::Kind;
    const QString added = use == FilterUse::Exclude ? QLatin1Char('-') + term : term;
    const QString text = filter.trimmed();
    const hub::ParsedFilter parsed = hub::parseFilter(text);
    if (!parsed.ok() || text.isEmpty() || use == FilterUse::Replace)
        return added;
    const hub::FilterNode wanted = hub::parseFilter(added).tree;
    const auto &parts = parsed.tree.children;
    const bool isList = parsed.tree.kind == (use == FilterUse::Or ? Kind::Or : Kind::And);
    if (parsed.tree == wanted
        || (isList && std::find(parts.begin(), parts.end(), wanted) != parts.end()))
        return text;
    if (use == FilterUse::Or)
        return text + QStringLiteral(" OR ") + added;
    const bool hasAlternatives = parsed.tree.kind == Kind::Or;
    return (hasAlternatives ? QLatin1Char('(') + text + QLatin1Char(')') : text) + QLatin1Char(' ')
           + added;
}

QString fieldTerm(const QString &field, const QString &text)
{
    return hub::filterTerm(field, hub::FilterOperator::Equal, text);
}

QString stateTerm(const JobRow &row)
{
    return QStringLiteral("state:") + QString::fromLatin1(toString(row.job.status));
}

QString kindTerm(const JobRow &row)
{
    return QStringLiteral("kind:") + QString::fromLatin1(toString(row.job.kind));
}

QString eventTerm(const LogRow &row)
{
    const bool isSevere = row.level == LogLevel::Error || row.level == LogLevel::Warning;
    if (row.type == hub::EventType::Log && isSevere)
        return QStringLiteral("level:") + filterWordOf(row.level);
    return QStringLiteral("event:") + QString::fromLatin1(toString(row.type));
}

QString wordTerm(const QString &text)
{
    return hub::filterWord(text);
}

} // namespace ui
