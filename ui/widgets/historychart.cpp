// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/historychart.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/statepalette.h"

#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double minutes = 15;

/// Returns the end of an axis for values up to `most`, with some room above them. Its half is a
/// whole number.
double roundEnd(double most)
{
    if (most < 2)
        return 2;
    const double power = std::pow(10, std::floor(std::log10(most)));
    for (const double factor : {2.0, 4.0}) {
        if (most < factor * power)
            return factor * power;
    }
    return 10 * power;
}

} // namespace

class HistoryChart::Private
{
public:
    QString title;
    QLabel *figures = nullptr;
    QChart *chart = nullptr; ///< The view owns it.
    QValueAxis *time = nullptr; ///< The chart owns the axes and the lines.
    QValueAxis *value = nullptr;
    QList<QLineSeries *> lines; ///< A line without points waits until it is needed.
    QColor color;

    QLineSeries *line(qsizetype number);
    void setLines(const QList<QList<QPointF>> &pieces);
};

QLineSeries *HistoryChart::Private::line(qsizetype number)
{
    while (lines.size() <= number) {
        auto *series = new QLineSeries(chart);
        chart->addSeries(series);
        series->attachAxis(time);
        series->attachAxis(value);
        series->setPen(QPen(color, 1.6));
        lines << series;
    }
    return lines[number];
}

void HistoryChart::Private::setLines(const QList<QList<QPointF>> &pieces)
{
    for (qsizetype piece = 0; piece < qMax(pieces.size(), lines.size()); ++piece)
        line(piece)->replace(pieces.value(piece));
}

HistoryChart::HistoryChart(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_d(std::make_unique<Private>())
{
    m_d->title = title;
    auto *name = new QLabel(title, this);
    m_d->figures = new ElidedLabel(Qt::ElideRight, this);
    m_d->figures->setFont(tabular(font()));
    m_d->figures->setForegroundRole(QPalette::PlaceholderText);
    auto *view = new QChartView(this);
    m_d->chart = view->chart();
    m_d->time = new QValueAxis(m_d->chart);
    m_d->value = new QValueAxis(m_d->chart);
    m_d->chart->addAxis(m_d->time, Qt::AlignBottom);
    m_d->chart->addAxis(m_d->value, Qt::AlignLeft);
    m_d->time->setRange(-minutes, 0);
    m_d->time->setTickCount(4);
    m_d->time->setLabelFormat(tr("%d min", "axis of a chart: minutes before now"));
    m_d->value->setTickCount(3);
    m_d->value->setLabelFormat(QStringLiteral("%.0f"));
    m_d->chart->legend()->hide();
    m_d->chart->setBackgroundVisible(false);
    m_d->chart->setMargins({});
    m_d->chart->layout()->setContentsMargins(0, 0, 0, 0);
    view->setRenderHint(QPainter::Antialiasing);
    view->setFrameShape(QFrame::NoFrame);
    view->setInteractive(false);
    view->setFocusPolicy(Qt::NoFocus);
    view->setAttribute(Qt::WA_TransparentForMouseEvents);
    view->setBackgroundBrush(Qt::NoBrush);
    view->viewport()->setAutoFillBackground(false);
    view->setMinimumHeight(fontMetrics().height() * 5);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(name);
    top->addWidget(m_d->figures, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(top);
    column->addWidget(view, 1);
    applyColors();
}

HistoryChart::~HistoryChart() = default;

void HistoryChart::setColor(const QColor &color)
{
    m_d->color = color;
    applyColors();
}

void HistoryChart::setValues(const QList<std::optional<double>> &values, const QString &figures)
{
    const double width = minutes / qMax<double>(1, static_cast<double>(values.size()));
    double most = 0;
    bool inLine = false;
    QList<QList<QPointF>> pieces;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (values[i]) {
            const double end = static_cast<double>(i + 1 - values.size()) * width;
            if (!inLine) // a line begins with the time of its first value, so that one alone shows
                pieces << QList{QPointF(end - width, *values[i])};
            pieces.last() << QPointF(end, *values[i]);
            most = std::max(most, *values[i]);
        }
        inLine = values[i].has_value();
    }
    m_d->value->setRange(0, roundEnd(most));
    m_d->setLines(pieces);
    m_d->figures->setText(figures);
    setAccessibleName(m_d->title);
    setAccessibleDescription(figures);
}

int HistoryChart::lineCount() const
{
    return static_cast<int>(
        std::count_if(m_d->lines.begin(), m_d->lines.end(),
                      [](const QLineSeries *line) { return line->count() > 0; }));
}

void HistoryChart::applyColors()
{
    const QColor window = palette().color(QPalette::Window);
    const QColor text = palette().color(QPalette::WindowText);
    const QColor quiet = StatePalette::of(palette()).quiet();
    const QColor grid = mixed(window, text, 0.14);
    for (QValueAxis *axis : {m_d->time, m_d->value}) {
        axis->setLabelsColor(quiet);
        axis->setLabelsFont(scaled(font(), 0.85));
        axis->setGridLineColor(grid);
        axis->setLinePenColor(grid);
    }
    if (!m_d->color.isValid())
        m_d->color = text;
    for (QLineSeries *line : m_d->lines)
        line->setPen(QPen(m_d->color, 1.6));
}

void HistoryChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColors();
}

} // namespace ui
