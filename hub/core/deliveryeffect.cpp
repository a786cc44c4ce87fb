// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/deliveryeffect.h"

#include "hub/wire/enumwords.h"

namespace hub {

namespace {

using Kind = DeliveryEffect::Kind;

constexpr char ignoredPrefix[] = "ignored: ";

const EnumWords<Kind, 5> &words()
{
    static const EnumWords<Kind, 5> table({"none", "applied", "duplicate", "unmatched", "ignored"});
    return table;
}

} // namespace

QByteArray toString(DeliveryEffect::Kind kind)
{
    return words().word(kind);
}

QByteArray toString(const DeliveryEffect &effect)
{
    if (effect.kind == Kind::Ignored)
        return ignoredPrefix + effect.reason;
    return toString(effect.kind);
}

DeliveryEffect parseDeliveryEffect(QByteArrayView text)
{
    if (text.startsWith(ignoredPrefix))
        return {Kind::Ignored, text.sliced(sizeof ignoredPrefix - 1).toByteArray()};
    return {words().value(text).value_or(Kind::None)};
}

} // namespace hub
