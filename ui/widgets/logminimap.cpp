// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logminimap.h"

#include "ui/models/logmarks.h"
#include "ui/models/logrows.h"
#include "ui/widgets/statepalette.h"

#include <QMouseEvent>
#include <QPainter>

namespace ui {

namespace {

constexpr int mostHeightOfARow = 2; ///< In device-independent pixels.
constexpr int leastSight = 4;

} // namespace

LogMinimap::LogMinimap(const LogRows *rows, const LogMarks *marks, QWidget *parent)
    : QWidget(parent)
    , m_rows(rows)
    , m_marks(marks)
    , m_density(rows)
{
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Map of the event log"));
    setToolTip(
        tr("The whole log: a full bar is an error, a shorter one a warning, a line across is "
           "a gap. Dashes at the left are marks and matches. Click to go there."));
    m_timer.setSingleShot(true);
    m_timer.setInterval(pace);
    connect(&m_timer, &QTimer::timeout, this, &LogMinimap::refresh);
    connect(rows, &LogRows::changed, this, &LogMinimap::refreshSoon);
    connect(marks, &LogMarks::changed, this, &LogMinimap::refreshSoon);
}

QSize LogMinimap::sizeHint() const
{
    return {fontMetrics().height() * 3 / 2, 0};
}

void LogMinimap::setFound(const LogRows *found)
{
    m_found = found;
    refreshSoon();
}

void LogMinimap::setSight(qint64 firstRow, qint64 rows)
{
    if (firstRow == m_sightFirst && rows == m_sightRows)
        return;
    m_sightFirst = firstRow;
    m_sightRows = rows;
    refreshSoon();
}

void LogMinimap::refreshSoon()
{
    if (isVisible() && !m_timer.isActive())
        m_timer.start();
}

void LogMinimap::refresh()
{
    ++m_refreshes;
    m_density.advance(rowsAtOnce);
    m_stripes = m_density.stripes(usedHeight());
    if (!m_density.isComplete())
        refreshSoon();
    update();
}

/// A log of a few rows does not fill the map, so that its rows are no large blocks.
int LogMinimap::usedHeight() const
{
    return static_cast<int>(qMin<qint64>(height(), m_rows->count() * mostHeightOfARow));
}

/// The width of the place for marks and matches.
int LogMinimap::lane() const
{
    return qMax(5, width() / 4);
}

qint64 LogMinimap::rowAt(int y) const
{
    const int used = usedHeight();
    if (used == 0)
        return 0;
    return qBound<qint64>(0, y * m_rows->count() / used, m_rows->count() - 1);
}

bool LogMinimap::isMatch(qint64 from, qint64 to) const
{
    if (!m_found)
        return false;
    const qint64 match = m_found->rowAtOrAfter(from);
    return match < m_found->count() && m_found->sequenceAt(match) < to;
}

void LogMinimap::paintStripe(QPainter &painter, int y) const
{
    const StatePalette colors = StatePalette::of(palette());
    const LogDensity::Stripe &stripe = m_stripes[static_cast<size_t>(y)];
    const int left = lane();
    const int room = width() - left - 1;
    if (stripe.count(LogLevel::Error) > 0) {
        painter.fillRect(left, y, room, 1, colors.failure());
    } else if (stripe.count(LogLevel::Warning) > 0) {
        painter.fillRect(left, y, room * 2 / 3, 1, colors.warning());
    } else if (stripe.count(LogLevel::Info) > 0) {
        const QColor pale = mixed(palette().color(QPalette::Base), colors.quiet(), 0.55);
        painter.fillRect(left, y, room / 3, 1, pale);
    }
}

void LogMinimap::paintSigns(QPainter &painter, int y) const
{
    const QColor ink = palette().color(QPalette::Text);
    const qint64 from = m_rows->sequenceAt(rowAt(y));
    const qint64 to = m_rows->sequenceAt(qMax(rowAt(y + 1) - 1, rowAt(y))) + 1;
    if (m_stripes[static_cast<size_t>(y)].hasGap)
        painter.fillRect(0, y, width(), 2, StatePalette::of(palette()).warning());
    if (m_marks->anyIn(from, to)) {
        painter.fillRect(0, y - 1, lane() - 1, 3, ink);
    } else if (isMatch(from, to)) {
        painter.fillRect(lane() / 2, y, lane() / 2, 1, ink);
    }
}

void LogMinimap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor base = palette().color(QPalette::Base);
    const QColor ink = palette().color(QPalette::Text);
    painter.fillRect(rect(), mixed(base, ink, 0.04));
    if (m_rows->count() == 0 || m_stripes.empty())
        return;
    const int used = qMin(usedHeight(), static_cast<int>(m_stripes.size()));
    for (int y = 0; y < used; ++y)
        paintStripe(painter, y);
    for (int y = 0; y < used; ++y)
        paintSigns(painter, y); // over the stripes, so that a gap is always visible
    const qint64 all = m_rows->count();
    const int top = static_cast<int>(m_sightFirst * used / all);
    const int size = static_cast<int>(m_sightRows * used / all);
    const QRect sight(0, qMin(top, qMax(0, used - leastSight)), width() - 1,
                      qMin(qMax(leastSight, size), used) - 1);
    QColor veil = ink;
    veil.setAlphaF(0.12F);
    painter.fillRect(sight, veil);
    painter.setPen(mixed(base, ink, 0.6));
    painter.drawRect(sight);
}

void LogMinimap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_rows->count() > 0)
        emit rowWanted(rowAt(event->position().toPoint().y()));
}

void LogMinimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton) && m_rows->count() > 0)
        emit rowWanted(rowAt(event->position().toPoint().y()));
}

void LogMinimap::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshSoon();
}

void LogMinimap::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refreshSoon();
}

} // namespace ui
