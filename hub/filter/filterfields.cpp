// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/filter/filterfields.h"

namespace hub {

const FilterField *FilterFields::find(const QString &name) const
{
    const qsizetype dot = name.indexOf(QLatin1Char('.'));
    const QString plain = name.left(dot < 0 ? name.size() : dot);
    for (const FilterField &field : m_fields) {
        if (field.names.contains(plain) && (dot < 0 || field.keyed))
            return &field;
    }
    return nullptr;
}

QStringList FilterFields::names() const
{
    QStringList names;
    for (const FilterField &field : m_fields)
        names << field.name();
    return names;
}

} // namespace hub
