// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/filter/deliveryfields.h"

#include "hub/filter/filterwords.h"

namespace hub {

namespace {

FilterField field(DeliveryField number, FilterType type, const char *names, const char *words = "")
{
    const auto list = [](const char *text) {
        return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    return {static_cast<int>(number), type, list(names), list(words)};
}

} // namespace

const FilterFields &deliveryFields()
{
    // The order of the words is that of the bits in the header.
    static const FilterFields fields(
        FilterWords::tr("deliveries"),
        {
            field(DeliveryField::Source, FilterType::Text, "source"),
            field(DeliveryField::Verdict, FilterType::Enum, "verdict", "accepted rejected refused"),
            field(DeliveryField::Effect, FilterType::Enum, "effect",
                  "none applied duplicate unmatched ignored"),
            field(DeliveryField::Is, FilterType::Flags, "is", "replay bad"),
            field(DeliveryField::Status, FilterType::Number, "status"),
            field(DeliveryField::Job, FilterType::Text, "job"),
            field(DeliveryField::External, FilterType::Text, "external"),
            field(DeliveryField::Reason, FilterType::Text, "reason"),
            field(DeliveryField::Id, FilterType::Text, "id"),
            field(DeliveryField::Path, FilterType::Text, "path"),
            field(DeliveryField::Size, FilterType::Size, "size"),
            field(DeliveryField::Time, FilterType::Time, "time received"),
            field(DeliveryField::Age, FilterType::Duration, "age"),
        });
    return fields;
}

} // namespace hub
