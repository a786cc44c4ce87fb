// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/listdelegate.h"

namespace ui {

/// Paints the rows of connections. The number of connections over the last 15 minutes is a row of
/// small bars.
class ConnectionDelegate : public ListDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionDelegate)

public:
    explicit ConnectionDelegate(QObject *parent = nullptr) : ListDelegate(parent) { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    static void paintHistory(QPainter *painter, const QStyleOptionViewItem &option,
                             const QList<int> &counts);
};

} // namespace ui
