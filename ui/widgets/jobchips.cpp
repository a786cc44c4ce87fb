// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/jobchips.h"

#include "ui/models/pluralcount.h"
#include "ui/models/session.h"
#include "ui/widgets/statepalette.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <numeric>
#include <utility>

namespace ui {

namespace {

constexpr int spacing = 4;
/// The widest count of formatShort(): each button has room for it.
constexpr qint64 widestCount = 88'888;
constexpr int mostNew = 99; ///< More new failures are shown as `99+ new`.

/// Returns the count of a chip. That of the failures says first how many of them are new.
QString countText(qint64 jobs, int unseen)
{
    if (unseen == 0)
        return formatShort(jobs);
    const QString more = unseen > mostNew ? QStringLiteral("+") : QString();
    return JobChips::tr("%1 new · %2")
        .arg(formatCount(qMin(unseen, mostNew)) + more, formatShort(jobs));
}

QString textOf(const QString &name, const QString &count)
{
    return name + QStringLiteral("  ") + count;
}

} // namespace

JobChips::JobChips(QWidget *parent)
    : QWidget(parent)
    , m_group(new QActionGroup(this))
    , m_menu(new QToolButton(this))
    , m_stalled(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing);
    m_menu->setAutoRaise(true);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setMenu(new QMenu(m_menu));
    m_menu->setAccessibleName(tr("Show jobs of a state"));
    row->addWidget(m_menu);
    add(tr("All"), JobFilter::allStatuses);
    add(tr("Queued"), statusSet(JobStatus::Queued));
    add(tr("Running"), statusSet(JobStatus::Processing));
    add(tr("Failed"), failedStatuses);
    add(tr("Done"), statusSet(JobStatus::Completed, JobStatus::Cancelled));
    m_stalled->setObjectName(QStringLiteral("Stalled"));
    m_stalled->setAutoRaise(true);
    m_stalled->setCheckable(true);
    m_stalled->setToolTip(tr("Show only the jobs that are silent for longer than is usual"));
    row->addWidget(m_stalled);
    connect(m_stalled, &QToolButton::clicked, this, &JobChips::stalledWanted);
    layout()->setSizeConstraint(QLayout::SetNoConstraint);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    choose(m_chosen);
    setWidths();
    setCollapsed(false);
}

void JobChips::add(const QString &name, JobStatusSet statuses)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setCheckable(true);
    button->setAutoRaise(true);
    QAction *action = m_menu->menu()->addAction(name);
    action->setCheckable(true);
    m_group->addAction(action);
    connect(action, &QAction::triggered, this, [this, statuses] {
        choose(statuses);
        emit picked(statuses);
    });
    connect(button, &QToolButton::clicked, action, &QAction::trigger);
    layout()->addWidget(button);
    m_chips.append({name, statuses, button, action, {}});
}

void JobChips::choose(JobStatusSet statuses)
{
    m_chosen = statuses;
    for (const Chip &chip : std::as_const(m_chips)) {
        chip.button->setChecked(chip.statuses == statuses);
        chip.action->setChecked(chip.statuses == statuses);
    }
    refreshMenuButton();
}

void JobChips::setStalledChosen(bool chosen)
{
    m_stalled->setChecked(chosen);
}

void JobChips::showCounts(const Session &session)
{
    for (Chip &chip : m_chips) {
        const qint64 jobs = session.countOf(chip.statuses);
        const int unseen = chip.statuses == failedStatuses ? session.unseenFailures() : 0;
        const QString count = countText(jobs, unseen);
        QString tip = tr("%1: %Ln jobs", nullptr, pluralCount(jobs)).arg(chip.name);
        if (unseen > 0)
            tip += QLatin1Char('\n') + tr("%1 since you last looked").arg(formatCount(unseen));
        chip.button->setToolTip(tip);
        if (count == chip.count)
            continue;
        chip.count = count;
        chip.button->setText(textOf(chip.name, count));
        chip.action->setText(textOf(chip.name, count));
    }
    refreshMenuButton();
    setFaded(session.isStale());
    const int stalled = session.stalledJobs();
    m_stalled->setText(textOf(tr("Stalled"), formatShort(stalled)));
    m_stalled->setEnabled(stalled > 0 || m_stalled->isChecked());
}

void JobChips::refreshMenuButton()
{
    for (const Chip &chip : std::as_const(m_chips))
        if (chip.statuses == m_chosen)
            m_menu->setText(textOf(chip.name, chip.count));
}

void JobChips::setFaded(bool faded)
{
    if (std::exchange(m_faded, faded) != faded)
        refreshPalette();
}

void JobChips::refreshPalette()
{
    QPalette colors; // without a colour of its own, a role is that of the page
    if (m_faded)
        colors.setColor(QPalette::ButtonText, StatePalette::of(parentWidget()->palette()).quiet());
    setPalette(colors);
}

void JobChips::setWidths()
{
    int widest = 0;
    for (const Chip &chip : std::as_const(m_chips)) {
        const QString text = chip.button->text();
        const int unseen = chip.statuses == failedStatuses ? mostNew + 1 : 0;
        chip.button->setText(textOf(chip.name, countText(widestCount, unseen)));
        const int width = chip.button->sizeHint().width();
        chip.button->setText(text);
        chip.button->setFixedWidth(width);
        widest = qMax(widest, width);
    }
    m_stalled->setText(textOf(tr("Stalled"), formatCount(widestCount)));
    m_stalled->setFixedWidth(m_stalled->sizeHint().width());
    m_stalled->setText(textOf(tr("Stalled"), formatCount(0)));
    m_menu->setFixedWidth(widest + m_menu->fontMetrics().averageCharWidth() * 3); // and its arrow
}

int JobChips::fullWidth() const
{
    return std::accumulate(
        m_chips.begin(), m_chips.end(), m_stalled->minimumWidth(),
        [](int width, const Chip &chip) { return width + chip.button->minimumWidth() + spacing; });
}

QSize JobChips::minimumSizeHint() const
{
    return m_menu->minimumSize().expandedTo(m_menu->sizeHint());
}

void JobChips::setCollapsed(bool collapsed)
{
    m_menu->setVisible(collapsed);
    for (const Chip &chip : std::as_const(m_chips))
        chip.button->setVisible(!collapsed);
}

void JobChips::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setWidths();
    if (event->type() == QEvent::ApplicationPaletteChange)
        refreshPalette();
}

} // namespace ui
