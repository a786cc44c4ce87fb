// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/shortcutsheet.h"

#include "ui/widgets/commands.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/listkeys.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui {

ShortcutSheet::ShortcutSheet(const QMenuBar &menus, QWidget *parent)
    : QDialog(parent)
    , m_field(new QLineEdit(this))
    , m_tree(new QTreeWidget(this))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    m_field->setPlaceholderText(tr("Search commands and keys"));
    m_field->setAccessibleName(tr("Search commands and keys"));
    m_field->setClearButtonEnabled(true);
    m_tree->setAccessibleName(tr("Keyboard shortcuts"));
    m_tree->setHeaderLabels({tr("Command"), tr("Keys")});
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_field);
    column->addWidget(m_tree);
    column->addWidget(buttons);
    const QList<Command> commands = commandsOf(menus);
    for (const Command &command : commands) {
        if (!command.keys().isEmpty())
            add(command.menus.first(),
                (command.menus.mid(1) + QStringList(command.name)).join(QStringLiteral(" › ")),
                command.keys());
    }
    for (const ListKey &one : listKeys())
        add(one.where, one.what, one.keys);
    m_tree->expandAll();
    connect(m_field, &QLineEdit::textChanged, this, &ShortcutSheet::narrow);
    m_field->setFocus(Qt::OtherFocusReason);
    resize(fontMetrics().averageCharWidth() * 70, fontMetrics().height() * 36);
}

/// Adds a row to a group, which is created when the last one has another name.
void ShortcutSheet::add(const QString &group, const QString &what, const QString &keys)
{
    const int groups = m_tree->topLevelItemCount();
    QTreeWidgetItem *parent = groups == 0 ? nullptr : m_tree->topLevelItem(groups - 1);
    if (!parent || parent->text(0) != group) {
        parent = new QTreeWidgetItem(m_tree, {group});
        parent->setFirstColumnSpanned(true);
        parent->setSizeHint(0, QSize(0, rowHeight(this)));
        QFont bold = font();
        bold.setBold(true);
        parent->setFont(0, bold);
    }
    auto *item = new QTreeWidgetItem(parent, {what, keys});
    item->setSizeHint(0, QSize(0, rowHeight(this)));
}

void ShortcutSheet::narrow(const QString &typed)
{
    for (int row = 0; row < m_tree->topLevelItemCount(); ++row) {
        QTreeWidgetItem *group = m_tree->topLevelItem(row);
        bool any = false;
        for (int child = 0; child < group->childCount(); ++child) {
            QTreeWidgetItem *item = group->child(child);
            const QString text =
                QStringList{group->text(0), item->text(0), item->text(1)}.join(QLatin1Char(' '));
            item->setHidden(!hasWords(text, typed));
            any = any || !item->isHidden();
        }
        group->setHidden(!any);
    }
}

} // namespace ui
