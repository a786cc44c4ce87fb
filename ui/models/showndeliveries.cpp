// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/showndeliveries.h"

#include "ui/models/deliverymodel.h"
#include "ui/models/jobwords.h"

#include <QHash>

#include <algorithm>

namespace ui {

ShownDeliveries::ShownDeliveries(DeliveryModel *deliveries, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_deliveries(deliveries)
{
    setSourceModel(deliveries);
}

void ShownDeliveries::setFilter(const DeliveryFilter &filter, qint64 nowMs)
{
    m_filter = filter;
    m_nowMs = nowMs;
    invalidateFilter();
}

void ShownDeliveries::passTime(qint64 nowMs)
{
    m_nowMs = nowMs;
    if (m_filter.dependsOnTime())
        invalidateFilter();
}

QStringList ShownDeliveries::values(const QString &field) const
{
    QHash<QString, int> counts;
    for (int row = 0; row < m_deliveries->rowCount(); ++row) {
        const DeliveryInfo &delivery = m_deliveries->at(row);
        if (field == QLatin1String("source"))
            ++counts[delivery.source];
        else if (field == QLatin1String("job"))
            ++counts[displayText(delivery.jobId)];
        else if (field == QLatin1String("path"))
            ++counts[delivery.path];
    }
    counts.remove(QString());
    QStringList values = counts.keys();
    std::sort(values.begin(), values.end(), [&counts](const QString &a, const QString &b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
    });
    return values;
}

const DeliveryInfo *ShownDeliveries::at(const QModelIndex &index) const
{
    const QModelIndex source = mapToSource(index);
    return source.isValid() ? &m_deliveries->at(source.row()) : nullptr;
}

bool ShownDeliveries::filterAcceptsRow(int row, const QModelIndex &) const
{
    return m_filter.matches(m_deliveries->at(row), m_nowMs);
}

} // namespace ui
