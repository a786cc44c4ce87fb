// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace ui {

/// Paints rows in the common style of all lists: the same height and margins, and digits of equal
/// width.
class ListDelegate : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListDelegate)

public:
    /// Space left and right of a cell's text, in device-independent pixels.
    static constexpr int margin = 6;

    explicit ListDelegate(QObject *parent = nullptr) : QStyledItemDelegate(parent) { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Shows tool tips as tipText(), because texts from outside may be long or look like markup.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    /// Sets the words to mark in texts.
    void setHighlights(const QStringList &words) { m_highlights = words; }

protected:
    /// Returns the colour of plain text, which differs on a selected row.
    static QColor textColor(const QStyleOptionViewItem &option);
    static bool isSelected(const QStyleOptionViewItem &option);
    static void paintBackground(QPainter *painter, const QStyleOptionViewItem &option);
    void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   const QColor &color, Qt::TextElideMode elide) const;

private:
    QStringList m_highlights;
};

} // namespace ui
