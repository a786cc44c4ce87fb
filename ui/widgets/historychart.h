// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;

namespace ui {

/// A line chart of one figure over the last 15 minutes, with a title and the figure of now. Times
/// without a value are gaps in the line. Follows the palette.
class HistoryChart : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryChart)

public:
    explicit HistoryChart(const QString &title, QWidget *parent = nullptr);
    ~HistoryChart() override;

    /// Sets the colour of the line.
    void setColor(const QColor &color);
    /// Shows values of equal distance in time, the oldest first, and `figures` in words. The words
    /// are also what a screen reader says.
    void setValues(const QList<std::optional<double>> &values, const QString &figures);
    /// Returns how many lines the chart has: one more than gaps between values.
    int lineCount() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    class Private;

    void applyColors();

    const std::unique_ptr<Private> m_d;
};

} // namespace ui
