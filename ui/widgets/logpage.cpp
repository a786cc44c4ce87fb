// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logpage.h"

#include "ui/models/filtervalues.h"
#include "ui/models/jobwords.h"
#include "ui/models/logfile.h"
#include "ui/models/logfind.h"
#include "ui/models/loglabels.h"
#include "ui/models/session.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/filterline.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/logactions.h"
#include "ui/widgets/logfindbar.h"
#include "ui/widgets/logview.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QThreadPool>
#include <QToolButton>

namespace ui {

namespace {

QToolButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

} // namespace

LogPage::LogPage(Session *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_view(new LogView(session->logRows(), this))
    , m_actions(new LogActions(m_view, this))
    , m_find(new LogFind(session->logRows(), session->clock(), QThreadPool::globalInstance(), this))
    , m_findBar(new LogFindBar(this))
    , m_filter(new FilterLine(
          FilterKind::Events, [](const QString &text) { return LogFilter::check(text); }, this))
    , m_figures(new ElidedLabel(Qt::ElideLeft, this))
    , m_follow(new QAction(actionIcon(QStringLiteral("action/follow")), tr("Follow"), this))
    , m_pause(new QAction(actionIcon(QStringLiteral("action/pause")), tr("Pause"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTop());
    column->addWidget(m_findBar);
    column->addWidget(m_view, 1);
    connectActions();

    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setValues(
        [session](const QString &field) { return filterValues(session->jobs(), field); });
    connect(m_filter, &FilterLine::filterChanged, this, &LogPage::applyFilter);
    connect(m_filter, &FilterLine::left, m_view,
            [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_view, &LogView::filterWanted, m_filter, &FilterLine::addTerm);
    connect(m_view, &LogView::copied, this, &LogPage::tellOfCopy);
    const auto owner = [session](const QByteArray &jobId) {
        const int row = session->jobs().find(jobId);
        return row < 0 ? QString() : userName(session->jobs().at(row).job.owner);
    };
    m_view->setOwner(owner);
    m_actions->setOwner(owner);
    connect(m_actions, &LogActions::told, this, &LogPage::told);
    connect(m_actions, &LogActions::labelWanted, this, &LogPage::label);
    connect(m_actions, &LogActions::findWanted, this, &LogPage::openFind);
    connect(m_actions, &LogActions::matchWanted, this, &LogPage::goToMatch);
    connect(m_findBar, &LogFindBar::findChanged, this, &LogPage::applyFind);
    connect(m_findBar, &LogFindBar::matchWanted, this, &LogPage::goToMatch);
    connect(m_findBar, &LogFindBar::closeWanted, this, &LogPage::closeFind);
    connect(m_find, &LogFind::changed, this, &LogPage::showFound);
    connect(m_view, &LogView::currentChanged, m_findBar,
            [this] { m_findBar->showState(*m_find, m_view->currentSequence()); });
    m_findBar->setValues(
        [session](const QString &field) { return filterValues(session->jobs(), field); });
    connect(session->logRows(), &LogRows::changed, this, &LogPage::refresh);
    connect(session, &Session::secondPassed, this, &LogPage::refresh);
}

QWidget *LogPage::makeTop()
{
    m_filter->setPlaceholderText(
        tr("Filter events – words, level>=warning, job:4821, /expression/"));
    m_filter->setAccessibleName(tr("Filter events"));
    m_filter->setMaxLength(static_cast<int>(LogFilter::maxLength));
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 70);
    m_figures->setObjectName(QStringLiteral("figures"));
    m_figures->setForegroundRole(QPalette::PlaceholderText);
    m_figures->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_figures->setSizePolicy(QSizePolicy::Ignored,
                             QSizePolicy::Preferred); // its text moves nothing
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(4);
    row->addWidget(m_filter, 3);
    row->addWidget(m_figures, 1);
    row->addSpacing(8);
    row->addWidget(buttonFor(m_follow, top));
    row->addWidget(buttonFor(m_pause, top));
    return top;
}

void LogPage::connectActions()
{
    m_follow->setObjectName(QStringLiteral("log.follow"));
    m_pause->setObjectName(QStringLiteral("log.pause"));
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setToolTip(tr("Stay at the newest event"));
    m_pause->setCheckable(true);
    m_pause->setToolTip(tr("Pause the log; events are still received"));
    for (auto [action, key] : {std::pair{m_follow, Qt::Key_F}, std::pair{m_pause, Qt::Key_Space}}) {
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_view->addAction(action);
    }
    connect(m_follow, &QAction::triggered, m_view, &LogView::setFollowing);
    connect(m_view, &LogView::followingChanged, m_follow, &QAction::setChecked);
    connect(m_pause, &QAction::triggered, m_session->logRows(), &LogRows::setPaused);
}

void LogPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void LogPage::setTimeStyle(TimeStyle style)
{
    m_timeStyle = style;
    m_view->setTimeStyle(style);
}

void LogPage::saveRows()
{
    std::vector<qint64> sequences = m_view->selectedSequences();
    if (sequences.size() < 2) { // a current row is no choice of rows
        m_view->selectAll();
        sequences = m_view->selectedSequences();
    }
    auto *dialog = new QFileDialog(this, tr("Save events"), {}, tr("Text files (*.txt *.log)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->selectFile(QStringLiteral("heliograph-events.txt"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, sequences](const QString &path) { saveTo(path, sequences); });
    dialog->open();
}

void LogPage::saveTo(const QString &path, std::vector<qint64> sequences)
{
    auto *file = new LogFile(&m_session->events(), std::move(sequences), m_timeStyle, this);
    connect(file, &LogFile::finished, this, [this](const QString &name, qint64 rows, qint64 gone) {
        QString text = tr("%1 rows were saved to %2.").arg(formatCount(rows), name);
        if (gone > 0)
            text +=
                QLatin1Char(' ') + tr("The log dropped %1 of them before.").arg(formatCount(gone));
        emit told(text);
    });
    connect(file, &LogFile::failed, this, [this, path](const QString &reason) {
        emit told(tr("%1 was not saved: %2").arg(path, reason));
    });
    file->write(path);
}

void LogPage::tellOfCopy(qint64 rows, qint64 selected)
{
    if (rows == selected) {
        emit told(rows == 1 ? tr("1 row copied") : tr("%1 rows copied").arg(formatCount(rows)));
        return;
    }
    auto *box = new QMessageBox(
        QMessageBox::Information, tr("Copy events"),
        tr("%1 of %2 rows were copied.").arg(formatCount(rows), formatCount(selected)),
        QMessageBox::Close, this);
    box->setInformativeText(tr("The clipboard takes no more. A file takes all of them."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const auto *save = box->addButton(tr("Save all to a file…"), QMessageBox::AcceptRole);
    connect(save, &QAbstractButton::clicked, this, &LogPage::saveRows);
    box->open();
}

void LogPage::applyFilter()
{
    const auto filter = LogFilter::parse(m_filter->validText(), m_session->filterMoment());
    if (filter) {
        m_session->logRows()->setFilter(*filter);
        if (m_find->isActive())
            m_find->restart();
        showHighlights();
    }
    refresh();
}

void LogPage::showHighlights()
{
    m_view->setHighlights(m_session->logRows()->filter().highlights()
                          + m_find->filter().highlights());
}

void LogPage::openFind()
{
    m_findBar->open();
    applyFind(m_findBar->text());
}

void LogPage::closeFind()
{
    m_wantedStep = 0;
    m_findBar->hide();
    applyFind({});
    m_view->setFocus(Qt::OtherFocusReason);
}

void LogPage::applyFind(const QString &text)
{
    const auto filter = LogFilter::parse(text, m_session->filterMoment());
    if (!filter)
        return;
    m_find->setFilter(*filter);
    showHighlights();
}

void LogPage::showFound()
{
    m_view->setFound(m_find->found());
    m_findBar->showState(*m_find, m_view->currentSequence());
    if (m_wantedStep != 0 && m_find->progress() >= 1)
        goToMatch(std::exchange(m_wantedStep, 0));
}

void LogPage::goToMatch(int step)
{
    if (!m_find->isActive())
        return openFind();
    if (m_find->progress() < 1) {
        m_wantedStep = step; // when the search is done
        return;
    }
    const bool hasCurrent = m_view->currentSequence() >= 0;
    const qint64 from = hasCurrent ? m_view->currentSequence() : m_view->topSequence() - 1;
    bool wrapped = false;
    const qint64 match = m_find->next(from, step, wrapped);
    if (match >= 0)
        m_view->goTo(match);
    if (wrapped)
        emit told(step > 0 ? tr("The search went on at the top")
                           : tr("The search went on at the bottom"));
}

/// Labels the rows that Find finds while its field has the focus, otherwise the current job.
void LogPage::label(int number)
{
    if (!m_findBar->hasFieldFocus())
        return m_actions->labelJob(number);
    if (m_find->filter().isEmpty()) {
        emit told(tr("No label: the search is empty"));
        return;
    }
    if (!m_view->labels()->labelRows(m_find->filter(), number)) {
        emit told(m_find->filter().hasExpression()
                      ? tr("No label: a search with a regular expression cannot have one")
                      : tr("No label: at most %1 searches can have one")
                            .arg(formatCount(static_cast<qint64>(LogLabels::mostFilters))));
    }
}

void LogPage::refresh()
{
    m_figures->setText(m_session->isStale() ? figures() + QLatin1String(", ") + asOf() : figures());
    m_pause->setChecked(m_session->logRows()->isPaused());
    m_filter->setNotice(notice());
}

/// Says until when the log has the events of the hub.
QString LogPage::asOf() const
{
    return formatAsOf(m_session->asOfMs(), m_session->clock().wallMs(), m_timeStyle);
}

QString LogPage::figures() const
{
    const LogRows &rows = *m_session->logRows();
    const QString all = formatCount(m_session->events().count());
    if (rows.progress() < 1)
        return tr("Filtering, %1").arg(formatPercent(rows.progress() * 100));
    if (!rows.filter().isEmpty())
        return tr("%1 of %2 events").arg(formatCount(rows.count()), all);
    return m_session->events().count() == 1 ? tr("1 event") : tr("%1 events").arg(all);
}

/// Returns what the filter leaves out, in words for people, or an empty string.
QString LogPage::notice() const
{
    const LogRows &rows = *m_session->logRows();
    if (rows.isStopped())
        return tr("Filter stopped: the expression takes too long");
    if (rows.unjudged() == 1)
        return tr("1 event hidden: the expression takes too long to check it");
    return rows.unjudged() == 0
               ? QString()
               : tr("%1 events hidden: the expression takes too long to check them")
                     .arg(formatCount(rows.unjudged()));
}

} // namespace ui
