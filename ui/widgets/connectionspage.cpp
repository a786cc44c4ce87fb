// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/connectionspage.h"

#include "ui/models/session.h"
#include "ui/widgets/headerstate.h"
#include "ui/widgets/listdelegate.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

namespace ui {

namespace {

QList<QByteArray> columnNames()
{
    return {"topic", "count", "age", "lag", "sent", "backlog", "agent", "remote"};
}

} // namespace

ConnectionsPage::ConnectionsPage(Session *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_figures(new QLabel(this))
    , m_tree(new QTreeView(this))
{
    setUpTree();
    m_figures->setContentsMargins(10, 8, 10, 8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_figures);
    column->addWidget(m_tree, 1);
    connect(session, &Session::updated, this, &ConnectionsPage::refresh);
    connect(session, &Session::secondPassed, this, &ConnectionsPage::passSecond);
    connect(m_tree->header(), &QHeaderView::sectionResized, this, &ConnectionsPage::layoutEdited);
    connect(m_tree->header(), &QHeaderView::sectionMoved, this, &ConnectionsPage::layoutEdited);
    refresh();
}

void ConnectionsPage::setUpTree()
{
    ConnectionModel *model = m_session->connections();
    m_tree->setModel(model);
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegate(new ListDelegate(m_tree));
    m_tree->setAlternatingRowColors(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setAccessibleName(tr("Connections"));
    m_tree->setAccessibleDescription(tr("Live connections of the hub by topic"));
    const int width = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int characters[] = {30, 8, 9, 7, 10, 10, 26, 18};
    for (int column = 0; column < ConnectionModel::ColumnCount; ++column)
        m_tree->header()->resizeSection(column, width * characters[column]);
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent) {
        if (parent.isValid() && m_session->connections()->rowCount(parent) == 1)
            m_tree->expand(parent);
    });
}

QByteArray ConnectionsPage::headerState() const
{
    return saveHeader(*m_tree->header(), columnNames());
}

void ConnectionsPage::restoreHeaderState(const QByteArray &state)
{
    restoreHeader(*m_tree->header(), columnNames(), state);
}

void ConnectionsPage::setMayList(bool may)
{
    m_mayList = may;
    refresh();
}

void ConnectionsPage::refresh()
{
    if (!m_mayList) {
        m_figures->setText(
            tr("The hub shows its connections only to a token with the scope admin."));
        return;
    }
    const ConnectionModel &model = *m_session->connections();
    const int own = model.ownCount();
    if (model.total() == 0) {
        m_figures->setText(isStreaming(m_session->link().state)
                               ? tr("Waiting for the hub to list its connections.")
                               : tr("Not connected to the hub."));
        return;
    }
    if (own == model.total()) {
        m_figures->setText(tr("Only this monitor is connected. Peak %1.")
                               .arg(formatCount(m_session->connectionsPeak())));
        return;
    }
    QString text = model.total() == 1 ? tr("1 connection now")
                                      : tr("%Ln connections now", nullptr, model.total());
    text += tr(" · peak %1").arg(formatCount(m_session->connectionsPeak()));
    if (own > 0)
        text += tr(" · %1 from this monitor").arg(formatCount(own));
    const HubFigures &stats = m_session->stats();
    if (stats.framesPerSecond > 0) {
        text += tr(" · %1 events/s out, %2/s")
                    .arg(formatCount(qRound64(stats.framesPerSecond)),
                         formatBytes(qRound64(stats.bytesPerSecond)));
    }
    m_figures->setText(text);
}

void ConnectionsPage::passSecond()
{
    const QHeaderView *header = m_tree->header();
    m_tree->viewport()->update(header->sectionViewportPosition(ConnectionModel::Age), 0,
                               header->sectionSize(ConnectionModel::Age),
                               m_tree->viewport()->height());
}

} // namespace ui
