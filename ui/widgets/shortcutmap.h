// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QString>

namespace ui {

/// A command with its keys.
struct ShortcutEntry
{
    QString id; ///< Stays the same in all versions and languages, for example `jobs.next-failure`.
    QStringList menus; ///< The names of the menus that lead to the command.
    QString name;
    QString list; ///< The command acts only while this list has the focus; empty = everywhere.
    QList<QKeySequence> usual; ///< The keys that it has without a choice of the user.
    QList<QKeySequence> keys;

    bool isUsual() const { return keys == usual; }
    /// Returns the keys as people read them, with commas between them; empty = none.
    QString keyText() const;
};

/// The keys of all commands. No key belongs to two commands that could act at the same place.
class ShortcutMap
{
public:
    const QList<ShortcutEntry> &entries() const { return m_entries; }
    /// Returns null when there is no such command.
    const ShortcutEntry *find(const QString &id) const;
    /// Adds a command. Keys that another one has are left out.
    void add(ShortcutEntry entry);
    /// Adds keys that commands cannot have, because they always do something else. `name` is for
    /// people.
    void reserve(const QKeySequence &key, const QString &name) { m_reserved.append({key, name}); }

    /// Returns why a command cannot have a key, in a sentence for people; empty = it can. Names the
    /// command that has the key.
    QString problemOf(const QString &id, const QKeySequence &key) const;
    /// Gives a command this key only; an empty one = none. Does nothing if there is a problem.
    void set(const QString &id, const QKeySequence &key);
    /// Gives a command its usual keys, and takes them from commands that have them now.
    void reset(const QString &id);
    void resetAll();
    /// Gives commands stored keys, by their ids. Keys with a problem are left out.
    void restore(const QHash<QString, QList<QKeySequence>> &stored);

private:
    struct Reserved
    {
        QKeySequence key;
        QString name;
    };

    ShortcutEntry *entryOf(const QString &id);
    const ShortcutEntry *holderOf(const ShortcutEntry &wanting, const QKeySequence &key) const;

    QList<ShortcutEntry> m_entries;
    QList<Reserved> m_reserved;
};

} // namespace ui
