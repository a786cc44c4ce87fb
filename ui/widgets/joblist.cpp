// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/joblist.h"

#include "ui/models/columnwords.h"
#include "ui/models/jobthumbnails.h"
#include "ui/models/jobwords.h"
#include "ui/models/sortedjobs.h"
#include "ui/widgets/filteractions.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/headerstate.h"
#include "ui/widgets/jobdelegate.h"
#include "ui/widgets/widestword.h"

#include <QContextMenuEvent>
#include <QFocusEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

namespace ui {

namespace {

QList<QByteArray> columnNames()
{
    QList<QByteArray> names;
    for (int column = 0; column < jobColumnCount; ++column)
        names << columnName(static_cast<JobColumn>(column));
    return names;
}

constexpr qsizetype longestTerm = 80; ///< Characters of an outcome in a filter.

/// Returns the initial width of a column, in digits of the view's font.
int defaultCharacters(JobColumn column)
{
    switch (column) {
    case JobColumn::State: return 13;
    case JobColumn::Job: return 21;
    case JobColumn::Kind: return 10;
    case JobColumn::Owner: return 10;
    case JobColumn::Progress: return 16;
    case JobColumn::Elapsed: return 9;
    case JobColumn::Updated: return 10;
    case JobColumn::Outcome: break;
    }
    return 20; // At least: the last column also takes the rest of the width.
}

/// Returns the initial width of a column in pixels. The words of its language fit, in bold as for a
/// new failure, beside the icon and the dot of the state.
int defaultWidth(JobColumn column, QFont font)
{
    const QFontMetrics metrics(font);
    const int width = metrics.horizontalAdvance(QLatin1Char('0')) * defaultCharacters(column);
    font.setBold(true);
    const int marks = metrics.height() * (column == JobColumn::State ? 3 : 1);
    const int words = widestWord(font, wordsOf(column));
    return words > 0 ? qMax(width, words + marks) : width;
}

} // namespace

JobList::JobList(const Clock &clock, QWidget *parent)
    : QTreeView(parent)
    , m_clock(clock)
    , m_delegate(new JobDelegate(this))
    , m_defaultOrder(new QAction(tr("Default &order"), this))
    , m_sort(new QAction(tr("&Sort now"), this))
{
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setItemsExpandable(false);
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    setItemDelegate(m_delegate);
    viewport()->setMouseTracking(true); // the hold needs movements without a pressed button
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        m_following = false;
        touch();
    });
    m_sort->setShortcut(QKeySequence(Qt::Key_S));
    m_sort->setShortcutContext(Qt::WidgetShortcut); // a bare letter acts only in the list
    addAction(m_sort);
    connect(m_sort, &QAction::triggered, this, [this] { m_jobs->resort(); });
    m_defaultOrder->setObjectName(QStringLiteral("view.default-order"));
    m_defaultOrder->setCheckable(true);
    connect(m_defaultOrder, &QAction::triggered, this, [this] {
        m_defaultOrder->setChecked(true); // a click on the checked entry must not uncheck it
        header()->setSortIndicator(SortedJobs::defaultOrder, Qt::AscendingOrder);
    });
    setAccessibleName(tr("Jobs"));
    setAccessibleDescription(tr("All jobs of the hub, live"));
}

void JobList::setJobs(SortedJobs *jobs)
{
    m_jobs = jobs;
    setModel(jobs);
    connect(jobs, &QAbstractItemModel::layoutChanged, this, &JobList::keepInView);
    setUpColumns();
    setSortingEnabled(true);
    sortByColumn(SortedJobs::defaultOrder, Qt::AscendingOrder);
}

void JobList::setUpColumns()
{
    QHeaderView *columns = header();
    columns->setSectionsMovable(true);
    columns->setFirstSectionMovable(true);
    columns->setStretchLastSection(true);
    columns->setHighlightSections(false);
    columns->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    columns->setContextMenuPolicy(Qt::CustomContextMenu);
    for (int column = 0; column < jobColumnCount; ++column)
        columns->resizeSection(column, defaultWidth(static_cast<JobColumn>(column), font()));
    connect(columns, &QHeaderView::sectionResized, this, &JobList::layoutEdited);
    connect(columns, &QHeaderView::sectionMoved, this, &JobList::layoutEdited);
    connect(columns, &QHeaderView::sortIndicatorChanged, this, [this](int column) {
        m_defaultOrder->setChecked(column == SortedJobs::defaultOrder);
        emit layoutEdited();
    });
    connect(columns, &QWidget::customContextMenuRequested, this, &JobList::chooseColumns);
}

QByteArray JobList::currentJob() const
{
    return currentIndex().isValid() ? currentIndex()
                                          .siblingAtColumn(static_cast<int>(JobColumn::Job))
                                          .data()
                                          .toString()
                                          .toUtf8()
                                    : QByteArray();
}

bool JobList::selectJob(const QByteArray &id)
{
    const int row = m_jobs->rowOf(id);
    if (row < 0)
        return false;
    touch();
    m_following = true;
    setCurrentIndex(m_jobs->index(row, 0));
    scrollTo(currentIndex(), EnsureVisible);
    return true;
}

void JobList::setFaded(bool faded)
{
    if (faded == isFaded())
        return;
    m_delegate->setFaded(faded);
    viewport()->update();
}

bool JobList::isFaded() const
{
    return m_delegate->isFaded();
}

void JobList::setThumbnails(JobThumbnails *thumbnails)
{
    m_thumbnails = thumbnails;
    m_delegate->setThumbnails(thumbnails);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { m_scrolled = now(); });
    connect(thumbnails, &JobThumbnails::arrived, this, [this] {
        const int column = static_cast<int>(JobColumn::Outcome);
        viewport()->update(columnViewportPosition(column), 0, columnWidth(column),
                           viewport()->height());
    });
}

/// Asks for the thumbnails of the rows that are visible, but not while the user scrolls.
void JobList::wantThumbnails()
{
    constexpr std::chrono::milliseconds still{300};
    const int column = static_cast<int>(JobColumn::Outcome);
    if (!m_thumbnails || !isVisible() || isColumnHidden(column) || now() - m_scrolled < still)
        return;
    QList<const JobRow *> rows;
    QModelIndex index = indexAt(QPoint(0, 0));
    for (; index.isValid() && visualRect(index).top() < viewport()->height();
         index = indexBelow(index)) {
        rows << &m_jobs->rowAt(index.row());
    }
    const int height = qRound(fontMetrics().height() * devicePixelRatioF()) + 4;
    m_thumbnails->want(rows, QSize(2 * height, height));
}

void JobList::passSecond()
{
    updateHold();
    wantThumbnails();
    const QHeaderView *columns = header();
    for (const JobColumn column : {JobColumn::State, JobColumn::Elapsed, JobColumn::Updated}) {
        const int x = columns->sectionViewportPosition(static_cast<int>(column));
        const int width = columns->sectionSize(static_cast<int>(column));
        viewport()->update(x, 0, width, viewport()->height());
    }
}

void JobList::updateHold()
{
    if (m_jobs)
        m_jobs->setHeld(m_hold.isActive(now()));
}

void JobList::keepInView()
{
    if (m_following && currentIndex().isValid())
        scrollTo(currentIndex(), EnsureVisible);
}

void JobList::touch()
{
    m_hold.touch(now());
    updateHold();
}

std::chrono::milliseconds JobList::now() const
{
    return std::chrono::milliseconds(m_clock.steadyMs());
}

QByteArray JobList::headerState() const
{
    return saveHeader(*header(), columnNames());
}

void JobList::restoreHeaderState(const QByteArray &state)
{
    restoreHeader(*header(), columnNames(), state);
}

void JobList::enterEvent(QEnterEvent *event)
{
    m_hold.pointTo(event->globalPosition().toPoint(), now());
    updateHold();
    QTreeView::enterEvent(event);
}

void JobList::leaveEvent(QEvent *event)
{
    m_hold.leave();
    updateHold();
    QTreeView::leaveEvent(event);
}

/// Qt makes the first row current when the list gets the focus. That is no choice of the user, so
/// no job is chosen until a key or a click does it.
void JobList::focusInEvent(QFocusEvent *event)
{
    const bool had = currentIndex().isValid();
    m_leaving = true;
    QTreeView::focusInEvent(event);
    if (!had)
        setCurrentIndex({});
    m_leaving = false;
}

void JobList::keyPressEvent(QKeyEvent *event)
{
    QTreeView::keyPressEvent(event);
    m_following = true;
    touch();
}

bool JobList::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
        m_hold.pointTo(static_cast<QMouseEvent *>(event)->globalPosition().toPoint(), now());
        updateHold();
        break;
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
        m_following = false;
        touch();
        break;
    default: break;
    }
    return QTreeView::viewportEvent(event);
}

void JobList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (!m_leaving)
        emit jobSelected(currentJob());
}

void JobList::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    if (currentIndex().row() >= start && currentIndex().row() <= end) {
        m_leaving = true;
        setCurrentIndex({});
        m_leaving = false;
    }
    QTreeView::rowsAboutToBeRemoved(parent, start, end);
}

void JobList::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

void JobList::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex cell = indexAt(event->pos());
    if (!cell.isValid())
        return;
    QMenu menu(this);
    menu.addActions(actions());
    if (const QString term = termOf(cell); !term.isEmpty()) {
        menu.addSeparator();
        addFilterActions(menu, term, [this, term](FilterUse use) { emit filterWanted(term, use); });
    }
    if (!menu.isEmpty())
        menu.exec(event->globalPos());
}

void JobList::setHighlights(const QStringList &words)
{
    m_delegate->setHighlights(words);
    viewport()->update();
}

QString JobList::termOf(const QModelIndex &cell) const
{
    const JobRow &row = m_jobs->rowAt(cell.row());
    switch (static_cast<JobColumn>(cell.column())) {
    case JobColumn::State: return stateTerm(row);
    case JobColumn::Kind: return kindTerm(row);
    case JobColumn::Owner:
        return row.job.owner.isEmpty()
                   ? QStringLiteral("-has:owner")
                   : fieldTerm(QStringLiteral("owner"), displayText(row.job.owner));
    case JobColumn::Job: return fieldTerm(QStringLiteral("id"), row.id);
    case JobColumn::Outcome:
        return row.outcome.isEmpty() ? QString() : wordTerm(row.outcome.left(longestTerm));
    case JobColumn::Progress:
    case JobColumn::Elapsed:
    case JobColumn::Updated: break;
    }
    return {};
}

void JobList::chooseColumns(const QPoint &position)
{
    QMenu menu(this);
    menu.addAction(m_defaultOrder);
    menu.addSeparator();
    for (int column = 0; column < jobColumnCount; ++column) {
        if (column == static_cast<int>(JobColumn::Job)) {
            continue; // The id column cannot be hidden: it identifies the row.
        }
        QAction *action = menu.addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header()->isSectionHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            header()->setSectionHidden(column, !shown);
            emit layoutEdited();
        });
    }
    menu.exec(header()->mapToGlobal(position));
}

} // namespace ui
