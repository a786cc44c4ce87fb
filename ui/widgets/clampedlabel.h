// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace ui {

/// A plain-text label of at most some lines. Wraps inside words too, and shortens a text that does
/// not fit; a tool tip shows more of it. So a text of any length never widens a window.
class ClampedLabel : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClampedLabel)

public:
    /// `mostLines` is at least 1.
    explicit ClampedLabel(int mostLines, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QStringList lines(int width) const;

    int m_mostLines;
};

} // namespace ui
