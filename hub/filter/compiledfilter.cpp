// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/filter/compiledfilter.h"

#include <algorithm>

namespace hub {

namespace {

FilterVerdict verdictOf(bool yes)
{
    return yes ? FilterVerdict::Yes : FilterVerdict::No;
}

FilterVerdict opposite(FilterVerdict verdict)
{
    if (verdict == FilterVerdict::Unknown)
        return verdict;
    return verdictOf(verdict == FilterVerdict::No);
}

/// Returns `deciding` when one child answers so, and else Unknown when one child does not know.
FilterVerdict joined(const CompiledFilter &node, const FilterRow &row, FilterVerdict deciding)
{
    FilterVerdict result = opposite(deciding);
    for (const CompiledFilter &child : node.children) {
        const FilterVerdict verdict = child.judge(row);
        if (verdict == deciding)
            return deciding;
        if (verdict == FilterVerdict::Unknown)
            result = verdict;
    }
    return result;
}

bool usesField(const CompiledFilter &node, int field)
{
    using Kind = CompiledFilter::Kind;
    const bool isCondition =
        node.kind == Kind::Bits || node.kind == Kind::Number || node.kind == Kind::Text;
    return (isCondition && node.field == field)
           || std::any_of(node.children.begin(), node.children.end(),
                          [field](const auto &child) { return usesField(child, field); });
}

void collectHighlights(const CompiledFilter &node, int field, QStringList &words)
{
    const bool searched = node.kind == CompiledFilter::Kind::Words
                          || (node.kind == CompiledFilter::Kind::Text && node.field == field);
    if (searched && !node.highlight.isEmpty() && !words.contains(node.highlight))
        words << node.highlight;
    if (node.kind == CompiledFilter::Kind::Not)
        return;
    for (const CompiledFilter &child : node.children)
        collectHighlights(child, field, words);
}

/// Calls `visit` for each condition that every matching row meets.
template<typename Visit>
void visitNeeded(const CompiledFilter &node, const Visit &visit)
{
    if (node.kind != CompiledFilter::Kind::And)
        return visit(node);
    for (const CompiledFilter &child : node.children)
        visitNeeded(child, visit);
}

} // namespace

FilterVerdict CompiledFilter::judge(const FilterRow &row) const
{
    switch (kind) {
    case Kind::And: return joined(*this, row, FilterVerdict::No);
    case Kind::Or: return joined(*this, row, FilterVerdict::Yes);
    case Kind::Not: return opposite(children.front().judge(row));
    case Kind::Bits: return verdictOf((row.bits(field) & bits) != 0);
    case Kind::Text: return row.texts(field, key, *text);
    case Kind::Words: return row.words(*text);
    case Kind::Number: break;
    }
    const std::optional<double> value = row.number(field);
    return verdictOf(value && *value >= from && *value <= to);
}

int CompiledFilter::cost() const
{
    constexpr int ofText = 2;
    constexpr int ofWords = 3;
    constexpr int ofRegex = 10;
    switch (kind) {
    case Kind::Bits: return 0;
    case Kind::Number: return 1;
    case Kind::Text:
    case Kind::Words:
        if (text->isRegex())
            return ofRegex;
        return kind == Kind::Text ? ofText : ofWords;
    case Kind::And:
    case Kind::Or:
    case Kind::Not: break;
    }
    int highest = 0;
    for (const CompiledFilter &child : children)
        highest = std::max(highest, child.cost());
    return highest;
}

bool Filter::hasRegex() const
{
    constexpr int ofRegex = 10;
    return m_d && m_d->cost() >= ofRegex;
}

FilterVerdict Filter::judge(const FilterRow &row) const
{
    return m_d ? m_d->judge(row) : FilterVerdict::Yes;
}

bool Filter::uses(int field) const
{
    return m_d && usesField(*m_d, field);
}

QStringList Filter::highlights(int field) const
{
    QStringList words;
    if (m_d)
        collectHighlights(*m_d, field, words);
    return words;
}

std::optional<quint32> Filter::neededBits(int field) const
{
    std::optional<quint32> bits;
    if (m_d)
        visitNeeded(*m_d, [&](const CompiledFilter &node) {
            if (node.kind == CompiledFilter::Kind::Bits && node.field == field)
                bits = bits.value_or(~quint32{0}) & node.bits;
        });
    return bits;
}

QList<std::pair<QString, QString>> Filter::neededTexts(int field) const
{
    QList<std::pair<QString, QString>> texts;
    if (m_d)
        visitNeeded(*m_d, [&](const CompiledFilter &node) {
            if (node.kind == CompiledFilter::Kind::Text && node.field == field
                && !node.text->exact().isEmpty())
                texts.emplace_back(node.key, node.text->exact());
        });
    return texts;
}

} // namespace hub
