// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/actionkeys.h"

#include "ui/widgets/commands.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>

namespace ui {

namespace {

constexpr qsizetype mostKeys = 4; ///< Of one command in the settings.

QString keyOf(const QString &id)
{
    return QStringLiteral("shortcuts/") + id;
}

/// Returns the panel in which an action with a bare letter acts: the dock around its widget, or
/// the list in the middle. Empty = the whole window.
QString listOf(const QAction &action)
{
    const bool everywhere = action.shortcutContext() == Qt::WindowShortcut
                            || action.shortcutContext() == Qt::ApplicationShortcut;
    const QObjectList around = action.associatedObjects();
    for (const QObject *object : around) {
        if (everywhere || qobject_cast<const QMenu *>(object))
            continue;
        while (object && !qobject_cast<const QDockWidget *>(object))
            object = object->parent();
        return object ? object->objectName() : QStringLiteral("jobs");
    }
    return {};
}

QStringList toTexts(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts << key.toString(QKeySequence::PortableText);
    return texts;
}

} // namespace

ActionKeys::ActionKeys(QMenuBar *menus, QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_menus(menus)
    , m_settings(settings)
{
    reserveKeys();
    collect();
}

void ActionKeys::reserveKeys()
{
    for (const int key :
         {int(Qt::Key_Escape), int(Qt::Key_Return), int(Qt::Key_Enter), int(Qt::Key_Tab),
          int(Qt::SHIFT) | int(Qt::Key_Backtab), int(Qt::Key_Up), int(Qt::Key_Down),
          int(Qt::Key_Left), int(Qt::Key_Right), int(Qt::Key_Home), int(Qt::Key_End),
          int(Qt::Key_PageUp), int(Qt::Key_PageDown), int(Qt::Key_Slash)})
        m_map.reserve(QKeySequence(key), tr("the keys of lists and fields"));
    for (const QAction *action : m_menus->actions())
        m_map.reserve(QKeySequence::mnemonic(action->text()),
                      tr("menu %1").arg(withoutMnemonic(action->text())));
}

void ActionKeys::collect()
{
    QHash<QString, QList<QKeySequence>> stored;
    for (const Command &command : commandsOf(*m_menus)) {
        const QString id = command.action->objectName();
        if (id.isEmpty() || m_actions.value(id) == command.action)
            continue;
        m_actions.insert(id, command.action);
        if (m_map.find(id))
            continue; // the entry was made again
        const QList<QKeySequence> usual = command.action->shortcuts();
        m_map.add({id, command.menus, command.name, listOf(*command.action), usual, usual});
        const ShortcutEntry &entry = *m_map.find(id);
        if (m_settings->contains(keyOf(id)))
            stored.insert(id, storedKeys(entry));
    }
    m_map.restore(stored);
    setKeys();
}

QList<QKeySequence> ActionKeys::storedKeys(const ShortcutEntry &entry) const
{
    QList<QKeySequence> keys;
    const QStringList texts = m_settings->value(keyOf(entry.id)).toStringList();
    for (const QString &text : texts.mid(0, mostKeys)) {
        const auto key = QKeySequence::fromString(text, QKeySequence::PortableText);
        if (!key.isEmpty() && key[0].key() != Qt::Key_unknown) // the text of no key
            keys << key;
    }
    return keys;
}

void ActionKeys::setKeys()
{
    for (const ShortcutEntry &entry : m_map.entries()) {
        QAction *action = m_actions.value(entry.id);
        if (action && action->shortcuts() != entry.keys)
            action->setShortcuts(entry.keys);
    }
}

void ActionKeys::apply(const ShortcutMap &map)
{
    m_map = map;
    setKeys();
    for (const ShortcutEntry &entry : m_map.entries()) {
        if (entry.isUsual())
            m_settings->remove(keyOf(entry.id));
        else
            m_settings->setValue(keyOf(entry.id), toTexts(entry.keys));
    }
}

} // namespace ui
