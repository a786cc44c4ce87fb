// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/filter/compiledfilter.h"
#include "hub/filter/filterwords.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hub {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

class Compiler
{
public:
    Compiler(const FilterFields &fields, const FilterContext &context,
             std::optional<FilterFault> &fault)
        : m_fields(fields)
        , m_context(context)
        , m_fault(fault)
    { }

    CompiledFilter compile(const FilterNode &node)
    {
        switch (node.kind) {
        case FilterNode::Kind::And: return list(CompiledFilter::Kind::And, node);
        case FilterNode::Kind::Or: return list(CompiledFilter::Kind::Or, node);
        case FilterNode::Kind::Not: return list(CompiledFilter::Kind::Not, node);
        case FilterNode::Kind::Word: return word(node);
        case FilterNode::Kind::Regex:
            return {.kind = CompiledFilter::Kind::Words, .text = regex(node)};
        case FilterNode::Kind::Compare: break;
        }
        return comparison(node);
    }

private:
    CompiledFilter list(CompiledFilter::Kind kind, const FilterNode &node)
    {
        CompiledFilter result{.kind = kind};
        for (const FilterNode &child : node.children) {
            if (!m_fault)
                result.children.push_back(compile(child));
        }
        // The order does not change the answer, so cheap conditions come first.
        if (!m_fault)
            std::stable_sort(result.children.begin(), result.children.end(),
                             [](const CompiledFilter &a, const CompiledFilter &b) {
                                 return a.cost() < b.cost();
                             });
        return result;
    }

    static CompiledFilter word(const FilterNode &node)
    {
        return {.kind = CompiledFilter::Kind::Words,
                .text = FilterText::containing(node.text),
                .highlight = node.text};
    }

    CompiledFilter comparison(const FilterNode &node)
    {
        const FilterField *field = m_fields.find(node.field);
        if (!field)
            return unknownField(node);
        if (node.op == FilterOperator::NotEqual) {
            FilterNode equal = node;
            equal.op = FilterOperator::Equal;
            CompiledFilter result{.kind = CompiledFilter::Kind::Not};
            result.children.push_back(comparison(equal));
            return result;
        }
        switch (field->type) {
        case FilterType::Text: return text(node, *field);
        case FilterType::Enum:
        case FilterType::Flags: return words(node, *field);
        default: return number(node, *field);
        }
    }

    CompiledFilter text(const FilterNode &node, const FilterField &field)
    {
        const qsizetype dot = node.field.indexOf(QLatin1Char('.'));
        CompiledFilter result{.kind = CompiledFilter::Kind::Text,
                              .field = field.id,
                              .key = dot < 0 ? QString() : node.field.mid(dot + 1)};
        if (node.op == FilterOperator::Matches) {
            result.text = regex(node);
        } else if (node.op == FilterOperator::Equal) {
            result.text = FilterText::equal(node.text);
            result.highlight = node.text;
        } else if (node.op != FilterOperator::Has) {
            return fail(node.position, node.field.size(),
                        FilterWords::tr("%1 is a text: use : = != or ~").arg(node.field));
        } else if (!node.quoted && node.text.contains(QLatin1Char('*'))) {
            result.text = FilterText::glob(node.text);
        } else {
            result.text = FilterText::containing(node.text);
            result.highlight = node.text;
        }
        return result;
    }

    std::optional<FilterText> regex(const FilterNode &node)
    {
        QString problem;
        auto text =
            FilterText::regex(node.text, m_context.regexSteps, m_context.regexCharacters, problem);
        if (!text)
            fail(node.valuePosition, node.text.size(), problem);
        return text;
    }

    CompiledFilter words(const FilterNode &node, const FilterField &field)
    {
        const bool equals = node.op == FilterOperator::Has || node.op == FilterOperator::Equal;
        if (!equals && (!field.ordered || node.op == FilterOperator::Matches))
            return fail(node.position, node.field.size(),
                        FilterWords::tr("%1 has no order: use : = or !=").arg(node.field));
        CompiledFilter result{.kind = CompiledFilter::Kind::Bits, .field = field.id};
        qsizetype position = node.valuePosition + (node.quoted ? 1 : 0);
        const QStringList values =
            equals ? node.text.split(QLatin1Char(',')) : QStringList(node.text);
        for (const QString &value : values) {
            const quint32 bits = bitsOf(value, field);
            if (bits == 0 && isElsewhere(value, field))
                return fail(position, value.size(),
                            FilterWords::tr("only the monitor can judge %1:%2, because the hub "
                                            "does not know it. The values here are: %3")
                                .arg(node.field, value, known(field)));
            if (bits == 0)
                return unknownWord(value, position, node, field);
            result.bits |= equals ? bits : compared(bits, node.op);
            position += value.size() + 1;
        }
        return result;
    }

    /// Returns the bits of all words that begin with `value`. One that is equal beats the others.
    static quint32 bitsOf(const QString &value, const FilterField &field)
    {
        quint32 equal = 0;
        quint32 begins = 0;
        for (qsizetype bit = 0; bit < field.words.size() && !value.isEmpty(); ++bit) {
            for (const QString &word : field.words.at(bit).split(QLatin1Char('|'))) {
                if (word.compare(value, Qt::CaseInsensitive) == 0)
                    equal |= 1U << bit;
                if (word.startsWith(value, Qt::CaseInsensitive))
                    begins |= 1U << bit;
            }
        }
        return equal != 0 ? equal : begins;
    }

    /// Returns whether a word that this program cannot judge begins with `value`.
    static bool isElsewhere(const QString &value, const FilterField &field)
    {
        return !value.isEmpty()
               && std::any_of(field.elsewhere.begin(), field.elsewhere.end(),
                              [&value](const QString &word) {
                                  return word.startsWith(value, Qt::CaseInsensitive);
                              });
    }

    /// Returns the words of a field for a message.
    static QString known(const FilterField &field)
    {
        QStringList words;
        for (const QString &word : field.words) {
            if (!word.isEmpty())
                words << word.section(QLatin1Char('|'), 0, 0);
        }
        return words.join(QLatin1String(", "));
    }

    static quint32 compared(quint32 bits, FilterOperator op)
    {
        const quint32 lowest = bits & (~bits + 1);
        const quint32 below = lowest - 1;
        switch (op) {
        case FilterOperator::Less: return below;
        case FilterOperator::AtMost: return below | bits;
        case FilterOperator::Greater: return ~(below | bits);
        default: return ~below;
        }
    }

    CompiledFilter number(const FilterNode &node, const FilterField &field)
    {
        CompiledFilter result{.kind = CompiledFilter::Kind::Number, .field = field.id};
        const qsizetype dots = node.quoted ? -1 : node.text.indexOf(QLatin1String(".."));
        const bool equals = node.op == FilterOperator::Has || node.op == FilterOperator::Equal;
        const auto first = value(field, node.text.left(dots < 0 ? node.text.size() : dots));
        const auto last = dots < 0 ? first : value(field, node.text.mid(dots + 2));
        if (node.op == FilterOperator::Matches || (dots >= 0 && !equals))
            return fail(node.position, node.field.size(),
                        FilterWords::tr("%1 is a number: use : = != < <= > or >=").arg(node.field));
        if (!first || !last)
            return fail(node.valuePosition, node.text.size(),
                        FilterWords::tr("%1 is no value of %2; examples: %3")
                            .arg(node.text, node.field, filterValueExamples(field.type)));
        result.from = -infinity;
        result.to = infinity;
        switch (node.op) {
        case FilterOperator::Less: result.to = std::nextafter(first->from, -infinity); break;
        case FilterOperator::AtMost: result.to = first->from; break;
        case FilterOperator::Greater: result.from = std::nextafter(first->from, infinity); break;
        case FilterOperator::AtLeast: result.from = first->from; break;
        default:
            result.from = first->from;
            // Of a range, the last value counts as it is, but a time as its whole minute or day.
            result.to = dots < 0 || field.type == FilterType::Time ? last->to : last->from;
        }
        return result;
    }

    std::optional<FilterSpan> value(const FilterField &field, const QString &text) const
    {
        return parseFilterValue(field.type, text, m_context);
    }

    CompiledFilter unknownField(const FilterNode &node)
    {
        return fail(
            node.position, node.field.size(),
            FilterWords::tr("unknown field %1. The fields of %2 are: %3. To search for the "
                            "text, put it in quotes")
                .arg(node.field, m_fields.rows(), m_fields.names().join(QLatin1String(", "))));
    }

    CompiledFilter unknownWord(const QString &value, qsizetype position, const FilterNode &node,
                               const FilterField &field)
    {
        return fail(position, value.size(),
                    FilterWords::tr("%1 is no value of %2. The values are: %3")
                        .arg(value, node.field, known(field)));
    }

    CompiledFilter fail(qsizetype position, qsizetype length, const QString &message)
    {
        if (!m_fault)
            m_fault = FilterFault{position, length, message};
        return {};
    }

    const FilterFields &m_fields;
    const FilterContext &m_context;
    std::optional<FilterFault> &m_fault;
};

} // namespace

Filter Filter::compile(const FilterNode &tree, const FilterFields &fields,
                       const FilterContext &context, std::optional<FilterFault> &fault)
{
    Filter filter;
    fault.reset();
    auto compiled =
        std::make_shared<const CompiledFilter>(Compiler(fields, context, fault).compile(tree));
    const bool all = tree.kind == FilterNode::Kind::And && tree.children.empty();
    if (!fault && !all)
        filter.m_d = std::move(compiled);
    return filter;
}

Filter Filter::parse(const QString &text, const FilterFields &fields, const FilterContext &context,
                     std::optional<FilterFault> &fault)
{
    ParsedFilter parsed = parseFilter(text);
    if (!parsed.ok()) {
        fault = std::move(parsed.fault);
        return {};
    }
    return compile(parsed.tree, fields, context, fault);
}

} // namespace hub
