// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/sparkline.h"

#include "ui/models/formats.h"
#include "ui/models/throughput.h"
#include "ui/widgets/statepalette.h"

#include <QPainter>

namespace ui {

Sparkline::Sparkline(const Throughput *throughput, QWidget *parent)
    : QWidget(parent)
    , m_throughput(throughput)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setAccessibleName(tr("Events per second, last two minutes"));
}

QSize Sparkline::sizeHint() const
{
    return {Throughput::seconds, fontMetrics().height()};
}

void Sparkline::refresh()
{
    setToolTip(tr("Events per second, last two minutes: %1 now, %2 at most")
                   .arg(formatCount(m_throughput->latest()), formatCount(m_throughput->peak())));
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect box = rect().adjusted(0, 2, 0, -2);
    const QColor color = StatePalette::of(palette()).color(JobStatus::Processing);
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1),
                     mixed(palette().color(QPalette::Window), color, 0.35));
    const int peak = m_throughput->peak();
    if (peak == 0)
        return;
    const double step = static_cast<double>(box.width()) / Throughput::seconds;
    for (int second = 0; second < Throughput::seconds; ++second) {
        const int count = m_throughput->at(second);
        if (count > 0) {
            const double height = qMax(1.0, box.height() * static_cast<double>(count) / peak);
            painter.fillRect(QRectF(box.left() + second * step, box.bottom() + 1 - height,
                                    qMax(1.0, step), height),
                             color);
        }
    }
}

} // namespace ui
