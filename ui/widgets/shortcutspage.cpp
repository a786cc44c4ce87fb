// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/shortcutspage.h"

#include "ui/widgets/commands.h"
#include "ui/widgets/fonts.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui {

ShortcutsPage::ShortcutsPage(const ShortcutMap &map, QWidget *parent)
    : QWidget(parent)
    , m_map(map)
    , m_search(new QLineEdit(this))
    , m_tree(new QTreeWidget(this))
    , m_key(new QKeySequenceEdit(this))
    , m_none(new QPushButton(tr("N&o key"), this))
    , m_reset(new QPushButton(tr("&Reset"), this))
    , m_resetAll(new QPushButton(tr("Reset &all"), this))
    , m_note(new QLabel(this))
{
    m_search->setPlaceholderText(tr("Search commands and keys"));
    m_search->setAccessibleName(tr("Search commands and keys"));
    m_search->setClearButtonEnabled(true);
    m_tree->setAccessibleName(tr("Keyboard shortcuts"));
    m_tree->setHeaderLabels({tr("Command"), tr("Keys")});
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_key->setAccessibleName(tr("New key of the command"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setMinimumHeight(m_note->fontMetrics().lineSpacing() * 2); // so that nothing moves
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    for (QPushButton *button : {m_none, m_reset, m_resetAll}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(m_tree, 1);
    column->addWidget(m_key);
    column->addLayout(row);
    column->addWidget(m_note);
    fill();
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutsPage::narrow);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ShortcutsPage::showCurrent);
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutsPage::take);
    connect(m_none, &QPushButton::clicked, this, [this] { take({}); });
    connect(m_reset, &QPushButton::clicked, this, &ShortcutsPage::reset);
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        m_map.resetAll();
        refresh();
        showCurrent();
    });
    showCurrent();
}

void ShortcutsPage::fill()
{
    for (const ShortcutEntry &entry : m_map.entries()) {
        const QString path = (entry.menus + QStringList(entry.name)).join(QStringLiteral(" › "));
        auto *item = new QTreeWidgetItem(m_tree, {path, QString()});
        item->setData(0, Qt::UserRole, entry.id);
        item->setSizeHint(0, QSize(0, rowHeight(this)));
    }
    refresh();
    m_tree->header()->resizeSection(1, fontMetrics().averageCharWidth() * 22);
}

/// Shows the keys. Those that are not the usual ones are bold.
void ShortcutsPage::refresh()
{
    for (int row = 0; row < m_tree->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_tree->topLevelItem(row);
        const ShortcutEntry *entry = m_map.find(item->data(0, Qt::UserRole).toString());
        QFont keyFont = font();
        keyFont.setBold(!entry->isUsual());
        item->setText(1, entry->keyText());
        item->setFont(1, keyFont);
    }
}

QString ShortcutsPage::currentId() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    return item ? item->data(0, Qt::UserRole).toString() : QString();
}

void ShortcutsPage::showCurrent()
{
    const ShortcutEntry *entry = m_map.find(currentId());
    const QSignalBlocker blocker(m_key);
    m_key->setKeySequence(entry && !entry->keys.isEmpty() ? entry->keys.first() : QKeySequence());
    m_key->setEnabled(entry != nullptr);
    m_none->setEnabled(entry && !entry->keys.isEmpty());
    m_reset->setEnabled(entry && !entry->isUsual());
    m_note->setText(entry ? tr("Click the field and press the new key.")
                          : tr("Select a command to change its key."));
}

void ShortcutsPage::take(const QKeySequence &typed)
{
    const QString id = currentId();
    const QKeySequence key = typed.isEmpty() ? QKeySequence() : QKeySequence(typed[0]);
    const QString problem = m_map.problemOf(id, key);
    m_map.set(id, key);
    refresh();
    showCurrent();
    if (!problem.isEmpty())
        m_note->setText(problem);
}

void ShortcutsPage::reset()
{
    m_map.reset(currentId());
    refresh();
    showCurrent();
}

void ShortcutsPage::narrow(const QString &typed)
{
    for (int row = 0; row < m_tree->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_tree->topLevelItem(row);
        item->setHidden(!hasWords(item->text(0) + QLatin1Char(' ') + item->text(1), typed));
    }
}

} // namespace ui
