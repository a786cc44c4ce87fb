// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/jobspage.h"

#include "ui/models/filtervalues.h"
#include "ui/models/session.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterline.h"
#include "ui/widgets/jobchips.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/waitingbutton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QStackedLayout>
#include <QToolButton>

namespace ui {

namespace {
const QLatin1String stalledFilter("is:stalled");
} // namespace

JobsPage::JobsPage(Session *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_table(new JobList(session->clock(), this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedLayout)
    , m_middle(new QWidget(this))
    , m_filter(new FilterLine(
          FilterKind::Jobs, [](const QString &text) { return JobFilter(text).problem(); }, this))
    , m_chips(new JobChips(this))
    , m_shown(new ElidedLabel(Qt::ElideRight, this))
    , m_more(new QToolButton(this))
{
    m_table->setJobs(session->sortedJobs());
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    m_middle->setLayout(m_stack);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_top = makeTop();
    m_bottom = makeBottom();
    column->addWidget(m_top);
    column->addWidget(m_middle, 1);
    column->addWidget(m_bottom);

    m_filter->setValues(
        [session](const QString &field) { return filterValues(session->jobs(), field); });
    connect(m_filter, &FilterLine::filterChanged, this, &JobsPage::applyFilter);
    connect(m_filter, &FilterLine::left, this, &JobsPage::focusList);
    connect(m_table, &JobList::filterWanted, m_filter, &FilterLine::addTerm);
    connect(session, &Session::updated, this, &JobsPage::refresh);
    connect(session, &Session::linkChanged, this, &JobsPage::refresh);
    connect(m_empty, &EmptyState::buttonClicked, this, [this] {
        if (m_session->jobs().count() > 0) {
            clearFilter();
        } else if (m_address.isEmpty()) {
            emit connectWanted();
        } else {
            emit testJobWanted();
        }
    });
    connect(m_chips, &JobChips::picked, this, [this](JobStatusSet statuses) {
        applyFilter();
        if (statuses == failedStatuses)
            m_session->markFailuresSeen();
    });
    connect(m_chips, &JobChips::stalledWanted, this, &JobsPage::toggleStalled);
    watchEnd();
    refresh();
}

/// Asks for more when the user scrolls to the end of the list.
void JobsPage::watchEnd()
{
    const QScrollBar *bar = m_table->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) {
        if (m_hasMore && !m_loading && value > 0 && value == bar->maximum())
            emit moreWanted();
    });
}

QWidget *JobsPage::makeTop()
{
    m_filter->setPlaceholderText(tr("Filter jobs – words, state:failed, age:<1h, -owner:ann"));
    m_filter->setAccessibleName(tr("Filter jobs"));
    m_filter->setMaxLength(static_cast<int>(JobFilter::maxLength));
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 70);

    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(4);
    row->addWidget(m_filter, 3);
    row->addSpacing(4);
    row->addWidget(m_chips);
    row->addStretch(1);
    return top;
}

QWidget *JobsPage::makeBottom()
{
    auto *bottom = new QWidget(this);
    auto *row = new QHBoxLayout(bottom);
    row->setContentsMargins(8, 2, 8, 2);
    row->setSpacing(8);
    m_shown->setObjectName(QStringLiteral("shown"));
    m_shown->setForegroundRole(QPalette::PlaceholderText);
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setText(tr("Load more"));
    m_more->setAutoRaise(true);
    connect(m_more, &QToolButton::clicked, this, &JobsPage::moreWanted);
    QSizePolicy policy = m_more->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_more->setSizePolicy(policy);
    row->addWidget(m_shown);
    row->addWidget(m_more);
    row->addStretch(1);
    row->addWidget(new WaitingButton(m_session->sortedJobs(), bottom));
    return bottom;
}

void JobsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int filterCharacters = 26; // with less room the chips give way
    const int filter = fontMetrics().averageCharWidth() * filterCharacters;
    m_chips->setCollapsed(width() < filter + m_chips->fullWidth() + 24);
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

void JobsPage::focusList()
{
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void JobsPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

QList<QWidget *> JobsPage::tabOrder() const
{
    return {m_middle, m_bottom, m_top};
}

void JobsPage::clearFilter()
{
    showOnly(JobFilter::allStatuses);
}

QString JobsPage::filterText() const
{
    return m_filter->validText();
}

void JobsPage::setFilterText(const QString &text)
{
    m_chips->choose(JobFilter::allStatuses);
    m_filter->apply(text);
    applyFilter();
}

void JobsPage::showFailures()
{
    showOnly(failedStatuses);
}

void JobsPage::showOnly(JobStatusSet statuses)
{
    m_chips->choose(statuses);
    m_filter->apply({});
    applyFilter();
}

/// Shows only the stalled jobs, or all again.
void JobsPage::toggleStalled()
{
    setFilterText(m_filter->validText() == stalledFilter ? QString() : QString(stalledFilter));
}

void JobsPage::setSearch(const JobSearch &search)
{
    if (search == m_search)
        return;
    m_search = search;
    refreshBottom();
    refreshEmpty();
}

void JobsPage::setMore(bool more, bool loading)
{
    m_hasMore = more;
    m_loading = loading;
    refreshBottom();
}

void JobsPage::passSecond()
{
    m_table->passSecond();
    m_chips->showCounts(*m_session);
}

void JobsPage::applyFilter()
{
    SortedJobs &view = *m_session->sortedJobs();
    view.setFilter(JobFilter(m_filter->validText(), m_chips->chosen(), m_session->filterMoment()));
    m_table->setHighlights(view.filter().highlights());
    m_chips->setStalledChosen(m_filter->validText() == stalledFilter);
    emit filterChanged(m_filter->validText());
    emit searched();
    refresh();
}

void JobsPage::refresh()
{
    m_chips->showCounts(*m_session);
    refreshBottom();
    refreshEmpty();
}

/// Says how many jobs the list has, of how many that the hub has.
QString JobsPage::shownText() const
{
    const SortedJobs &view = *m_session->sortedJobs();
    const int loaded = m_session->jobs().count();
    const qint64 all = m_session->countOf(JobFilter::allStatuses);
    QStringList parts;
    const QString search = all > loaded ? searchText() : QString();
    if (!search.isEmpty()) {
        parts << tr("%1 of %2 shown").arg(formatCount(view.rowCount()), formatCount(all))
              << tr("%1 loaded").arg(formatCount(loaded)) << search;
        return parts.join(QStringLiteral(" · "));
    }
    if (!view.filter().isEmpty())
        parts << tr("%1 of %2 shown").arg(formatCount(view.rowCount()), formatCount(loaded));
    if (all > loaded)
        parts << tr("%1 of %2 loaded").arg(formatCount(loaded), formatCount(all));
    if (parts.isEmpty())
        parts << (loaded == 1 ? tr("1 job") : tr("%1 jobs").arg(formatCount(loaded)));
    return parts.join(QStringLiteral(" · "));
}

/// Says how far the search in the hub is; empty while there is none.
QString JobsPage::searchText() const
{
    using State = JobSearch::State;
    constexpr qsizetype longestProblem = 120;
    QString text;
    switch (m_search.state) {
    case State::None: return {};
    case State::Local: text = tr("only the loaded jobs are searched"); break;
    case State::Asking: text = tr("asking the hub…"); break;
    case State::More: text = tr("the hub may have more matches"); break;
    case State::Complete: text = tr("all matches of the hub are loaded"); break;
    case State::Full: text = tr("this window can hold no more jobs"); break;
    case State::Failed:
        text = tr("the hub was not searched: %1").arg(oneLine(m_search.problem, longestProblem));
        break;
    }
    if (m_search.unjudged == 1)
        text += QStringLiteral(" · ") + tr("1 job not checked: the expression takes too long");
    if (m_search.unjudged > 1)
        text += QStringLiteral(" · ")
                + tr("%1 jobs not checked: the expression takes too long")
                      .arg(formatCount(m_search.unjudged));
    return text;
}

void JobsPage::refreshBottom()
{
    m_shown->setText(m_session->hasSnapshot() ? shownText() : QString());
    m_more->setToolTip(m_search.state == JobSearch::State::None
                           ? tr("Load older jobs from the hub")
                           : tr("Load more matches from the hub"));
    m_more->setVisible(m_hasMore);
    m_more->setEnabled(!m_loading);
}

/// Says why the list is empty although there are jobs.
QString JobsPage::hiddenText() const
{
    using State = JobSearch::State;
    const int jobs = m_session->jobs().count();
    QString text = jobs == 1 ? tr("1 job is hidden by the filter.")
                             : tr("%Ln jobs are hidden by the filter.", nullptr, jobs);
    if (m_session->countOf(JobFilter::allStatuses) <= jobs)
        return text;
    text += QLatin1Char(' ');
    if (m_search.state == State::Complete)
        return text + tr("The other jobs of the hub do not match either.");
    if (m_search.state == State::Asking)
        return text + tr("The hub is asked for the others…");
    return text + tr("Older jobs of the hub are not loaded yet.");
}

void JobsPage::refreshEmpty()
{
    if (m_session->sortedJobs()->rowCount() > 0) {
        const bool hadFocus = m_empty->hasFocus();
        m_stack->setCurrentWidget(m_table);
        if (hadFocus)
            m_table->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_session->jobs().count() > 0) {
        m_empty->show(tr("No job matches"), hiddenText(), tr("Clear filter"));
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
