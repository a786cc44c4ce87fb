// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QWidget>

namespace ui {

/// Moves the focus from pane to pane of a window, as F6 does. A frame around the pane shows the
/// place until the focus leaves it.
class PaneCycle : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaneCycle)

public:
    explicit PaneCycle(QWidget *window);

    /// Adds a pane behind the others. `first` is the widget in it that gets the focus at the first
    /// time; later, the one that had it last. The cycle owns neither.
    void add(QWidget *pane, QWidget *first);
    /// Moves to the next (1) or the previous (-1) visible pane.
    void move(int step);
    /// Moves to this pane, which must be visible.
    void enter(QWidget *pane);

private:
    struct Pane
    {
        QPointer<QWidget> pane;
        QPointer<QWidget> first;
    };

    int current() const;
    void enterAt(int index);
    void handleFocus(const QWidget *now);

    QList<Pane> m_panes;
    QPointer<QWidget> m_mark; ///< Child of the marked pane, or of the window.
};

/// Makes the Tab key follow the order of these widgets and of what is in them. Widgets that are not
/// in them keep their places before the first.
void orderTabs(const QList<QWidget *> &blocks);

} // namespace ui
