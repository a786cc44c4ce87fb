// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QLineEdit;
class QMenuBar;
class QTreeWidget;

namespace ui {

/// A window with the shortcuts of the menus, grouped by menu, and with listKeys(). A field above
/// searches them. Does not block the main window.
class ShortcutSheet : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutSheet)

public:
    /// Reads the menus once; they are not used later.
    ShortcutSheet(const QMenuBar &menus, QWidget *parent);

private:
    void add(const QString &group, const QString &what, const QString &keys);
    void narrow(const QString &typed);

    QLineEdit *m_field;
    QTreeWidget *m_tree;
};

} // namespace ui
