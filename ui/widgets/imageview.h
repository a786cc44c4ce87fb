// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QWidget>

namespace ui {

/// Shows one picture: as large as fits, or at a chosen zoom, where dragging moves it. The wheel
/// with Ctrl, and the keys + and - change the zoom, 0 fits the picture into the view, and 1 shows
/// one pixel of the picture as one pixel of the screen.
class ImageView : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImageView)

public:
    static constexpr double smallestZoom = 0.02;
    static constexpr double largestZoom = 32;

    explicit ImageView(QWidget *parent = nullptr);

    /// Shows a picture from the levels that imageLevels() made; the first one is the picture
    /// itself. Keeps the fit or the zoom. An empty list shows nothing.
    void setPicture(const QList<QImage> &levels);
    bool isEmpty() const { return m_levels.isEmpty(); }
    /// The picture in its own size; null when isEmpty().
    QImage picture() const { return m_levels.value(0); }

    /// Returns the pixels of the screen for one pixel of the picture; 1 = 100 %.
    double zoom() const;
    bool isFitted() const { return m_fitted; }
    /// Fits the picture into the view. Smaller pictures keep their size.
    void fit();
    /// Sets the zoom, within smallestZoom and largestZoom. The point of the picture at `anchor`, in
    /// coordinates of this widget, stays there.
    void setZoom(double zoom, const QPointF &anchor);
    /// Sets the zoom around the centre of the view.
    void setZoom(double zoom) { setZoom(zoom, QRectF(rect()).center()); }
    /// The next larger or smaller zoom.
    void zoomIn() { setZoom(zoom() * step); }
    void zoomOut() { setZoom(zoom() / step); }
    /// Returns where the picture is painted, in coordinates of this widget.
    QRectF pictureRect() const;

signals:
    void zoomChanged();
    /// The user wants the next picture (1) or the previous one (-1).
    void stepWanted(int step);
    /// The user wants a copy of the picture.
    void copyWanted();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    static constexpr double step = 1.25;

    bool pressKey(int key);
    void moveBy(const QPointF &distance);
    void clampCentre();
    void updateCursor();

    QList<QImage> m_levels; ///< Each of half the size of the one before.
    bool m_fitted = true;
    double m_zoom = 1; ///< Unless m_fitted.
    QPointF m_centre; ///< The point of the picture in the middle of the view, in its pixels.
    QPointF m_grip; ///< The last place of the pointer while it drags.
};

} // namespace ui
