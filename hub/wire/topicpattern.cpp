// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/topicpattern.h"

#include "hub/wire/userid.h"

namespace hub {

namespace {
constexpr qsizetype maxPatternBytes = 5 + maxUserBytes + 1; // "user/" and a star
} // namespace

TopicPattern TopicPattern::exactly(const Topic &topic)
{
    TopicPattern pattern;
    pattern.m_kind = topic.kind;
    pattern.m_text = topic.id;
    return pattern;
}

TopicPattern TopicPattern::all(TopicKind kind)
{
    TopicPattern pattern;
    pattern.m_kind = kind;
    pattern.m_prefix = kind != TopicKind::Hub;
    return pattern;
}

std::optional<TopicPattern> TopicPattern::parse(QByteArrayView text)
{
    if (text.size() > maxPatternBytes)
        return std::nullopt;
    if (!text.endsWith('*')) {
        const auto topic = Topic::parse(text);
        return topic ? std::optional(exactly(*topic)) : std::nullopt;
    }
    // A prefix is valid if it is a valid id or user with one more character.
    const auto topic = Topic::parse(text.chopped(1).toByteArray() + '0');
    if (!topic || topic->kind == TopicKind::Hub)
        return std::nullopt;
    TopicPattern pattern = all(topic->kind);
    pattern.m_text = topic->id.chopped(1);
    return pattern;
}

bool TopicPattern::matches(const Topic &topic) const
{
    if (topic.kind != m_kind)
        return false;
    return m_prefix ? topic.id.startsWith(m_text) : topic.id == m_text;
}

std::optional<Topic> TopicPattern::topic() const
{
    if (m_prefix)
        return std::nullopt;
    return Topic{m_kind, m_text};
}

QByteArray TopicPattern::toString() const
{
    const QByteArray text = Topic{m_kind, m_text}.toString();
    return m_prefix ? text + '*' : text;
}

} // namespace hub
