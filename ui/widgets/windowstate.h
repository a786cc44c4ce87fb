// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>
#include <QVariant>

#include <functional>
#include <vector>

class QSettings;

namespace ui {

class FilterLine;
class MainWindow;

/// Stores the layout of the window in the settings, one second after the last change. Writes
/// nothing until the window has been shown, so that a hidden start keeps the stored layout.
class WindowState : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowState)

public:
    /// `settings` is not owned. `window` becomes the parent.
    WindowState(QSettings *settings, MainWindow *window);

    /// Applies the stored layout.
    void restore();
    /// Writes the layout without delay.
    void saveNow();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// A part of the window whose state is one value of the settings.
    struct Part
    {
        QString key;
        std::function<QVariant()> state;
        std::function<void(const QVariant &)> restore;
    };

    void addColumns();
    void addFilters();
    void addFilter(const QString &key, FilterLine *line);
    void watch();

    QSettings *m_settings;
    MainWindow *m_window;
    QTimer m_debounce;
    std::vector<Part> m_parts;
    bool m_wasShown = false;
};

} // namespace ui
