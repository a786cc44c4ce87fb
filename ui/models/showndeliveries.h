// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/deliveryfilter.h"

#include <QSortFilterProxyModel>

namespace ui {

class DeliveryModel;

/// The webhooks that match a filter, in the order of the DeliveryModel.
class ShownDeliveries : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShownDeliveries)

public:
    /// `deliveries` is not owned.
    explicit ShownDeliveries(DeliveryModel *deliveries, QObject *parent = nullptr);

    const DeliveryFilter &filter() const { return m_filter; }
    /// `nowMs` is the time for ages, in ms since 1970 UTC.
    void setFilter(const DeliveryFilter &filter, qint64 nowMs);
    /// Judges all rows again if the filter depends on time.
    void passTime(qint64 nowMs);
    /// Returns the texts that the loaded webhooks have in a field, the most frequent first:
    /// sources, jobs, paths. Empty for other fields.
    QStringList values(const QString &field) const;
    /// Returns the webhook of a row of this model; null for an invalid index.
    const DeliveryInfo *at(const QModelIndex &index) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    DeliveryModel *m_deliveries;
    DeliveryFilter m_filter;
    qint64 m_nowMs = 0;
};

} // namespace ui
