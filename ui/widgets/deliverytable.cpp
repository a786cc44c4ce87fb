// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/deliverytable.h"

#include "ui/models/deliverymodel.h"
#include "ui/models/showndeliveries.h"
#include "ui/widgets/deliverydelegate.h"
#include "ui/widgets/headerstate.h"

#include <QHeaderView>
#include <QScrollBar>

namespace ui {

namespace {

QList<QByteArray> columnNames()
{
    return {"time", "verdict", "status", "source", "job", "size", "event", "reason"};
}

} // namespace

DeliveryTable::DeliveryTable(ShownDeliveries *deliveries, QWidget *parent)
    : QTreeView(parent)
    , m_deliveries(deliveries)
    , m_delegate(new DeliveryDelegate(this))
{
    setModel(deliveries);
    setItemDelegate(m_delegate);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setItemsExpandable(false);
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerItem); // so that a row stays exactly where it is
    setFrameShape(NoFrame);
    setAccessibleName(tr("Deliveries"));
    setAccessibleDescription(tr("Webhooks that the hub received, the newest first"));
    setUpColumns();
    connect(deliveries, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this](const QModelIndex &, int first) { rememberTop(first); });
    connect(deliveries, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { restoreTop(first, last); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &DeliveryTable::handleScroll);
}

/// Qt makes a neighbour of a row that goes the current one. The details would show it then.
void DeliveryTable::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const int row = currentIndex().row();
    if (row >= start && row <= end)
        selectionModel()->clear();
    QTreeView::rowsAboutToBeRemoved(parent, start, end);
}

void DeliveryTable::setUpColumns()
{
    const int width = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int characters[] = {14, 13, 8, 12, 18, 10, 18, 30};
    for (int column = 0; column < DeliveryModel::ColumnCount; ++column)
        header()->resizeSection(
            column, qMax(header()->sectionSizeHint(column), width * characters[column]));
    header()->setStretchLastSection(true);
    header()->setHighlightSections(false);
    connect(header(), &QHeaderView::sectionResized, this, &DeliveryTable::layoutEdited);
    connect(header(), &QHeaderView::sectionMoved, this, &DeliveryTable::layoutEdited);
}

QByteArray DeliveryTable::headerState() const
{
    return saveHeader(*header(), columnNames());
}

void DeliveryTable::restoreHeaderState(const QByteArray &state)
{
    restoreHeader(*header(), columnNames(), state);
}

void DeliveryTable::setHighlights(const QStringList &words)
{
    m_delegate->setHighlights(words);
    viewport()->update();
}

void DeliveryTable::rememberTop(int firstNew)
{
    const bool scrolled = verticalScrollBar()->value() > 0;
    const QModelIndex top = indexAt(QPoint(0, 0));
    m_top = scrolled && top.isValid() && firstNew <= top.row() ? top : QModelIndex();
}

void DeliveryTable::restoreTop(int firstNew, int lastNew)
{
    if (!m_top.isValid())
        return;
    scrollTo(m_top, PositionAtTop);
    m_top = QModelIndex();
    m_unseen += lastNew - firstNew + 1;
    emit unseenChanged();
}

void DeliveryTable::handleScroll(int value)
{
    if (value == 0 && m_unseen > 0) {
        m_unseen = 0;
        emit unseenChanged();
    }
    if (value > 0 && value == verticalScrollBar()->maximum())
        emit endReached();
}

} // namespace ui
