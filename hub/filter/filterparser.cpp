// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/filter/filtertokens.h"
#include "hub/filter/filterwords.h"

namespace hub {

namespace {

/// Recursive descent; the depth is bounded by maxFilterDepth.
class Parser
{
public:
    explicit Parser(const QString &text) : m_tokens(text) { advance(); }

    ParsedFilter parse()
    {
        if (m_token.kind == Kind::End)
            return {{}, std::move(m_fault)};
        FilterNode tree = alternatives(0);
        if (!m_fault && m_token.kind == Kind::Close)
            fail(FilterWords::tr("there is nothing to close; put ) in quotes to search for it"));
        if (m_fault)
            return {{}, std::move(m_fault)};
        return {std::move(tree), {}};
    }

private:
    using Kind = FilterToken::Kind;

    void advance() { m_token = m_tokens.next(m_fault); }
    void fail(const QString &message)
    {
        if (!m_fault)
            m_fault = FilterFault{m_token.position, m_token.length, message};
    }

    FilterNode alternatives(int depth)
    {
        std::vector<FilterNode> parts{conjunction(depth)};
        while (!m_fault && m_token.kind == Kind::Or) {
            advance();
            parts.push_back(conjunction(depth));
        }
        return joined(FilterNode::Kind::Or, std::move(parts));
    }

    FilterNode conjunction(int depth)
    {
        std::vector<FilterNode> parts{negation(depth)};
        while (!m_fault) {
            if (m_token.kind == Kind::And)
                advance();
            else if (m_token.kind == Kind::End || m_token.kind == Kind::Close
                     || m_token.kind == Kind::Or)
                break;
            if (!m_fault)
                parts.push_back(negation(depth));
        }
        return joined(FilterNode::Kind::And, std::move(parts));
    }

    FilterNode negation(int depth)
    {
        if (m_token.kind == Kind::Minus)
            return negated(depth, &Parser::afterMinus);
        if (m_token.kind == Kind::Not)
            return negated(depth, &Parser::negation);
        return primary(depth);
    }

    FilterNode negated(int depth, FilterNode (Parser::*operand)(int))
    {
        if (isTooDeep(depth))
            return {};
        FilterNode node;
        node.kind = FilterNode::Kind::Not;
        node.position = m_token.position;
        advance();
        node.children.push_back((this->*operand)(depth + 1));
        return node;
    }

    /// In `--a` the second dash is part of the word.
    FilterNode afterMinus(int depth)
    {
        if (m_token.kind != Kind::Minus)
            return primary(depth);
        advance();
        if (m_token.kind != Kind::Term || m_token.term.kind != FilterNode::Kind::Word)
            fail(FilterWords::tr("use one - or NOT"));
        FilterNode node = primary(depth);
        node.text.prepend(QLatin1Char('-'));
        return node;
    }

    FilterNode primary(int depth)
    {
        if (m_fault)
            return {};
        if (m_token.kind == Kind::Open)
            return group(depth);
        if (m_token.kind != Kind::Term) {
            fail(FilterWords::tr("a word or a condition is missing here"));
            return {};
        }
        if (++m_terms > maxFilterTerms)
            fail(FilterWords::tr("a filter has at most %1 terms").arg(maxFilterTerms));
        const bool isRegex = m_token.term.kind == FilterNode::Kind::Regex
                             || m_token.term.op == FilterOperator::Matches;
        if (isRegex && ++m_regexes > maxFilterRegexes)
            fail(FilterWords::tr("a filter has at most %1 regular expressions")
                     .arg(maxFilterRegexes));
        FilterNode term = std::move(m_token.term);
        advance();
        return term;
    }

    FilterNode group(int depth)
    {
        if (isTooDeep(depth))
            return {};
        const FilterToken open = m_token;
        advance();
        FilterNode inner = alternatives(depth + 1);
        if (!m_fault && m_token.kind != Kind::Close)
            m_fault =
                FilterFault{open.position, open.length, FilterWords::tr("this ( is not closed")};
        advance();
        return inner;
    }

    bool isTooDeep(int depth)
    {
        if (depth >= maxFilterDepth)
            fail(FilterWords::tr("a filter is nested at most %1 deep").arg(maxFilterDepth));
        return m_fault.has_value();
    }

    static FilterNode joined(FilterNode::Kind kind, std::vector<FilterNode> parts)
    {
        if (parts.size() == 1)
            return std::move(parts.front());
        FilterNode node;
        node.kind = kind;
        node.position = parts.front().position;
        node.children = std::move(parts);
        return node;
    }

    FilterTokens m_tokens;
    FilterToken m_token;
    std::optional<FilterFault> m_fault;
    int m_terms = 0;
    int m_regexes = 0;
};

} // namespace

ParsedFilter parseFilter(const QString &text)
{
    if (text.size() > maxFilterCharacters) {
        return {
            {},
            FilterFault{
                maxFilterCharacters, text.size() - maxFilterCharacters,
                FilterWords::tr("a filter has at most %1 characters").arg(maxFilterCharacters)}};
    }
    return Parser(text).parse();
}

} // namespace hub
