// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/filter/connectionfields.h"

#include "hub/filter/filterwords.h"

namespace hub {

namespace {

FilterField field(ConnectionField number, FilterType type, const char *names,
                  const char *words = "")
{
    const auto list = [](const char *text) {
        return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    return {static_cast<int>(number), type, list(names), list(words)};
}

} // namespace

const FilterFields &connectionFields()
{
    // The order of the words of `is` is that of ConnectionIsBit.
    static const FilterFields fields(
        FilterWords::tr("connections"),
        {
            field(ConnectionField::Topic, FilterType::Text, "topic"),
            field(ConnectionField::User, FilterType::Text, "user"),
            field(ConnectionField::Agent, FilterType::Text, "agent"),
            field(ConnectionField::Address, FilterType::Text, "address remote"),
            field(ConnectionField::Scope, FilterType::Text, "scope"),
            field(ConnectionField::Is, FilterType::Flags, "is", "own slow"),
            field(ConnectionField::Id, FilterType::Text, "id"),
            field(ConnectionField::Lag, FilterType::Number, "lag"),
            field(ConnectionField::Delay, FilterType::Duration, "delay"),
            field(ConnectionField::Backlog, FilterType::Size, "backlog"),
            field(ConnectionField::Sent, FilterType::Size, "sent"),
            field(ConnectionField::Events, FilterType::Number, "events"),
            field(ConnectionField::Age, FilterType::Duration, "age"),
            field(ConnectionField::Since, FilterType::Time, "since time"),
        });
    return fields;
}

} // namespace hub
