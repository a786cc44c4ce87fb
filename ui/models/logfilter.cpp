// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logfilter.h"

#include "hub/base/utf8.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {

namespace {

class Filters
{
    Q_DECLARE_TR_FUNCTIONS(ui::LogFilter)
};

constexpr std::array<const char *, 5> levelNames{"", "debug", "info", "warning", "error"};
constexpr int lastType = static_cast<int>(hub::EventType::Notification);

const std::array<QByteArray, lastType + 1> &typeNames()
{
    static const auto names = [] {
        std::array<QByteArray, lastType + 1> all;
        for (int type = 0; type <= lastType; ++type)
            all[static_cast<size_t>(type)] = hub::toString(static_cast<hub::EventType>(type));
        return all;
    }();
    return names;
}

char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

QByteArray foldedText(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    for (char &c : bytes)
        c = folded(c);
    return bytes;
}

quint32 typesNamed(QByteArrayView word)
{
    quint32 mask = 0;
    for (int type = 0; type <= lastType; ++type) {
        if (typeNames()[static_cast<size_t>(type)].startsWith(word))
            mask |= 1U << type;
    }
    return mask;
}

quint32 levelsNamed(QByteArrayView word)
{
    quint32 mask = 0;
    for (size_t level = 1; level < levelNames.size(); ++level) {
        if (QByteArrayView(levelNames[level]).startsWith(word))
            mask |= 1U << level;
    }
    return mask;
}

/// Sets limits at the start of the pattern, because QRegularExpression has no function for that.
/// PCRE2 uses the last of several limits, so parseTerm() rejects a pattern with its own. The heap
/// limit is in KiB and applies only without the JIT compiler.
QString limited(const QString &pattern)
{
    return QStringLiteral("(*LIMIT_MATCH=%1)(*LIMIT_HEAP=1024)").arg(LogFilter::maxSteps) + pattern;
}

/// Returns no value if the match ended at a limit.
std::optional<bool> found(const QRegularExpression &regex, QByteArrayView text)
{
    const QRegularExpressionMatch match = regex.match(hub::fromUtf8(text));
    return match.isValid() ? std::optional(match.hasMatch()) : std::nullopt;
}

hub::Error bad(const QString &message)
{
    return {QByteArrayLiteral("bad_filter"), message};
}

} // namespace

bool containsFolded(QByteArrayView hay, QByteArrayView needle)
{
    if (needle.isEmpty())
        return true;
    const qsizetype last = hay.size() - needle.size();
    for (qsizetype at = 0; at <= last; ++at) {
        qsizetype i = 0;
        while (i < needle.size() && folded(hay[at + i]) == needle[i])
            ++i;
        if (i == needle.size())
            return true;
    }
    return false;
}

hub::Result<LogFilter> LogFilter::parse(const QString &text)
{
    LogFilter filter;
    filter.m_text = text.left(maxLength).trimmed();
    QStringList tokens;
    if (filter.m_text.startsWith(QLatin1Char('/'))) {
        tokens << filter.m_text; // an expression may contain blanks
    } else {
        tokens = filter.m_text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }
    for (const QString &token : std::as_const(tokens)) {
        auto term = parseTerm(token);
        if (!term)
            return term.error();
        filter.m_terms.push_back(std::move(*term));
    }
    std::stable_partition(filter.m_terms.begin(), filter.m_terms.end(),
                          [](const Term &term) { return term.field != Field::Regex; });
    return filter;
}

hub::Result<LogFilter::Term> LogFilter::parseTerm(const QString &token)
{
    Term term;
    term.negated = token.size() > 1 && token.startsWith(QLatin1Char('-'));
    const QString plain = term.negated ? token.mid(1) : token;
    if (plain.size() > 1 && plain.startsWith(QLatin1Char('/'))) {
        const bool closed = plain.size() > 2 && plain.endsWith(QLatin1Char('/'));
        term.field = Field::Regex;
        const QString pattern = plain.mid(1, plain.size() - (closed ? 2 : 1));
        if (pattern.contains(QLatin1String("(*LIMIT_")))
            return bad(Filters::tr("A regular expression cannot contain \"(*LIMIT_\""));
        term.regex =
            QRegularExpression(limited(pattern), QRegularExpression::CaseInsensitiveOption);
        if (!term.regex.isValid())
            return bad(Filters::tr("Invalid regular expression: %1").arg(term.regex.errorString()));
        return term;
    }
    const QString field = plain.section(QLatin1Char(':'), 0, 0).toLower();
    const QByteArray value = foldedText(plain.section(QLatin1Char(':'), 1));
    if (field == QLatin1String("job") && !value.isEmpty()) {
        term.field = Field::Job;
        term.word = value;
    } else if (field == QLatin1String("type") && !value.isEmpty()) {
        term.field = Field::Type;
        term.mask = typesNamed(value);
    } else if (field == QLatin1String("level") && !value.isEmpty()) {
        term.field = Field::Level;
        term.mask = levelsNamed(value);
    } else {
        term.word = foldedText(plain);
        return term;
    }
    if (term.field != Field::Job && term.mask == 0)
        return bad(Filters::tr("Unknown %1: %2").arg(field, hub::fromUtf8(value)));
    return term;
}

bool LogFilter::hasExpression() const
{
    return !m_terms.empty() && m_terms.back().field == Field::Regex;
}

LogFilter::Judgement LogFilter::judge(const EventRing &ring, const LogRow &row,
                                      QByteArrayView text) const
{
    if (row.kind != LogKind::Event)
        return Judgement::Shown;
    Judgement judgement = Judgement::Shown;
    for (const Term &term : m_terms) {
        const std::optional<bool> contained = contains(ring, row, text, term);
        if (!contained) {
            judgement = Judgement::TooCostly;
        } else if (*contained == term.negated) {
            return Judgement::Hidden;
        }
    }
    return judgement;
}

std::optional<bool> LogFilter::contains(const EventRing &ring, const LogRow &row,
                                        QByteArrayView text, const Term &term)
{
    switch (term.field) {
    case Field::Type: return (term.mask & (1U << static_cast<int>(row.type))) != 0;
    case Field::Level: return (term.mask & (1U << static_cast<int>(row.level))) != 0;
    case Field::Job: return containsFolded(ring.jobId(row.job), term.word);
    case Field::Regex: return found(term.regex, text);
    case Field::Any: break;
    }
    return containsFolded(text, term.word) || containsFolded(ring.jobId(row.job), term.word)
           || containsFolded(typeNames()[static_cast<size_t>(row.type)], term.word);
}

} // namespace ui
