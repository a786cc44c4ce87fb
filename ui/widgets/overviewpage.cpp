// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/overviewpage.h"

#include "ui/models/jobwords.h"
#include "ui/models/session.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/historychart.h"
#include "ui/widgets/listdelegate.h"
#include "ui/widgets/statepalette.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

/// Returns the newest value and the highest one in words; empty if there are none.
QString nowAndMost(const HubHistory::Values &values)
{
    double most = -1;
    for (const auto &value : values)
        most = std::max(most, value.value_or(-1));
    if (most < 0)
        return {};
    const auto count = [](double value) { return formatCount(qRound64(value)); };
    const auto &now = values.last();
    return now ? OverviewPage::tr("%1 now · at most %2").arg(count(*now), count(most))
               : OverviewPage::tr("not live · at most %1").arg(count(most));
}

} // namespace

OverviewPage::OverviewPage(Session *session, QWidget *parent)
    : QScrollArea(parent)
    , m_session(session)
    , m_history(session->clock())
{
    auto *body = new QWidget(this);
    // A label that wraps would make the charts as high as they like, and the page scroll.
    auto *hint = new ElidedLabel(Qt::ElideRight, body);
    hint->setText(tr("Select a job to see its timeline, payload and result."));
    hint->setForegroundRole(QPalette::PlaceholderText);
    m_events = new HistoryChart(tr("Events per second"), body);
    m_failed = new HistoryChart(tr("Failures an hour"), body);
    m_connections = new HistoryChart(tr("Connections"), body);
    m_lastTitle = new QLabel(body);
    m_last = new QListWidget(body);
    m_last->setItemDelegate(new ListDelegate(m_last));
    m_last->setFrameShape(QFrame::NoFrame);
    m_last->setTextElideMode(Qt::ElideRight);
    m_last->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_last->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_last->setUniformItemSizes(true);
    m_last->setAccessibleName(tr("Last failures"));
    m_last->setFixedHeight(RecentFailures::mostListed * rowHeight(this) + 2);
    connect(m_last, &QListWidget::itemClicked, m_last, &QListWidget::itemActivated);
    connect(m_last, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        emit jobWanted(item->data(Qt::UserRole).toByteArray());
    });
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(12, 10, 12, 8);
    column->setSpacing(8);
    column->addWidget(hint);
    column->addWidget(m_lastTitle);
    column->addWidget(m_last);
    for (HistoryChart *chart : {m_events, m_failed, m_connections})
        column->addWidget(chart, 1);
    setWidget(body);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Overview"));
    colorCharts();
}

void OverviewPage::colorCharts()
{
    const StatePalette colors = StatePalette::of(palette());
    m_events->setColor(colors.color(JobStatus::Processing));
    m_failed->setColor(colors.failure());
    m_connections->setColor(colors.color(LinkState::Live));
}

QSize OverviewPage::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 24};
}

void OverviewPage::passSecond()
{
    HubHistory::Sample sample;
    sample.events = m_session->throughput().latest();
    sample.live = m_session->link().state == LinkState::Live;
    // The monitor has a connection too, so that 0 means that the hub does not tell.
    if (const qint64 connections = m_session->stats().connections; connections > 0)
        sample.connections = static_cast<double>(connections);
    m_history.add(sample);
    if (isVisible())
        refresh();
}

void OverviewPage::clear()
{
    m_history.clear();
    m_failures = {};
    if (isVisible())
        refresh();
}

void OverviewPage::refresh()
{
    m_failures = RecentFailures::of(m_session->jobs(), m_session->clock().wallMs());
    refreshFailures();
    const HubHistory::Values events = m_history.events();
    m_events->setValues(events, nowAndMost(events));
    const HubHistory::Values failed = failureValues(m_session->clock().wallMs());
    m_failed->setValues(failed, failureFigures(failed));
    const HubHistory::Values connections = m_history.connections();
    const bool untold =
        m_session->link().state == LinkState::Live && m_session->stats().connections == 0;
    m_connections->setValues(connections, untold ? tr("shown only to a token with the scope admin")
                                                 : nowAndMost(connections));
}

/// Counts the failures in the hour before each point. Gaps are those of the other figures.
HubHistory::Values OverviewPage::failureValues(qint64 nowMs) const
{
    HubHistory::Values values;
    for (int point = 0; point < HubHistory::points; ++point) {
        const std::chrono::milliseconds age = HubHistory::age(point);
        const double count = m_failures.inHourBefore(nowMs - age.count());
        values << (m_history.wasLive(point) ? std::optional(count) : std::nullopt);
    }
    return values;
}

QString OverviewPage::failureFigures(const HubHistory::Values &values) const
{
    const QString text = nowAndMost(values);
    const int loaded = m_session->jobs().count();
    const bool partly = m_session->countOf(JobFilter::allStatuses) > loaded;
    return text.isEmpty() || !partly
               ? text
               : tr("%1 · of the %2 loaded jobs").arg(text, formatCount(loaded));
}

void OverviewPage::refreshFailures()
{
    m_lastTitle->setText(m_failures.last.isEmpty() ? tr("No failure among the loaded jobs")
                                                   : tr("Last failures"));
    m_last->setVisible(!m_failures.last.isEmpty());
    while (m_last->count() > m_failures.last.size())
        delete m_last->takeItem(m_last->count() - 1);
    const qint64 now = m_session->clock().wallMs();
    for (int row = 0; row < m_failures.last.size(); ++row) {
        const auto &failure = m_failures.last[row];
        if (row >= m_last->count())
            m_last->addItem(QString());
        const QString age = formatAge(std::chrono::milliseconds(now - failure.finishedMs));
        QStringList parts{displayText(failure.jobId), age, isolated(oneLine(failure.outcome))};
        parts.removeAll({});
        QListWidgetItem *item = m_last->item(row);
        item->setText(parts.join(QStringLiteral(" · ")));
        item->setToolTip(failure.outcome);
        item->setData(Qt::UserRole, failure.jobId);
    }
}

void OverviewPage::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    refresh();
}

void OverviewPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_connections)
        colorCharts();
}

} // namespace ui
