// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/listdelegate.h"

namespace ui {

class JobThumbnails;

/// Paints the cells of the jobs table: the state with an icon, the progress as a bar with its
/// figures, and job ids shortened in the middle. A failure that the operator has not looked at is
/// bold and has a dot beside its state. A pin stands before the id of a pinned job. Thumbnails of
/// result images are in front of the outcome.
class JobDelegate : public ListDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobDelegate)

public:
    explicit JobDelegate(QObject *parent = nullptr) : ListDelegate(parent) { }

    /// Paints all rows without colours and in the colour of less important text, because they no
    /// longer follow the hub. The caller repaints the view.
    void setFaded(bool faded) { m_faded = faded; }
    bool isFaded() const { return m_faded; }

    /// Sets the source of the thumbnails, which is not owned and outlives this.
    void setThumbnails(const JobThumbnails *thumbnails) { m_thumbnails = thumbnails; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintState(QPainter *painter, const QStyleOptionViewItem &option,
                    const QModelIndex &index) const;
    static int paintPin(QPainter *painter, const QStyleOptionViewItem &option, const QColor &color);
    static void paintDot(QPainter *painter, const QRect &box, const QColor &color);
    void paintProgress(QPainter *painter, const QStyleOptionViewItem &option,
                       const QModelIndex &index) const;
    int paintThumbnails(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const;

    const JobThumbnails *m_thumbnails = nullptr;
    bool m_faded = false;
};

} // namespace ui
