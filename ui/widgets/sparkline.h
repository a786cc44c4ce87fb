// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace ui {

class Throughput;

/// Shows the events per second of the last two minutes as small bars.
class Sparkline : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sparkline)

public:
    /// `throughput` is not owned.
    explicit Sparkline(const Throughput *throughput, QWidget *parent = nullptr);

    QSize sizeHint() const override;

    /// Repaints. Call it once a second, after `throughput` has a new value.
    void refresh();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Throughput *m_throughput;
};

} // namespace ui
