// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/imageview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QWheelEvent>

#include <cmath>

namespace ui {

ImageView::ImageView(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumSize(60, 60);
}

void ImageView::setPicture(const QList<QImage> &levels)
{
    const QSize before = picture().size();
    m_levels = levels;
    if (isEmpty() || picture().size() != before)
        m_centre = QRectF(picture().rect()).center();
    clampCentre();
    updateCursor();
    update();
    emit zoomChanged();
}

double ImageView::zoom() const
{
    if (!m_fitted || isEmpty())
        return m_zoom;
    const QSizeF room = QSizeF(size()) * devicePixelRatioF();
    const QSizeF own = picture().size();
    return qBound(smallestZoom, qMin(room.width() / own.width(), room.height() / own.height()),
                  1.0);
}

void ImageView::fit()
{
    m_fitted = true;
    m_centre = QRectF(picture().rect()).center();
    updateCursor();
    update();
    emit zoomChanged();
}

void ImageView::setZoom(double zoom, const QPointF &anchor)
{
    if (isEmpty())
        return;
    const double next = qBound(smallestZoom, zoom, largestZoom);
    // In pixels of the picture, the anchor is this far from the middle of the view.
    const QPointF distance = (anchor - QRectF(rect()).center()) * devicePixelRatioF();
    m_centre += distance / this->zoom() - distance / next;
    m_zoom = next;
    m_fitted = false;
    clampCentre();
    updateCursor();
    update();
    emit zoomChanged();
}

QRectF ImageView::pictureRect() const
{
    const double scale = zoom() / devicePixelRatioF();
    const QSizeF shown = QSizeF(picture().size()) * scale;
    return {QRectF(rect()).center() - m_centre * scale, shown};
}

/// Keeps the picture in the view: a side that fits is centred, and another one leaves no gap.
void ImageView::clampCentre()
{
    const double scale = zoom() / devicePixelRatioF();
    const auto within = [scale](double centre, double own, double room) {
        const double half = room / scale / 2;
        return own <= 2 * half ? own / 2 : qBound(half, centre, own - half);
    };
    const QSizeF own = picture().size();
    m_centre = {within(m_centre.x(), own.width(), width()),
                within(m_centre.y(), own.height(), height())};
}

void ImageView::moveBy(const QPointF &distance)
{
    m_centre -= distance * devicePixelRatioF() / zoom();
    clampCentre();
    update();
}

void ImageView::updateCursor()
{
    const QSizeF shown = pictureRect().size();
    const bool moves = shown.width() > width() + 1 || shown.height() > height() + 1;
    setCursor(moves ? Qt::OpenHandCursor : Qt::ArrowCursor);
}

void ImageView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!isEmpty()) {
        const QRectF target = pictureRect();
        // The smallest level that has all the pixels that the screen shows.
        qsizetype level = 0;
        for (double scale = zoom(); scale <= 0.5 && level + 1 < m_levels.size(); scale *= 2)
            ++level;
        painter.setRenderHint(QPainter::SmoothPixmapTransform, zoom() < 3); // then show pixels
        painter.drawImage(target, m_levels[level]);
    }
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

void ImageView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    clampCentre();
    updateCursor();
    if (m_fitted && !isEmpty())
        emit zoomChanged();
}

void ImageView::wheelEvent(QWheelEvent *event)
{
    if ((event->modifiers() & Qt::ControlModifier) != 0) {
        constexpr double notch = 120;
        setZoom(zoom() * std::pow(step, event->angleDelta().y() / notch), event->position());
    } else {
        moveBy(event->pixelDelta().isNull() ? QPointF(event->angleDelta()) / 2
                                            : QPointF(event->pixelDelta()));
    }
    event->accept();
}

bool ImageView::pressKey(int key)
{
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomIn(); return true;
    case Qt::Key_Minus: zoomOut(); return true;
    case Qt::Key_0: fit(); return true;
    case Qt::Key_1: setZoom(1); return true;
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_PageDown: emit stepWanted(1); return true;
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_PageUp: emit stepWanted(-1); return true;
    default: return false;
    }
}

/// Takes the key of Copy before the menu Edit does, which copies texts and rows.
bool ImageView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ImageView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        emit copyWanted();
        return;
    }
    const auto others = event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (others != Qt::NoModifier || !pressKey(event->key()))
        QWidget::keyPressEvent(event);
}

void ImageView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_grip = event->position();
    if (cursor().shape() == Qt::OpenHandCursor)
        setCursor(Qt::ClosedHandCursor);
}

void ImageView::mouseMoveEvent(QMouseEvent *event)
{
    if ((event->buttons() & Qt::LeftButton) != 0)
        moveBy(event->position() - std::exchange(m_grip, event->position()));
}

void ImageView::mouseReleaseEvent(QMouseEvent *event)
{
    QWidget::mouseReleaseEvent(event);
    updateCursor();
}

void ImageView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void ImageView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace ui
