// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/listdelegate.h"

namespace ui {

/// Paints the cells of the jobs table: the state with an icon, the progress as a bar with its
/// figures, and job ids shortened in the middle.
class JobDelegate : public ListDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobDelegate)

public:
    explicit JobDelegate(QObject *parent = nullptr) : ListDelegate(parent) { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintState(QPainter *painter, const QStyleOptionViewItem &option,
                    const QModelIndex &index) const;
    static void paintProgress(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index);
};

} // namespace ui
