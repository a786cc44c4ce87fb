// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

class QAction;
class QMenuBar;

namespace ui {

/// An entry of a menu.
struct Command
{
    QAction *action; ///< Owned by its menu.
    QStringList menus; ///< The names of the menus that lead to the entry.
    QString name;

    /// Returns for example `View › Panels › Event log`.
    QString path() const;
    /// Returns the shortcuts as people read them, with commas between them; empty = none.
    QString keys() const;
    /// Returns why the entry cannot be used now; empty when it can.
    QString problem() const;
};

/// Returns the entries of all menus in their order, without separators and submenus. Emits
/// aboutToShow() of each menu, so that the entries are as they would be shown now.
QList<Command> commandsOf(const QMenuBar &menus);

/// Returns the text of a menu entry without the marks of its mnemonic.
QString withoutMnemonic(const QString &text);

/// Returns whether every word of `typed` is in `text`, in any order. Ignores case.
bool hasWords(const QString &text, const QString &typed);

} // namespace ui
