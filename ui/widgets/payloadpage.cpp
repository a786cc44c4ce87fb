// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/payloadpage.h"

#include "ui/models/formats.h"
#include "ui/models/jobdetail.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/listdelegate.h"
#include "ui/widgets/textdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr qsizetype mostOpen = 1000; ///< Rows that are open again after an update.

} // namespace

PayloadPage::PayloadPage(JobDetail *detail, QWidget *parent)
    : QWidget(parent)
    , m_detail(detail)
    , m_tree(new QTreeView(this))
    , m_delegate(new ListDelegate(m_tree))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(makeTop());
    column->addLayout(makeSearch());
    makeTree();
    column->addWidget(m_tree, 1);
    column->addLayout(makeBottom());
    m_wait.setSingleShot(true);
    m_wait.setInterval(200ms);
    connect(&m_wait, &QTimer::timeout, this, &PayloadPage::search);
    const JsonTreeModel *model = detail->payload();
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &PayloadPage::remember);
    connect(model, &QAbstractItemModel::modelReset, this, &PayloadPage::restore);
    refresh();
    showMatchCount();
    showCut();
}

QToolButton *PayloadPage::addButton(QLayout *row, const QString &icon, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setIcon(actionIcon(icon));
    button->setToolTip(text);
    button->setAccessibleName(text);
    row->addWidget(button);
    return button;
}

QLayout *PayloadPage::makeTop()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 4, 8, 0);
    m_of = new QLabel(this);
    m_of->setForegroundRole(QPalette::PlaceholderText);
    m_showJob = new QToolButton(this);
    m_showJob->setText(tr("Show the job"));
    m_showJob->setAutoRaise(true);
    connect(m_showJob, &QToolButton::clicked, this, [this] {
        m_detail->showEvent(-1);
        refresh();
    });
    row->addWidget(m_of, 1);
    row->addWidget(m_showJob);
    auto *copy = addButton(row, QStringLiteral("action/copy"), tr("Copy as JSON"));
    connect(copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_detail->payloadText()); });
    return row;
}

QLayout *PayloadPage::makeSearch()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 2, 8, 4);
    row->setSpacing(2);
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Find in the payload"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(1000);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, &m_wait, qOverload<>(&QTimer::start));
    m_count = new QLabel(this);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    // Its text changes with each match, and its neighbours must not move.
    m_count->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 of %2").arg(9999).arg(9999)));
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_search, 1);
    row->addWidget(m_count);
    m_previous = addButton(row, QStringLiteral("action/up"), tr("Previous match (Shift+F3)"));
    m_next = addButton(row, QStringLiteral("action/down"), tr("Next match (F3)"));
    connect(m_previous, &QToolButton::clicked, this, [this] { goToMatch(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { goToMatch(1); });
    return row;
}

void PayloadPage::makeTree()
{
    m_tree->setModel(m_detail->payload());
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegate(m_delegate);
    m_tree->setAlternatingRowColors(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAccessibleName(tr("Payload"));
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->resizeSection(0, fontMetrics().averageCharWidth() * 24);
    m_tree->installEventFilter(this);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &PayloadPage::showMenu);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (index.data(JsonTreeModel::IsCutRole).toBool())
            showAll();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showCut();
        showMatchCount();
    });
}

QLayout *PayloadPage::makeBottom()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 8, 0);
    m_length = new QLabel(this);
    m_length->setForegroundRole(QPalette::PlaceholderText);
    m_all = new QToolButton(this);
    m_all->setText(tr("Show all"));
    m_all->setAutoRaise(true);
    connect(m_all, &QToolButton::clicked, this, &PayloadPage::showAll);
    row->addWidget(m_length);
    row->addWidget(m_all);
    row->addStretch(1);
    return row;
}

void PayloadPage::refresh()
{
    m_of->setText(m_detail->showsEvent() ? tr("Data of one event")
                                         : tr("Current state of the job"));
    m_showJob->setVisible(m_detail->showsEvent());
}

void PayloadPage::search()
{
    m_wait.stop();
    m_matches = m_detail->payload()->find(m_search->text());
    m_delegate->setHighlights(m_search->text().isEmpty() ? QStringList()
                                                         : QStringList{m_search->text()});
    m_tree->viewport()->update();
    if (!m_matches.isEmpty() && !m_matches.contains(m_tree->currentIndex().siblingAtColumn(0)))
        goToMatch(1);
    showMatchCount();
}

void PayloadPage::goToMatch(int step)
{
    if (m_wait.isActive())
        return search();
    if (m_matches.isEmpty())
        return;
    const auto count = m_matches.size();
    const auto at = m_matches.indexOf(m_tree->currentIndex().siblingAtColumn(0));
    const auto to = at < 0 ? (step > 0 ? 0 : count - 1) : (at + step + count) % count;
    m_tree->setCurrentIndex(m_matches[to]); // opens the rows above it
    m_tree->scrollTo(m_matches[to]);
}

void PayloadPage::showMatchCount()
{
    const bool searches = !m_search->text().isEmpty();
    const auto at = m_matches.indexOf(m_tree->currentIndex().siblingAtColumn(0));
    QString text;
    if (searches && m_matches.isEmpty())
        text = tr("No match");
    else if (searches && at < 0)
        text = tr("%Ln matches", nullptr, static_cast<int>(m_matches.size()));
    else if (searches)
        text = tr("%1 of %2").arg(at + 1).arg(m_matches.size());
    m_count->setText(text);
    m_previous->setEnabled(!m_matches.isEmpty());
    m_next->setEnabled(!m_matches.isEmpty());
}

void PayloadPage::remember()
{
    m_matches.clear();
    m_open.clear();
    m_place = m_tree->verticalScrollBar()->value();
    m_current = m_tree->currentIndex().data(JsonTreeModel::PathRole).toString();
    QModelIndexList waiting{QModelIndex()};
    while (!waiting.isEmpty() && m_open.size() < mostOpen) {
        const QModelIndex parent = waiting.takeLast();
        for (int row = 0; row < m_tree->model()->rowCount(parent); ++row) {
            const QModelIndex index = m_tree->model()->index(row, 0, parent);
            if (!m_tree->isExpanded(index))
                continue;
            m_open << index.data(JsonTreeModel::PathRole).toString();
            waiting << index;
        }
    }
}

void PayloadPage::restore()
{
    if (!m_open.isEmpty() || !m_current.isEmpty())
        openAgain({});
    m_open.clear();
    m_current.clear();
    const QModelIndex chosen = m_tree->currentIndex();
    if (!m_search->text().isEmpty())
        m_matches = m_detail->payload()->find(m_search->text());
    m_tree->setCurrentIndex(chosen);
    // An update of the job does not move what the user reads.
    const bool sameJob = std::exchange(m_jobId, m_detail->job().id) == m_detail->job().id;
    m_tree->doItemsLayout();
    m_tree->verticalScrollBar()->setValue(sameJob ? m_place : 0);
    showMatchCount();
    showCut();
}

void PayloadPage::openAgain(const QModelIndex &parent)
{
    for (int row = 0; row < m_tree->model()->rowCount(parent); ++row) {
        const QModelIndex index = m_tree->model()->index(row, 0, parent);
        const QString path = index.data(JsonTreeModel::PathRole).toString();
        if (path == m_current)
            m_tree->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect
                                                                 | QItemSelectionModel::Rows);
        if (m_open.contains(path)) {
            m_tree->expand(index);
            openAgain(index);
        }
    }
}

void PayloadPage::showCut()
{
    const QModelIndex value = m_tree->currentIndex().siblingAtColumn(1);
    const bool cut = value.data(JsonTreeModel::IsCutRole).toBool();
    m_length->setText(
        tr("This text has %1 characters.")
            .arg(formatCount(value.data(JsonTreeModel::FullTextRole).toString().size())));
    m_length->setVisible(cut);
    m_all->setVisible(cut);
}

void PayloadPage::showAll()
{
    const QModelIndex value = m_tree->currentIndex().siblingAtColumn(1);
    auto *dialog = new TextDialog(value.data(JsonTreeModel::PathRole).toString(),
                                  value.data(JsonTreeModel::FullTextRole).toString(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void PayloadPage::copyRole(int role)
{
    const QModelIndex current = m_tree->currentIndex();
    if (current.isValid())
        QGuiApplication::clipboard()->setText(current.data(role).toString());
}

void PayloadPage::showMenu(const QPoint &position)
{
    if (!m_tree->currentIndex().isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Copy value") + QStringLiteral("\tCtrl+C"), this,
                    [this] { copyRole(JsonTreeModel::CopyRole); });
    menu->addAction(tr("Copy &path") + QStringLiteral("\tCtrl+Shift+C"), this,
                    [this] { copyRole(JsonTreeModel::PathRole); });
    if (m_tree->currentIndex().data(JsonTreeModel::IsCutRole).toBool())
        menu->addAction(tr("&Show all"), this, &PayloadPage::showAll);
    menu->addSeparator();
    menu->addAction(tr("&Expand all"), m_tree, &QTreeView::expandAll);
    menu->addAction(tr("C&ollapse all"), m_tree, &QTreeView::collapseAll);
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

/// Returns whether a key means something in the tree. Carries it out if `act`.
bool PayloadPage::pressTreeKey(QKeyEvent *event, bool act)
{
    const bool value = event->matches(QKeySequence::Copy);
    const bool path = event->key() == Qt::Key_C
                      && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    const bool find = event->matches(QKeySequence::Find);
    if (act && value)
        copyRole(JsonTreeModel::CopyRole);
    if (act && path)
        copyRole(JsonTreeModel::PathRole);
    if (act && find) {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    }
    return value || path || find;
}

/// Takes the keys of the tree and of the search field before the shortcuts of the window.
bool PayloadPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool asks = event->type() == QEvent::ShortcutOverride;
    if (!asks && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool inField = watched == m_search;
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool isStep = key->key() == Qt::Key_F3 || (inField && enter);
    if (isStep && !asks)
        goToMatch((key->modifiers() & Qt::ShiftModifier) != 0 ? -1 : 1);
    if (!isStep && (inField || !pressTreeKey(key, !asks)))
        return QWidget::eventFilter(watched, event);
    event->accept();
    return !asks;
}

} // namespace ui
