// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/shortcutmap.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::ShortcutMap)
};

/// Returns whether one of the keys is the other one, or its beginning.
bool meets(const QKeySequence &a, const QKeySequence &b)
{
    return !a.isEmpty() && !b.isEmpty()
           && (a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch);
}

/// A letter or a sign without Ctrl or Alt is text where there is a field for it.
bool isBare(const QKeySequence &key)
{
    const QKeyCombination first = key[0];
    const Qt::KeyboardModifiers without = Qt::NoModifier | Qt::ShiftModifier | Qt::KeypadModifier;
    return (first.keyboardModifiers() & ~without) == 0 && first.key() < Qt::Key_Escape;
}

} // namespace

QString ShortcutEntry::keyText() const
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts << key.toString(QKeySequence::NativeText);
    return texts.join(QStringLiteral(", "));
}

ShortcutEntry *ShortcutMap::entryOf(const QString &id)
{
    const auto at = std::find_if(m_entries.begin(), m_entries.end(),
                                 [&id](const ShortcutEntry &entry) { return entry.id == id; });
    return at == m_entries.end() ? nullptr : &*at;
}

const ShortcutEntry *ShortcutMap::find(const QString &id) const
{
    return const_cast<ShortcutMap *>(this)->entryOf(id);
}

/// Returns another command that has the key at a place where the wanting one would act, or null.
const ShortcutEntry *ShortcutMap::holderOf(const ShortcutEntry &wanting,
                                           const QKeySequence &key) const
{
    for (const ShortcutEntry &entry : m_entries) {
        const bool samePlace =
            entry.list.isEmpty() || wanting.list.isEmpty() || entry.list == wanting.list;
        const auto has = [&key](const QKeySequence &own) { return meets(own, key); };
        if (entry.id != wanting.id && samePlace
            && std::any_of(entry.keys.begin(), entry.keys.end(), has))
            return &entry;
    }
    return nullptr;
}

QString ShortcutMap::problemOf(const QString &id, const QKeySequence &key) const
{
    const ShortcutEntry *entry = find(id);
    if (!entry || key.isEmpty())
        return {};
    const QString text = key.toString(QKeySequence::NativeText);
    if (const ShortcutEntry *holder = holderOf(*entry, key)) {
        return Words::tr("%1 belongs to “%2” already.")
            .arg(text, (holder->menus + QStringList(holder->name)).join(QStringLiteral(" › ")));
    }
    const auto taken =
        std::find_if(m_reserved.begin(), m_reserved.end(),
                     [&key](const Reserved &reserved) { return meets(reserved.key, key); });
    const bool isUsual = entry->usual.contains(key);
    if (taken != m_reserved.end() && !isUsual)
        return Words::tr("%1 belongs to “%2” and cannot be changed.").arg(text, taken->name);
    if (isBare(key) && entry->list.isEmpty())
        return Words::tr("%1 needs Ctrl or Alt, because the command acts in the whole window.")
            .arg(text);
    return {};
}

void ShortcutMap::set(const QString &id, const QKeySequence &key)
{
    ShortcutEntry *entry = entryOf(id);
    if (!entry || !problemOf(id, key).isEmpty())
        return;
    entry->keys.clear();
    if (!key.isEmpty())
        entry->keys << key;
}

void ShortcutMap::reset(const QString &id)
{
    ShortcutEntry *entry = entryOf(id);
    if (!entry)
        return;
    for (const QKeySequence &key : std::as_const(entry->usual)) {
        while (const ShortcutEntry *holder = holderOf(*entry, key))
            entryOf(holder->id)->keys.removeIf([&key](const QKeySequence &own) {
                return meets(own, key);
            });
    }
    entry->keys = entry->usual;
}

void ShortcutMap::resetAll()
{
    for (ShortcutEntry &entry : m_entries)
        entry.keys = entry.usual;
}

void ShortcutMap::add(ShortcutEntry entry)
{
    const QList<QKeySequence> keys = std::exchange(entry.keys, {});
    m_entries << entry;
    restore({{entry.id, keys}});
}

void ShortcutMap::restore(const QHash<QString, QList<QKeySequence>> &stored)
{
    // Two commands may have swapped their keys, so that no usual key may be in the way.
    for (auto at = stored.constBegin(); at != stored.constEnd(); ++at) {
        if (ShortcutEntry *entry = entryOf(at.key()))
            entry->keys.clear();
    }
    for (auto at = stored.constBegin(); at != stored.constEnd(); ++at) {
        for (const QKeySequence &key : at.value()) {
            ShortcutEntry *entry = entryOf(at.key());
            if (entry && !key.isEmpty() && problemOf(at.key(), key).isEmpty())
                entry->keys << key;
        }
    }
}

} // namespace ui
