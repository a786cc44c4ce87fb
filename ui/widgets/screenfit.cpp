// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/screenfit.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>

namespace ui {

QRect fittedToScreens(const QRect &wanted, const QList<QRect> &screens)
{
    if (screens.isEmpty())
        return wanted;
    const auto shared = [&wanted](const QRect &screen) {
        const QRect part = screen & wanted;
        return qint64{part.width()} * part.height();
    };
    QRect best = screens.first();
    for (const QRect &screen : screens) {
        if (shared(screen) > shared(best))
            best = screen;
    }
    QRect fitted(wanted.topLeft(), wanted.size().boundedTo(best.size()));
    fitted.moveLeft(qBound(best.left(), fitted.left(), best.right() - fitted.width() + 1));
    fitted.moveTop(qBound(best.top(), fitted.top(), best.bottom() - fitted.height() + 1));
    return fitted;
}

void fitToScreens(QWidget *window)
{
    if (window->isMaximized() || window->isFullScreen())
        return;
    QList<QRect> screens;
    const auto all = QGuiApplication::screens();
    for (const QScreen *screen : all)
        screens << screen->availableGeometry();
    const QRect frame = window->frameGeometry();
    const QRect fitted = fittedToScreens(frame, screens);
    if (fitted == frame)
        return;
    window->resize(window->size() - (frame.size() - fitted.size()));
    window->move(fitted.topLeft());
}

} // namespace ui
