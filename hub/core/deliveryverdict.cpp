// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/deliveryverdict.h"

#include "hub/wire/enumwords.h"

namespace hub {

namespace {

const EnumWords<DeliveryVerdict, 3> &words()
{
    static const EnumWords<DeliveryVerdict, 3> table({"accepted", "rejected", "refused"});
    return table;
}

} // namespace

QByteArray toString(DeliveryVerdict verdict)
{
    return words().word(verdict);
}

std::optional<DeliveryVerdict> parseDeliveryVerdict(QByteArrayView word)
{
    return words().value(word);
}

} // namespace hub
