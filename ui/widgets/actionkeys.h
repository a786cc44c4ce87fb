// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/shortcutmap.h"

#include <QHash>
#include <QObject>
#include <QPointer>

class QAction;
class QMenuBar;
class QSettings;

namespace ui {

/// Gives the entries of the menus the keys that the user chose, and stores these. The id of an
/// entry is the object name of its action. An entry without one has no key that can be changed.
class ActionKeys : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActionKeys)

public:
    /// Neither `menus` nor `settings` is owned; both outlive this.
    ActionKeys(QMenuBar *menus, QSettings *settings, QObject *parent);

    /// Takes the entries that the menus have now. Call it again after entries were added.
    void collect();
    const ShortcutMap &map() const { return m_map; }
    /// Gives all entries the keys of `map`, which is a changed copy of map(), and stores them.
    void apply(const ShortcutMap &map);

private:
    QList<QKeySequence> storedKeys(const ShortcutEntry &entry) const;
    void reserveKeys();
    void setKeys();

    QMenuBar *m_menus;
    QSettings *m_settings;
    ShortcutMap m_map;
    QHash<QString, QPointer<QAction>> m_actions;
};

} // namespace ui
