// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QObject>

class QSettings;

namespace ui {

/// Enlarges or shrinks the text of the whole program and remembers it in the settings.
class TextZoom : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextZoom)

public:
    static constexpr int least = 70; ///< Percent.
    static constexpr int most = 250; ///< Percent.

    /// Applies the stored size. `settings` is not owned. A stored value that is no size counts as
    /// 100 %.
    explicit TextZoom(QSettings *settings, QObject *parent = nullptr);
    /// Gives the program its own size of text back.
    ~TextZoom() override;

    int percent() const { return m_percent; }
    /// Makes the text one step larger (1) or smaller (-1), within the limits.
    void step(int direction);
    /// Goes back to 100 %.
    void reset();

signals:
    void changed(int percent);

private:
    void set(int percent);
    void apply();

    QSettings *m_settings;
    const QFont m_font; ///< At 100 %.
    int m_percent = 100;
    double m_applied = 1; ///< The factor of the sizes that the widgets have now.
};

} // namespace ui
