// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/filter/filtertokens.h"

#include "hub/filter/filterwords.h"

#include <array>

namespace hub {

namespace {

constexpr std::array<std::pair<const char *, FilterOperator>, 8> operators{{
    // An operator comes before those that are its beginning.
    {"!=", FilterOperator::NotEqual},
    {"<=", FilterOperator::AtMost},
    {">=", FilterOperator::AtLeast},
    {"<", FilterOperator::Less},
    {">", FilterOperator::Greater},
    {"=", FilterOperator::Equal},
    {"~", FilterOperator::Matches},
    {":", FilterOperator::Has},
}};

bool isLetter(QChar c)
{
    return (c >= QLatin1Char('a') && c <= QLatin1Char('z'))
           || (c >= QLatin1Char('A') && c <= QLatin1Char('Z'));
}

bool isOperatorSign(QChar c)
{
    return QStringView(u":=!<>~").contains(c);
}

FilterFault faultAt(qsizetype position, qsizetype length, const QString &message)
{
    return {position, length, message};
}

} // namespace

QString toString(FilterOperator op)
{
    for (const auto &[sign, value] : operators) {
        if (value == op)
            return QLatin1String(sign);
    }
    return {};
}

QChar FilterTokens::at(qsizetype position) const
{
    return position < m_text.size() ? m_text.at(position) : QChar();
}

bool FilterTokens::isEnd(qsizetype position) const
{
    return position >= m_text.size() || at(position).isSpace() || at(position) == QLatin1Char(')');
}

FilterToken FilterTokens::next(std::optional<FilterFault> &fault)
{
    using Kind = FilterToken::Kind;
    while (m_at < m_text.size() && at(m_at).isSpace())
        ++m_at;
    if (m_at >= m_text.size())
        return {Kind::End, {}, m_at, 0};
    const auto single = [this](Kind kind) { return FilterToken{kind, {}, m_at++, 1}; };
    if (at(m_at) == QLatin1Char('('))
        return single(Kind::Open);
    if (at(m_at) == QLatin1Char(')'))
        return single(Kind::Close);
    if (at(m_at) == QLatin1Char('-') && !isEnd(m_at + 1))
        return single(Kind::Minus);
    for (const auto &[word, kind] :
         {std::pair(u"AND", Kind::And), std::pair(u"OR", Kind::Or), std::pair(u"NOT", Kind::Not)}) {
        const QStringView name(word);
        const qsizetype end = m_at + name.size();
        // `NOT(a)` needs no blank.
        if (QStringView(m_text).mid(m_at).startsWith(name)
            && (isEnd(end) || at(end) == QLatin1Char('('))) {
            const FilterToken token{kind, {}, m_at, name.size()};
            m_at = end;
            return token;
        }
    }
    return term(fault);
}

FilterToken FilterTokens::term(std::optional<FilterFault> &fault)
{
    FilterToken token{FilterToken::Kind::Term, {}, m_at, 0};
    FilterNode &node = token.term;
    node.position = node.valuePosition = m_at;
    if (at(m_at) == QLatin1Char('/') && !isEnd(m_at + 1)) {
        node.kind = FilterNode::Kind::Regex;
        readRegex(node, fault);
    } else if (at(m_at) == QLatin1Char('"')) {
        node.kind = FilterNode::Kind::Word;
        readQuoted(node, fault);
    } else if (readField(node)) {
        node.kind = FilterNode::Kind::Compare;
        readOperator(node);
        readValue(node, fault);
    } else {
        node.kind = FilterNode::Kind::Word;
        node.text = bareText();
    }
    token.length = m_at - token.position;
    if (fault)
        token.kind = FilterToken::Kind::End;
    return token;
}

/// Reads `/expression/` or `/expression/i`.
void FilterTokens::readRegex(FilterNode &node, std::optional<FilterFault> &fault)
{
    const qsizetype begin = ++m_at;
    for (; m_at < m_text.size(); ++m_at) {
        if (at(m_at) == QLatin1Char('\\')) {
            ++m_at;
            continue;
        }
        const qsizetype after = m_at + (at(m_at + 1) == QLatin1Char('i') ? 2 : 1);
        if (at(m_at) == QLatin1Char('/') && isEnd(after)) {
            node.text = m_text.mid(begin, m_at - begin);
            node.valuePosition = begin;
            m_at = after;
            if (node.text.isEmpty())
                fault =
                    faultAt(begin, 0, FilterWords::tr("the expression between / and / is empty"));
            return;
        }
    }
    fault = faultAt(node.position, m_text.size() - node.position,
                    FilterWords::tr("the expression has no closing /; to search for text that "
                                    "begins with /, put it in quotes"));
}

void FilterTokens::readQuoted(FilterNode &node, std::optional<FilterFault> &fault)
{
    const qsizetype begin = m_at++;
    node.valuePosition = begin;
    for (; m_at < m_text.size() && at(m_at) != QLatin1Char('"'); ++m_at) {
        const QChar following = at(m_at + 1);
        if (at(m_at) == QLatin1Char('\\')
            && (following == QLatin1Char('"') || following == QLatin1Char('\\'))) {
            ++m_at;
        }
        node.text += at(m_at);
    }
    if (m_at >= m_text.size()) {
        fault =
            faultAt(begin, m_text.size() - begin, FilterWords::tr("the closing quote is missing"));
    } else if (!isEnd(++m_at)) {
        fault = faultAt(m_at, 1, FilterWords::tr("a blank is missing after the closing quote"));
    } else if (node.text.isEmpty()) {
        fault = faultAt(begin, 2, FilterWords::tr("there is no text between the quotes"));
    }
}

/// Reads the name of a field and stops at its operator. Reads nothing when there is no field.
bool FilterTokens::readField(FilterNode &node)
{
    qsizetype end = m_at;
    while (isLetter(at(end)) || (end > m_at && at(end) == QLatin1Char('_')))
        ++end;
    QString name = m_text.mid(m_at, end - m_at).toLower();
    if (!name.isEmpty() && at(end) == QLatin1Char('.')) {
        const qsizetype dot = end++;
        while (!isEnd(end) && !isOperatorSign(at(end)) && at(end) != QLatin1Char('(')
               && at(end) != QLatin1Char('"')) {
            ++end;
        }
        name += m_text.mid(dot, end - dot);
    }
    const bool isBareSign = at(end) == QLatin1Char('!') && at(end + 1) != QLatin1Char('=');
    if (name.isEmpty() || !isOperatorSign(at(end)) || isBareSign)
        return false;
    if (QStringView(m_text).mid(end).startsWith(u"://"))
        return false; // an address, which is a word
    node.field = name;
    m_at = end;
    return true;
}

void FilterTokens::readOperator(FilterNode &node)
{
    const auto read = [this, &node] {
        for (const auto &[sign, op] : operators) {
            const QLatin1String text(sign);
            if (QStringView(m_text).mid(m_at).startsWith(text)) {
                node.op = op;
                m_at += text.size();
                return;
            }
        }
    };
    read();
    // `age:<1h` is another way to write `age<1h`.
    if (node.op == FilterOperator::Has && QStringView(u"<>=").contains(at(m_at)))
        read();
}

void FilterTokens::readValue(FilterNode &node, std::optional<FilterFault> &fault)
{
    node.valuePosition = m_at;
    if (at(m_at) == QLatin1Char('"')) {
        node.quoted = true;
        return readQuoted(node, fault);
    }
    node.text = bareText();
    if (node.text.count(QLatin1Char('(')) > node.text.count(QLatin1Char(')')))
        fault = faultAt(node.valuePosition, node.text.size(),
                        FilterWords::tr("a ) is missing; put a value with ( in quotes"));
    if (node.text.isEmpty())
        fault = faultAt(
            m_at, 0,
            FilterWords::tr("a value is missing after %1%2").arg(node.field, toString(node.op)));
}

/// Reads up to a blank, or up to a parenthesis that closes a group.
QString FilterTokens::bareText()
{
    const qsizetype begin = m_at;
    int open = 0;
    for (; m_at < m_text.size() && !at(m_at).isSpace(); ++m_at) {
        if (at(m_at) == QLatin1Char('('))
            ++open;
        else if (at(m_at) == QLatin1Char(')') && --open < 0)
            break;
    }
    return m_text.mid(begin, m_at - begin);
}

} // namespace hub
