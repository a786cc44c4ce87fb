// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/commandpalette.h"

#include "ui/widgets/commands.h"
#include "ui/widgets/fonts.h"

#include <QAction>
#include <QFocusEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int characters = 80; ///< Width of the palette.
constexpr int rows = 14;
constexpr int margin = 8;

} // namespace

CommandPalette::CommandPalette(QMenuBar *menus, QWidget *window)
    : QFrame(window)
    , m_menus(menus)
    , m_toggle(new QAction(tr("Command &palette…"), this))
    , m_field(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
{
    setFrameShape(StyledPanel);
    setAutoFillBackground(true);
    setAccessibleName(tr("Command palette"));
    m_field->setPlaceholderText(tr("Find a command: words of its name, in any order"));
    m_field->setAccessibleName(tr("Find a command"));
    m_field->setAccessibleDescription(
        tr("The arrow keys choose a command, Return runs it, Escape closes the palette"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps it and passes the arrow keys on
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setHeaderHidden(true);
    m_list->setColumnCount(2);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->addWidget(m_field);
    column->addWidget(m_list);
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    m_toggle->setObjectName(QStringLiteral("view.palette"));
    m_toggle->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    connect(m_toggle, &QAction::triggered, this, [this] { isVisible() ? close() : open(); });
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::narrow);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QTreeWidget::itemClicked, this, &CommandPalette::run);
    hide();
}

void CommandPalette::open()
{
    m_before = window()->focusWidget();
    fill();
    m_field->clear();
    narrow({});
    place();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::close()
{
    const bool hadFocus = m_field->hasFocus();
    hide();
    if (hadFocus && m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::fill()
{
    m_list->clear();
    m_actions.clear();
    const QList<Command> commands = commandsOf(*m_menus);
    for (const Command &command : commands) {
        if (command.action == m_toggle)
            continue;
        QString text = command.path();
        if (const QString problem = command.problem(); !problem.isEmpty())
            text = tr("%1 – %2").arg(text, problem);
        else if (command.action->isCheckable() && command.action->isChecked())
            text = tr("%1 – on").arg(text);
        auto *item = new QTreeWidgetItem(m_list, {text, command.keys()});
        item->setSizeHint(0, QSize(0, rowHeight(this)));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setDisabled(!command.action->isEnabled());
        m_actions.append(command.action);
    }
}

void CommandPalette::narrow(const QString &typed)
{
    QTreeWidgetItem *first = nullptr;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        item->setHidden(!hasWords(item->text(0) + QLatin1Char(' ') + item->text(1), typed));
        if (!first && !item->isHidden() && !item->isDisabled())
            first = item;
    }
    m_list->setCurrentItem(first);
    if (!first)
        m_list->clearSelection();
}

/// Moves by so many rows that can be chosen; stays at the ends.
void CommandPalette::choose(int step)
{
    QTreeWidgetItem *chosen = m_list->currentItem();
    const int direction = step < 0 ? -1 : 1;
    int row = m_list->indexOfTopLevelItem(chosen);
    for (int left = qAbs(step); left > 0 && row >= 0;) {
        QTreeWidgetItem *item = m_list->topLevelItem(row += direction);
        if (!item)
            break;
        if (item->isHidden() || item->isDisabled())
            continue;
        chosen = item;
        --left;
    }
    m_list->setCurrentItem(chosen);
}

void CommandPalette::run()
{
    QTreeWidgetItem *chosen = m_list->currentItem();
    if (!chosen || chosen->isHidden() || chosen->isDisabled())
        return;
    const QPointer<QAction> action = m_actions.value(m_list->indexOfTopLevelItem(chosen));
    close(); // first, because commands such as Copy act on the widget with the focus
    if (action)
        action->trigger();
}

void CommandPalette::place()
{
    const QWidget *frame = parentWidget();
    const int top = m_menus->isVisible() ? m_menus->geometry().bottom() + 1 : 0;
    const int wide = fontMetrics().averageCharWidth() * characters;
    const int width = qMin(wide, frame->width() - 2 * margin);
    const int list = (m_list->sizeHintForRow(0) + 1) * rows + 2 * m_list->frameWidth();
    const int height = m_field->sizeHint().height() + list + 3 * margin;
    setGeometry((frame->width() - width) / 2, top, width,
                qMin(height, frame->height() - top - margin));
}

bool CommandPalette::handleKey(int key, QEvent *event)
{
    switch (key) {
    case Qt::Key_Escape: close(); break;
    case Qt::Key_Up: choose(-1); break;
    case Qt::Key_Down: choose(1); break;
    case Qt::Key_PageUp: choose(-rows); break;
    case Qt::Key_PageDown: choose(rows); break;
    case Qt::Key_Tab:
    case Qt::Key_Backtab: break; // there is no other place in the palette
    default: return false;
    }
    event->accept();
    return true;
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_field)
        return false;
    if (event->type() == QEvent::KeyPress)
        return handleKey(static_cast<QKeyEvent *>(event)->key(), event);
    if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            hide();
    }
    return false;
}

void CommandPalette::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange && isVisible())
        place();
}

} // namespace ui
