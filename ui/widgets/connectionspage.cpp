// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/connectionspage.h"

#include "ui/models/connectionvalues.h"
#include "ui/models/disconnector.h"
#include "ui/models/jobwords.h"
#include "ui/models/session.h"
#include "ui/widgets/connectiondelegate.h"
#include "ui/widgets/disconnectquestion.h"
#include "ui/widgets/filteractions.h"
#include "ui/widgets/filterline.h"
#include "ui/widgets/headerstate.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>

namespace ui {

namespace {

constexpr int mostExpanded = 200; ///< Groups that are opened at once.

QList<QByteArray> columnNames()
{
    return {"topic", "count",   "history", "age",   "lag",
            "sent",  "backlog", "user",    "agent", "remote"};
}

} // namespace

ConnectionsPage::ConnectionsPage(Session *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_figures(new QLabel(this))
    , m_tree(new QTreeView(this))
    , m_filter(new FilterLine(
          FilterKind::Connections,
          [](const QString &text) { return ConnectionFilter(text).problem(); }, this))
    , m_byTopic(new QToolButton(this))
    , m_byUser(new QToolButton(this))
    , m_disconnect(new QPushButton(tr("Disconnect…"), this))
    , m_disconnector(new Disconnector(this))
{
    setUpTree();
    setUpTop();
    m_figures->setContentsMargins(10, 0, 10, 6);
    m_figures->setMinimumWidth(1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(4);
    row->addWidget(m_filter, 3);
    row->addSpacing(8);
    row->addWidget(m_byTopic);
    row->addWidget(m_byUser);
    row->addStretch(1);
    row->addWidget(m_disconnect);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_figures);
    column->addWidget(m_tree, 1);
    connectParts();
    refresh();
    refreshButton();
}

void ConnectionsPage::setUpTop()
{
    m_filter->setPlaceholderText(tr("Filter connections – words, topic:job/*, is:slow, user=ann"));
    m_filter->setAccessibleName(tr("Filter connections"));
    m_filter->setMaxLength(static_cast<int>(ConnectionFilter::maxLength));
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 70);
    m_filter->setValues([this](const QString &field) {
        return connectionValues(*m_session->connections(), field);
    });
    m_disconnect->setObjectName(QStringLiteral("disconnect"));
    auto *group = new QButtonGroup(this);
    using Grouping = ConnectionModel::Grouping;
    const auto add = [&](QToolButton *button, const QString &text, Grouping grouping) {
        button->setText(text);
        button->setCheckable(true);
        button->setAutoRaise(true);
        group->addButton(button);
        connect(button, &QToolButton::clicked, this, [this, grouping] {
            m_session->connections()->setGrouping(grouping);
            expandGroups();
        });
    };
    add(m_byTopic, tr("By topic"), Grouping::ByTopic);
    add(m_byUser, tr("By user"), Grouping::ByUser);
    m_byTopic->setChecked(true);
}

void ConnectionsPage::setUpTree()
{
    ConnectionModel *model = m_session->connections();
    m_tree->setModel(model);
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegate(new ConnectionDelegate(m_tree));
    m_tree->setAlternatingRowColors(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setAccessibleName(tr("Connections"));
    m_tree->setAccessibleDescription(tr("Live connections of the hub by topic or by user"));
    const int width = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int characters[] = {30, 8, 22, 9, 7, 10, 10, 14, 26, 18};
    for (int column = 0; column < ConnectionModel::ColumnCount; ++column)
        m_tree->header()->resizeSection(
            column, qMax(m_tree->header()->sectionSizeHint(column), width * characters[column]));
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent) {
        if (parent.isValid() && m_session->connections()->rowCount(parent) == 1)
            m_tree->expand(parent);
    });
}

void ConnectionsPage::connectParts()
{
    connect(m_session, &Session::updated, this, &ConnectionsPage::refresh);
    connect(m_session, &Session::secondPassed, this, &ConnectionsPage::passSecond);
    connect(m_session, &Session::linkChanged, this, &ConnectionsPage::handleLink);
    connect(m_tree->header(), &QHeaderView::sectionResized, this, &ConnectionsPage::layoutEdited);
    connect(m_tree->header(), &QHeaderView::sectionMoved, this, &ConnectionsPage::layoutEdited);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &ConnectionsPage::showMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ConnectionsPage::refreshButton);
    connect(m_filter, &FilterLine::filterChanged, this, &ConnectionsPage::applyFilter);
    connect(m_disconnect, &QPushButton::clicked, this, [this] { ask(selected()); });
    connect(m_disconnector, &Disconnector::progressed, this, [this](int done, int all) {
        emit told(tr("Disconnecting: %1 of %2").arg(formatCount(done), formatCount(all)));
    });
    connect(m_disconnector, &Disconnector::finished, this, [this](const QString &text) {
        refreshButton();
        emit told(text);
    });
}

void ConnectionsPage::setApi(HubApi *api)
{
    if (DisconnectQuestion *question = m_question.data())
        question->reject();
    m_disconnector->setApi(api);
    m_session->connections()->forgetHistory();
    refreshButton();
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
    refreshButton();
}

void ConnectionsPage::applyFilter()
{
    m_session->connections()->setFilter(
        ConnectionFilter(m_filter->validText(), m_session->filterMoment()));
    expandGroups();
    refresh();
}

/// A reset closes all groups of the tree.
void ConnectionsPage::expandGroups()
{
    const ConnectionModel &model = *m_session->connections();
    for (int row = 0; row < qMin(model.rowCount(), mostExpanded); ++row)
        m_tree->expand(model.index(row, 0));
    refreshButton();
}

/// A hub that restarted gives these ids to other connections, so no further request may use them.
void ConnectionsPage::handleLink()
{
    if (!isStreaming(m_session->link().state)) {
        m_disconnector->stop();
        if (DisconnectQuestion *question = m_question.data()) {
            question->reject();
            emit told(tr("The connection to the hub was lost. Nothing was disconnected."));
        }
    }
    refresh();
    refreshButton();
}

QString ConnectionsPage::figures() const
{
    if (!m_mayList)
        return tr("The hub shows its connections only to a token with the scope admin.");
    const ConnectionModel &model = *m_session->connections();
    const int own = model.ownCount();
    if (model.total() == 0) {
        return isStreaming(m_session->link().state)
                   ? tr("Waiting for the hub to list its connections.")
                   : tr("Not connected to the hub.");
    }
    if (own == model.total()) {
        return tr("Only this monitor is connected. Peak %1.")
            .arg(formatCount(m_session->connectionsPeak()));
    }
    QString text = model.total() == 1 ? tr("1 connection now")
                                      : tr("%Ln connections now", nullptr, model.total());
    if (!model.filter().isEmpty())
        text += tr(" · %1 shown").arg(formatCount(model.shown()));
    text += tr(" · peak %1").arg(formatCount(m_session->connectionsPeak()));
    if (own > 0)
        text += tr(" · %1 from this monitor").arg(formatCount(own));
    const HubFigures &stats = m_session->stats();
    if (stats.framesPerSecond > 0) {
        text += tr(" · %1 events/s out, %2/s")
                    .arg(formatCount(qRound64(stats.framesPerSecond)),
                         formatBytes(qRound64(stats.bytesPerSecond)));
    }
    return text;
}

void ConnectionsPage::refresh()
{
    m_figures->setText(figures());
}

/// Returns the connections of the selected rows, without those of this monitor.
QList<ConnectionInfo> ConnectionsPage::selected() const
{
    const ConnectionModel &model = *m_session->connections();
    QMap<qint64, ConnectionInfo> chosen;
    const QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        for (const ConnectionInfo &connection : model.connectionsAt(row)) {
            if (!model.isOwn(connection))
                chosen.insert(connection.id, connection);
        }
    }
    return chosen.values();
}

/// Returns why connections cannot be disconnected now; empty if they can.
QString ConnectionsPage::whyNot(const QList<ConnectionInfo> &connections) const
{
    if (!m_mayList)
        return tr("The token has no right to disconnect: it needs the scope admin.");
    if (!m_disconnector->hasApi() || !isStreaming(m_session->link().state))
        return tr("Not connected to the hub.");
    if (m_disconnector->isBusy())
        return tr("The hub is closing connections.");
    if (m_tree->selectionModel()->hasSelection() && connections.isEmpty())
        return tr("This monitor does not disconnect itself.");
    return connections.isEmpty() ? tr("Select connections, a topic or a user.") : QString();
}

void ConnectionsPage::refreshButton()
{
    const QString why = whyNot(selected());
    m_disconnect->setEnabled(why.isEmpty());
    m_disconnect->setToolTip(why);
}

void ConnectionsPage::ask(const QList<ConnectionInfo> &connections)
{
    if (connections.isEmpty() || m_question)
        return;
    auto *question = new DisconnectQuestion(connections, this);
    m_question = question;
    connect(question, &DisconnectQuestion::confirmed, this, [this](const QList<qint64> &ids) {
        m_disconnector->close(ids);
        refreshButton();
    });
    question->open();
}

void ConnectionsPage::showMenu(const QPoint &position)
{
    const QList<ConnectionInfo> chosen = selected();
    const auto here =
        m_session->connections()->connectionsAt(m_tree->indexAt(position).siblingAtColumn(0));
    QMenu menu(this);
    menu.setToolTipsVisible(true); // they say why something is not allowed
    const auto count = chosen.size();
    QAction *close =
        menu.addAction(count == 1 ? tr("&Disconnect this connection…")
                                  : tr("&Disconnect %1 connections…").arg(formatCount(count)));
    const QString why = whyNot(chosen);
    close->setEnabled(why.isEmpty());
    close->setToolTip(why);
    // A hub that was restarted while the menu was open gives the ids to other connections.
    connect(close, &QAction::triggered, this, [this] {
        if (const QList<ConnectionInfo> now = selected(); whyNot(now).isEmpty())
            ask(now);
    });
    if (!here.isEmpty())
        addFilterEntries(menu, here.first());
    menu.exec(m_tree->viewport()->mapToGlobal(position));
}

void ConnectionsPage::addFilterEntries(QMenu &menu, const ConnectionInfo &connection)
{
    const auto add = [&](const char *field, const QString &text) {
        if (text.isEmpty())
            return;
        const QString term = fieldTerm(QLatin1String(field), text);
        addFilterActions(menu, term, [this, term](FilterUse use) { m_filter->addTerm(term, use); });
    };
    menu.addSeparator();
    add("topic", displayText(connection.topic));
    add("user", displayText(connection.user));
    add("address", connection.remote);
}

void ConnectionsPage::passSecond()
{
    m_session->connections()->sample(m_session->clock().steadyMs(),
                                     isStreaming(m_session->link().state) && m_mayList);
    refreshButton();
    const QHeaderView *header = m_tree->header();
    m_tree->viewport()->update(header->sectionViewportPosition(ConnectionModel::Age), 0,
                               header->sectionSize(ConnectionModel::Age),
                               m_tree->viewport()->height());
}

} // namespace ui
