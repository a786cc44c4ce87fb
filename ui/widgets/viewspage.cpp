// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/viewspage.h"

#include "ui/models/columnwords.h"
#include "ui/models/session.h"
#include "ui/widgets/listdelegate.h"
#include "ui/widgets/widestword.h"

#include <QHeaderView>
#include <QMenu>
#include <QTreeView>
#include <QVBoxLayout>

namespace ui {

namespace {
constexpr int minimumCharacters = 26; ///< Room for the name of a state and a count.
constexpr int besideCharacters = 19; ///< Room for a count, the indentation and a scroll bar.
} // namespace

ViewsPage::ViewsPage(const Session *session, SavedViews *saved, QWidget *parent)
    : QWidget(parent)
    , m_saved(saved)
    , m_model(session, saved)
    , m_tree(new QTreeView(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tree);
    m_tree->setModel(&m_model);
    m_tree->setItemDelegate(new ListDelegate(m_tree));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(m_tree->fontMetrics().averageCharWidth() * 2);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setAccessibleName(tr("Views"));
    m_tree->setAccessibleDescription(tr("Filters for the list of jobs, with their counts"));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(ViewsModel::NameColumn, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(ViewsModel::CountColumn, QHeaderView::Fixed);
    m_tree->header()->resizeSection(ViewsModel::CountColumn,
                                    m_tree->fontMetrics().averageCharWidth() * 9);
    const int character = m_tree->fontMetrics().averageCharWidth();
    const int words = widestWord(m_tree->font(), wordsOf(JobColumn::State));
    setMinimumWidth(qMax(minimumCharacters * character, words + besideCharacters * character));
    m_tree->expandAll();
    // With the chips above the list, so that both show the same numbers.
    connect(session, &Session::updated, this, [this] {
        if (isVisible())
            m_model.refreshStates();
    });
    connect(m_tree, &QTreeView::clicked, this, &ViewsPage::choose);
    connect(m_tree, &QTreeView::activated, this, &ViewsPage::choose);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &ViewsPage::offerActions);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &section) {
        m_tree->expand(section);
        showFilter(m_filter);
    });
}

void ViewsPage::choose(const QModelIndex &index)
{
    if (const QVariant filter = index.siblingAtColumn(0).data(ViewsModel::FilterRole);
        filter.isValid())
        emit picked(filter.toString());
}

void ViewsPage::showFilter(const QString &filter)
{
    m_filter = filter;
    const QModelIndex index = m_model.indexOf(filter);
    if (index.isValid()) {
        m_tree->setCurrentIndex(index);
    } else {
        m_tree->clearSelection();
    }
}

void ViewsPage::passSecond()
{
    if (isVisible())
        m_model.refresh();
}

void ViewsPage::offerActions(const QPoint &position)
{
    const QString name =
        m_tree->indexAt(position).siblingAtColumn(0).data(ViewsModel::SavedRole).toString();
    if (name.isEmpty())
        return;
    auto *menu = new QMenu(m_tree);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Remove this view")), &QAction::triggered, this,
            [this, name] { m_saved->remove(name); });
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

} // namespace ui
