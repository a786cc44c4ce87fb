// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/filter/eventfields.h"

#include "hub/filter/filterwords.h"
#include "hub/wire/event.h"

#include <array>

namespace hub {

namespace {

constexpr std::array<const char *, 4> levels{"debug", "info", "warning", "error"};

QStringList eventWords()
{
    QStringList words;
    for (std::size_t type = 0; type < eventTypes; ++type)
        words << QString::fromLatin1(toString(static_cast<EventType>(type)));
    return words;
}

QStringList levelWords()
{
    QStringList words;
    for (const char *level : levels)
        words << QLatin1String(level);
    return words;
}

FilterField field(EventField number, FilterType type, const char *names,
                  const QStringList &words = {})
{
    return {static_cast<int>(number), type, QString::fromLatin1(names).split(QLatin1Char(' ')),
            words, number == EventField::Level};
}

} // namespace

const FilterFields &eventFields()
{
    static const FilterFields fields(
        FilterWords::tr("events"),
        {
            field(EventField::Event, FilterType::Enum, "event type", eventWords()),
            field(EventField::Level, FilterType::Enum, "level", levelWords()),
            field(EventField::Job, FilterType::Text, "job"),
            field(EventField::Message, FilterType::Text, "msg message"),
            field(EventField::Id, FilterType::Text, "id"),
            field(EventField::Time, FilterType::Time, "time"),
            field(EventField::Age, FilterType::Duration, "age"),
            field(EventField::Size, FilterType::Size, "size"),
        });
    return fields;
}

} // namespace hub
