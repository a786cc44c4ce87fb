// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QMenuBar;
class QTreeWidget;

namespace ui {

/// A field with a list of all menu entries, over the top of the window. Words in any order choose
/// among them, Return runs the chosen one, Esc closes. The window stays usable: the palette closes
/// when the focus leaves it.
class CommandPalette : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)

public:
    /// `menus` is not owned and outlives this. `window` is the parent.
    CommandPalette(QMenuBar *menus, QWidget *window);

    /// Opens or closes the palette. The palette owns it and does not list it.
    QAction *toggleAction() const { return m_toggle; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void open();
    void close();
    void fill();
    void narrow(const QString &typed);
    void choose(int step);
    void run();
    void place();
    bool handleKey(int key, QEvent *event);

    QMenuBar *m_menus;
    QAction *m_toggle;
    QLineEdit *m_field;
    QTreeWidget *m_list;
    QList<QPointer<QAction>> m_actions; ///< In the order of the rows.
    QPointer<QWidget> m_before; ///< Had the focus before the palette.
};

} // namespace ui
