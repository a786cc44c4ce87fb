// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/commands.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace ui {

namespace {

constexpr int deepest = 4; ///< Levels of submenus.

void collect(QMenu &menu, const QStringList &above, QList<Command> &commands)
{
    if (above.size() == deepest)
        return;
    emit menu.aboutToShow();
    const QStringList path = above + QStringList(withoutMnemonic(menu.title()));
    for (QAction *action : menu.actions()) {
        if (QMenu *inner = action->menu()) {
            collect(*inner, path, commands);
        } else if (!action->isSeparator() && action->isVisible()) {
            commands.append({action, path, withoutMnemonic(action->text())});
        }
    }
}

} // namespace

QString Command::path() const
{
    return (menus + QStringList(name)).join(QStringLiteral(" › "));
}

QString Command::keys() const
{
    QStringList texts;
    const QList<QKeySequence> shortcuts = action->shortcuts();
    for (const QKeySequence &shortcut : shortcuts)
        texts << shortcut.toString(QKeySequence::NativeText);
    return texts.join(QStringLiteral(", "));
}

QString Command::problem() const
{
    if (action->isEnabled())
        return {};
    // Without a tooltip of its own, an action returns its text.
    const QString tip = action->toolTip();
    return tip.isEmpty() || tip == action->iconText()
               ? QCoreApplication::translate("ui::Command", "not possible now")
               : tip;
}

QList<Command> commandsOf(const QMenuBar &menus)
{
    QList<Command> commands;
    for (const QAction *action : menus.actions()) {
        if (QMenu *menu = action->menu())
            collect(*menu, {}, commands);
    }
    return commands;
}

QString withoutMnemonic(const QString &text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == QLatin1Char('&') && i + 1 < text.size())
            ++i;
        result += text.at(i);
    }
    return result;
}

bool hasWords(const QString &text, const QString &typed)
{
    const QStringList words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&text](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace ui
