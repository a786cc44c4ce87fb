// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/listdelegate.h"

namespace ui {

/// Paints the rows of received webhooks. The verdict has an icon of its own shape beside its word.
class DeliveryDelegate : public ListDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeliveryDelegate)

public:
    explicit DeliveryDelegate(QObject *parent = nullptr) : ListDelegate(parent) { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace ui
