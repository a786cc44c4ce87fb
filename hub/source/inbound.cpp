// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/inbound.h"

namespace hub {

namespace {

QByteArray firstValue(const QList<std::pair<QByteArray, QByteArray>> &fields, QByteArrayView name)
{
    for (const auto &[key, value] : fields) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace

QByteArray Inbound::header(QByteArrayView name) const
{
    return firstValue(headers, name);
}

QByteArray Inbound::parameter(QByteArrayView name) const
{
    return firstValue(query, name);
}

} // namespace hub
