// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/shortcutmap.h"

#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui {

/// The page of the settings with the keys of all commands. Refuses a key that another command has,
/// with the name of that command.
class ShortcutsPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutsPage)

public:
    explicit ShortcutsPage(const ShortcutMap &map, QWidget *parent = nullptr);

    /// Returns the edited keys.
    const ShortcutMap &map() const { return m_map; }

private:
    void fill();
    void refresh();
    void showCurrent();
    void narrow(const QString &typed);
    void take(const QKeySequence &typed);
    void reset();
    QString currentId() const;

    ShortcutMap m_map;
    QLineEdit *m_search;
    QTreeWidget *m_tree;
    QKeySequenceEdit *m_key;
    QPushButton *m_none;
    QPushButton *m_reset;
    QPushButton *m_resetAll;
    QLabel *m_note;
};

} // namespace ui
