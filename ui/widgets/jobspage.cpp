// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/jobspage.h"

#include "ui/models/session.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/joblist.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStackedLayout>
#include <QTimer>
#include <QToolButton>

namespace ui {

namespace {

constexpr std::chrono::milliseconds debounceTime{250};

} // namespace

JobsPage::JobsPage(Session *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_table(new JobList(session->clock(), this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedLayout)
    , m_filter(new QLineEdit(this))
    , m_shown(new QLabel(this))
{
    m_table->setJobs(session->sortedJobs());
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTop());
    column->addLayout(m_stack, 1);

    auto *debounce = new QTimer(this);
    debounce->setSingleShot(true);
    debounce->setInterval(debounceTime);
    connect(m_filter, &QLineEdit::textChanged, debounce, qOverload<>(&QTimer::start));
    connect(m_filter, &QLineEdit::returnPressed, this, &JobsPage::applyFilter);
    connect(debounce, &QTimer::timeout, this, &JobsPage::applyFilter);
    connect(session, &Session::updated, this, &JobsPage::refresh);
    connect(session, &Session::linkChanged, this, &JobsPage::refresh);
    connect(session->sortedJobs(), &SortedJobs::heldChanged, this, &JobsPage::refresh);
    connect(m_empty, &EmptyState::buttonClicked, this, [this] {
        if (m_session->jobs().count() > 0) {
            clearFilter();
        } else if (m_address.isEmpty()) {
            emit connectWanted();
        } else {
            emit testJobWanted();
        }
    });
    refresh();
}

QWidget *JobsPage::makeTop()
{
    m_filter->setPlaceholderText(tr("Filter jobs – words, state:failed, owner:ann, -word"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter jobs"));
    m_filter->addAction(actionIcon(QStringLiteral("action/search")), QLineEdit::LeadingPosition);
    m_filter->setMaxLength(static_cast<int>(JobFilter::maxLength));
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 70);

    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(4);
    row->addWidget(m_filter, 3);
    row->addSpacing(4);
    addChip(tr("All"), JobFilter::allStatuses);
    addChip(tr("Queued"), statusSet(JobStatus::Queued));
    addChip(tr("Running"), statusSet(JobStatus::Processing));
    addChip(tr("Failed"), failedStatuses);
    addChip(tr("Done"), statusSet(JobStatus::Completed, JobStatus::Cancelled));
    for (const Chip &chip : std::as_const(m_chips))
        row->addWidget(chip.button);
    row->addStretch(1);
    m_shown->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_shown);
    return top;
}

void JobsPage::addChip(const QString &name, JobStatusSet statuses)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setAutoRaise(true);
    button->setChecked(statuses == m_statuses);
    connect(button, &QToolButton::clicked, this, [this, statuses] {
        m_statuses = statuses;
        applyFilter();
    });
    m_chips.append({button, statuses});
}

void JobsPage::setHub(const QString &address, const QString &commandLine)
{
    m_address = address;
    m_commandLine = commandLine;
    refreshEmpty();
}

void JobsPage::setMayPublish(bool may)
{
    m_mayPublish = may;
    refreshEmpty();
}

void JobsPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void JobsPage::clearFilter()
{
    showOnly(JobFilter::allStatuses);
}

void JobsPage::showFailures()
{
    showOnly(failedStatuses);
}

void JobsPage::showOnly(JobStatusSet statuses)
{
    m_filter->clear();
    m_statuses = statuses;
    for (const Chip &chip : std::as_const(m_chips))
        chip.button->setChecked(chip.statuses == statuses);
    applyFilter();
}

void JobsPage::passSecond()
{
    m_table->passSecond();
}

void JobsPage::applyFilter()
{
    m_session->sortedJobs()->setFilter(JobFilter(m_filter->text(), m_statuses));
    refresh();
}

void JobsPage::refresh()
{
    for (const Chip &chip : std::as_const(m_chips)) {
        const QString text = QStringLiteral("%1  %2").arg(
            chip.button->objectName(), formatCount(m_session->jobs().countOf(chip.statuses)));
        if (chip.button->text() != text)
            chip.button->setText(text);
    }
    const SortedJobs &view = *m_session->sortedJobs();
    QString shown;
    if (!view.filter().isEmpty()) {
        shown = tr("%1 of %2 shown")
                    .arg(formatCount(view.rowCount()), formatCount(m_session->jobs().count()));
    }
    if (view.isHeld() && view.rowCount() > 1) {
        shown += (shown.isEmpty() ? QString() : QStringLiteral(" · ")) + tr("sorting paused");
        m_shown->setToolTip(tr("The list is not sorted while you use it. Press S to sort now."));
    } else {
        m_shown->setToolTip({});
    }
    m_shown->setText(shown);
    refreshEmpty();
}

void JobsPage::refreshEmpty()
{
    if (m_session->sortedJobs()->rowCount() > 0) {
        m_stack->setCurrentWidget(m_table);
        return;
    }
    const int jobs = m_session->jobs().count();
    if (jobs > 0) {
        m_empty->show(tr("No job matches"),
                      jobs == 1 ? tr("1 job is hidden by the filter.")
                                : tr("%n jobs are hidden by the filter.", nullptr, jobs),
                      tr("Clear filter"));
    } else if (m_address.isEmpty()) {
        m_empty->show(tr("No hub yet"), tr("Connect to a hub, or run one in this program."),
                      tr("Connect…"));
    } else if (!m_session->hasSnapshot()) {
        m_empty->show(tr("Waiting for the hub"),
                      tr("The jobs of %1 appear here once it answers.").arg(m_address));
    } else {
        m_empty->show(
            tr("No jobs yet"),
            tr("Connected to %1. A job appears here when the hub receives its first event.")
                .arg(m_address),
            m_mayPublish ? tr("Send a test job") : QString(),
            m_mayPublish ? m_commandLine : QString());
    }
    m_stack->setCurrentWidget(m_empty);
}

} // namespace ui
