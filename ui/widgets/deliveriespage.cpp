// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/deliveriespage.h"

#include "ui/models/deliverydetail.h"
#include "ui/models/deliverylist.h"
#include "ui/models/deliverywords.h"
#include "ui/models/jobwords.h"
#include "ui/models/session.h"
#include "ui/widgets/deliverydetails.h"
#include "ui/widgets/deliverytable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filteractions.h"
#include "ui/widgets/filterline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>

namespace ui {

DeliveriesPage::DeliveriesPage(Session *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_list(new DeliveryList(session->clock(), this))
    , m_detail(new DeliveryDetail(this))
    , m_filter(new FilterLine(
          FilterKind::Deliveries,
          [](const QString &text) { return DeliveryFilter(text).problem(); }, this))
    , m_table(new DeliveryTable(m_list->shown(), this))
    , m_details(new DeliveryDetails(m_detail, this))
    , m_empty(new EmptyState(this))
    , m_split(new QSplitter(Qt::Horizontal, this))
    , m_stack(new QStackedLayout)
    , m_age(new QLabel(this))
    , m_new(new QToolButton(this))
    , m_shown(new QLabel(this))
    , m_more(new QToolButton(this))
{
    m_split->addWidget(m_table);
    m_split->addWidget(m_details);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_split->setChildrenCollapsible(false);
    m_split->setSizes({600, 400});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_split);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTop());
    column->addLayout(m_stack, 1);
    column->addWidget(makeBottom());
    connectParts();
    refresh();
}

QWidget *DeliveriesPage::makeTop()
{
    m_filter->setPlaceholderText(tr("Filter deliveries – words, is:bad, source:ci, age:<1h"));
    m_filter->setAccessibleName(tr("Filter deliveries"));
    m_filter->setMaxLength(static_cast<int>(DeliveryFilter::maxLength));
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 70);
    m_filter->setValues([this](const QString &field) { return m_list->shown()->values(field); });
    m_age->setObjectName(QStringLiteral("age"));
    m_age->setForegroundRole(QPalette::PlaceholderText);
    m_new->setObjectName(QStringLiteral("new"));
    m_new->setAutoRaise(true);
    m_new->setToolTip(tr("Show the newest deliveries"));
    QSizePolicy policy = m_new->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_new->setSizePolicy(policy);
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(4);
    row->addWidget(m_filter, 3);
    row->addStretch(1);
    row->addWidget(m_new);
    row->addWidget(m_age);
    return top;
}

QWidget *DeliveriesPage::makeBottom()
{
    auto *bottom = new QWidget(this);
    auto *row = new QHBoxLayout(bottom);
    row->setContentsMargins(8, 2, 8, 2);
    row->setSpacing(8);
    m_shown->setObjectName(QStringLiteral("shown"));
    m_shown->setForegroundRole(QPalette::PlaceholderText);
    m_more->setObjectName(QStringLiteral("older"));
    m_more->setText(tr("Load older"));
    m_more->setAutoRaise(true);
    QSizePolicy policy = m_more->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_more->setSizePolicy(policy);
    row->addWidget(m_shown);
    row->addWidget(m_more);
    row->addStretch(1);
    return bottom;
}

void DeliveriesPage::connectParts()
{
    connect(m_list, &DeliveryList::changed, this, &DeliveriesPage::refresh);
    connect(m_session, &Session::secondPassed, this, &DeliveriesPage::passSecond);
    connect(m_session, &Session::linkChanged, this, &DeliveriesPage::refresh);
    connect(m_filter, &FilterLine::filterChanged, this, &DeliveriesPage::applyFilter);
    connect(m_more, &QToolButton::clicked, m_list, &DeliveryList::loadOlder);
    connect(m_table, &DeliveryTable::endReached, m_list, &DeliveryList::loadOlder);
    connect(m_table, &DeliveryTable::layoutEdited, this, &DeliveriesPage::layoutEdited);
    connect(m_table, &DeliveryTable::unseenChanged, this, &DeliveriesPage::refresh);
    connect(m_new, &QToolButton::clicked, m_table, &QAbstractItemView::scrollToTop);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DeliveriesPage::showCurrent);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        const DeliveryInfo *delivery = m_list->shown()->at(index);
        if (delivery && !delivery->jobId.isEmpty())
            emit jobWanted(delivery->jobId);
    });
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &DeliveriesPage::showMenu);
    connect(m_details, &DeliveryDetails::jobWanted, this, &DeliveriesPage::jobWanted);
    connect(m_details, &DeliveryDetails::told, this, &DeliveriesPage::told);
    connect(m_detail, &DeliveryDetail::loaded, m_list, &DeliveryList::update);
    connect(m_empty, &EmptyState::buttonClicked, m_list, &DeliveryList::reload);
}

void DeliveriesPage::setApi(HubApi *api)
{
    m_details->closeQuestion();
    m_detail->setApi(api);
    m_list->setApi(api);
}

void DeliveriesPage::setMayRead(bool may)
{
    m_list->setAllowed(may);
    if (!may)
        m_detail->show({});
}

void DeliveriesPage::setTimeStyle(TimeStyle style)
{
    m_timeStyle = style;
    m_list->model()->setTimeStyle(style);
    m_details->setTimeStyle(style);
}

void DeliveriesPage::focusList()
{
    QWidget *target = m_stack->currentWidget() == m_split ? static_cast<QWidget *>(m_table) : this;
    target->setFocus(Qt::ShortcutFocusReason);
}

QByteArray DeliveriesPage::headerState() const
{
    return m_table->headerState();
}

void DeliveriesPage::restoreHeaderState(const QByteArray &state)
{
    m_table->restoreHeaderState(state);
}

void DeliveriesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_list->setVisible(true);
}

void DeliveriesPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_list->setVisible(false);
}

void DeliveriesPage::applyFilter()
{
    const DeliveryFilter filter(m_filter->validText(), m_session->filterMoment());
    m_table->scrollToTop();
    m_table->setHighlights(filter.highlights());
    m_list->shown()->setFilter(filter, m_session->clock().wallMs());
    refresh();
}

void DeliveriesPage::showCurrent()
{
    const DeliveryInfo *delivery = m_list->shown()->at(m_table->currentIndex());
    // A row that the table drops or the filter hides leaves the details as they are.
    if (delivery && delivery->id != m_detail->info().id)
        m_detail->show(*delivery);
}

void DeliveriesPage::showMenu(const QPoint &position)
{
    const DeliveryInfo *delivery = m_list->shown()->at(m_table->indexAt(position));
    if (!delivery)
        return;
    QMenu menu(this);
    const auto add = [&](const char *field, const QString &text) {
        if (text.isEmpty())
            return;
        const QString term = fieldTerm(QLatin1String(field), text);
        addFilterActions(menu, term, [this, term](FilterUse use) { m_filter->addTerm(term, use); });
    };
    add("source", delivery->source);
    add("job", displayText(delivery->jobId));
    if (isBad(outcomeOf(*delivery)))
        addFilterActions(menu, QStringLiteral("is:bad"), [this](FilterUse use) {
            m_filter->addTerm(QStringLiteral("is:bad"), use);
        });
    menu.exec(m_table->viewport()->mapToGlobal(position));
}

void DeliveriesPage::passSecond()
{
    m_list->passSecond();
    m_age->setText(ageText());
}

/// Says how many deliveries the list has, and whether there are more.
QString DeliveriesPage::shownText() const
{
    const int loaded = m_list->model()->rowCount();
    const int shown = m_list->shown()->rowCount();
    if (loaded == 0)
        return {};
    QString text =
        loaded == 1 ? tr("1 delivery loaded") : tr("%1 deliveries loaded").arg(formatCount(loaded));
    if (!m_list->shown()->filter().isEmpty())
        text = tr("%1 of %2 loaded deliveries shown").arg(formatCount(shown), formatCount(loaded));
    if (m_list->model()->isFull())
        text += tr(" · the list holds no more");
    return text;
}

QString DeliveriesPage::ageText() const
{
    if (!m_list->isAllowed() || m_list->asOfMs() == 0)
        return {};
    if (m_list->isLive())
        return tr("Live");
    return formatAsOf(m_list->asOfMs(), m_session->clock().wallMs(), m_timeStyle);
}

void DeliveriesPage::refresh()
{
    m_stack->setCurrentWidget(m_list->shown()->rowCount() > 0 ? static_cast<QWidget *>(m_split)
                                                              : m_empty);
    m_shown->setText(shownText());
    m_age->setText(ageText());
    m_more->setVisible(m_list->hasOlder());
    m_more->setEnabled(!m_list->isLoading());
    m_new->setText(tr("▲ %1 new").arg(formatCount(m_table->unseen())));
    m_new->setVisible(m_table->unseen() > 0);
    refreshEmpty();
}

void DeliveriesPage::refreshEmpty()
{
    if (!m_list->isAllowed()) {
        m_empty->show(tr("No right to see deliveries"),
                      tr("The hub shows its deliveries only to a token with the scope admin."));
    } else if (!m_list->problem().isEmpty()) {
        m_empty->show(tr("The deliveries were not read"), m_list->problem(), tr("Try again"));
    } else if (m_list->model()->rowCount() > 0) {
        m_empty->show(tr("No delivery matches the filter"),
                      tr("The filter looks at the deliveries that are loaded."));
    } else if (!isCurrent(m_session->link().state)) {
        m_empty->show(tr("Not connected to the hub"), {});
    } else if (m_list->isLoading() || m_list->asOfMs() == 0) {
        m_empty->show(tr("Reading the deliveries"), {});
    } else {
        m_empty->show(
            tr("No webhooks yet"),
            tr("Every webhook that the hub receives is listed here, also a refused one."));
    }
}

} // namespace ui
