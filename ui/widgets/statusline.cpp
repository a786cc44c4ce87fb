// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/statusline.h"

#include "ui/models/session.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/statepalette.h"

#include <QEvent>
#include <QLabel>
#include <QToolButton>

namespace ui {

namespace {

/// Up to this many arrivals may wait between two ticks before the status line says so.
constexpr size_t behindFrom = 2000;

} // namespace

StatusLine::StatusLine(Session *session, QWidget *parent)
    : QStatusBar(parent)
    , m_session(session)
    , m_pill(new QToolButton(this))
    , m_hub(new ElidedLabel(Qt::ElideMiddle, this))
    , m_behind(new QLabel(this))
    , m_sparkline(new Sparkline(&session->throughput(), this))
    , m_paused(new QToolButton(this))
    , m_time(new QToolButton(this))
{
    setSizeGripEnabled(false);
    m_pill->setAutoRaise(true);
    m_pill->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_pill->setFocusPolicy(Qt::TabFocus);
    m_hub->setForegroundRole(QPalette::PlaceholderText);
    addWidget(m_pill);
    addWidget(m_hub);
    addWidget(m_behind);
    makePaused();
    m_connections = addFigure(tr("Live connections of the hub"));
    m_rate = addFigure(tr("Events per second"));
    addPermanentWidget(m_sparkline);
    m_rows = addFigure(tr("Events in the log, and the memory they take"));
    m_time->setAutoRaise(true);
    m_time->setToolTip(tr("Times are local or UTC"));
    addPermanentWidget(m_time);
    connect(m_pill, &QToolButton::clicked, this, &StatusLine::connectionWanted);
    connect(m_time, &QToolButton::clicked, this, &StatusLine::timeStyleToggled);
    connect(session, &Session::linkChanged, this, &StatusLine::refreshPill);
    // With the other views, so that they all show the same numbers.
    connect(session, &Session::updated, this, &StatusLine::refreshFigures);
    refreshPill();
    passSecond();
}

QLabel *StatusLine::addFigure(const QString &tip)
{
    auto *label = new QLabel(this);
    label->setFont(tabular(font()));
    label->setToolTip(tip);
    label->setContentsMargins(8, 0, 8, 0);
    addPermanentWidget(label);
    return label;
}

void StatusLine::makePaused()
{
    m_paused->setObjectName(QStringLiteral("paused"));
    m_paused->setAutoRaise(true);
    m_paused->setIcon(actionIcon(QStringLiteral("action/pause")));
    m_paused->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_paused->setToolTip(tr("Click to show notifications again"));
    m_paused->hide();
    addPermanentWidget(m_paused);
    connect(m_paused, &QToolButton::clicked, this, &StatusLine::resumeWanted);
}

void StatusLine::setNoticesPaused(bool paused, const QString &until)
{
    m_paused->setText(until.isEmpty() ? tr("Notifications paused")
                                      : tr("Notifications paused until %1").arg(until));
    m_paused->setVisible(paused);
}

void StatusLine::setHub(const QString &address)
{
    m_hub->setText(address);
}

void StatusLine::setTimeStyle(TimeStyle style)
{
    m_time->setText(style == TimeStyle::Utc ? tr("UTC") : tr("Local"));
}

void StatusLine::passSecond()
{
    m_sparkline->refresh();
    refreshPill();
    refreshFigures();
}

void StatusLine::refreshPill()
{
    const LinkStatus &status = m_session->link();
    const LinkWords words = linkWords(status, m_session->linkAge(), {});
    const QColor color = StatePalette::of(palette()).color(status.state);
    m_pill->setIcon(tintedIcon(iconName(status.state), color));
    m_pill->setText(words.pill);
    m_pill->setToolTip(status.reason.isEmpty()
                           ? tr("Connection to the hub")
                           : tr("Connection to the hub: %1").arg(status.reason));
    m_pill->setAccessibleName(tr("Connection: %1").arg(words.pill));
    m_pill->setAccessibleDescription(status.reason);
}

void StatusLine::refreshFigures()
{
    const int connections = m_session->connections()->total();
    m_connections->setText(connections == 1 ? tr("1 connection")
                                            : tr("%Ln connections", nullptr, connections));
    m_connections->setVisible(connections > 0);
    m_rate->setText(tr("%1 events/s").arg(formatCount(m_session->throughput().latest())));
    const EventRing &events = m_session->events();
    m_rows->setText(
        tr("log %1 · %2").arg(formatCount(events.count()), formatBytes(events.bytes())));
    const size_t queued = m_session->queued();
    m_behind->setVisible(queued > behindFrom);
    m_behind->setText(tr("behind by %1").arg(formatCount(static_cast<qint64>(queued))));
    if (m_session->merged() > 0)
        m_behind->setToolTip(tr("%1 progress events merged").arg(formatCount(m_session->merged())));
}

void StatusLine::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_pill)
        refreshPill();
}

} // namespace ui
