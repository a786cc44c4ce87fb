// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/panecycle.h"

#include <QApplication>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr int thickness = 2;

/// A frame around a pane. It covers only its line, so that changes below it cost no repaint.
class FocusMark : public QWidget
{
public:
    explicit FocusMark(QWidget *parent) : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        setObjectName(QStringLiteral("focus-mark"));
        hide();
    }

    void surround(QWidget *pane)
    {
        if (parentWidget() != pane) {
            parentWidget()->removeEventFilter(this);
            setParent(pane);
            pane->installEventFilter(this);
        }
        fit();
        show();
        raise();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == parentWidget() && event->type() == QEvent::Resize)
            fit();
        return false;
    }
    void paintEvent(QPaintEvent *event) override
    {
        QPainter(this).fillRect(event->rect(), palette().color(QPalette::Highlight));
    }

private:
    void fit()
    {
        setGeometry(parentWidget()->rect());
        const QRect inner = rect().adjusted(thickness, thickness, -thickness, -thickness);
        setMask(QRegion(rect()) - QRegion(inner));
    }
};

bool takesTab(const QWidget *widget)
{
    return (widget->focusPolicy() & Qt::TabFocus) != 0 && !widget->focusProxy();
}

/// Returns whether the user sees a pane. Qt moves a dock that is behind another tab out of the
/// window and does not hide it.
bool isInSight(const QWidget *pane)
{
    return pane && pane->isVisible() && !pane->visibleRegion().isEmpty();
}

/// Returns the widgets of a block that Tab stops at, in their present order.
QList<QWidget *> stopsOf(QWidget *block)
{
    QList<QWidget *> stops;
    QWidget *widget = block;
    do {
        const bool isInside = widget == block || block->isAncestorOf(widget);
        if (isInside && takesTab(widget) && widget->window() == block->window())
            stops << widget;
        widget = widget->nextInFocusChain();
    } while (widget != block);
    return stops;
}

} // namespace

PaneCycle::PaneCycle(QWidget *window) : QObject(window), m_mark(new FocusMark(window))
{
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { handleFocus(now); });
}

void PaneCycle::add(QWidget *pane, QWidget *first)
{
    m_panes.append(Pane{pane, first});
}

int PaneCycle::current() const
{
    const QWidget *focus = QApplication::focusWidget();
    const auto at = std::find_if(m_panes.begin(), m_panes.end(), [focus](const Pane &one) {
        return focus && one.pane && (one.pane == focus || one.pane->isAncestorOf(focus));
    });
    return at == m_panes.end() ? -1 : static_cast<int>(at - m_panes.begin());
}

void PaneCycle::move(int step)
{
    const auto count = static_cast<int>(m_panes.size());
    int index = current();
    if (index < 0)
        index = step > 0 ? count - 1 : 0;
    for (int tries = 0; tries < count; ++tries) {
        index = (index + step + count) % count;
        if (isInSight(m_panes.at(index).pane))
            return enterAt(index);
    }
}

void PaneCycle::enter(QWidget *pane)
{
    for (int index = 0; index < static_cast<int>(m_panes.size()); ++index) {
        if (m_panes.at(index).pane == pane)
            return enterAt(index);
    }
}

void PaneCycle::enterAt(int index)
{
    const Pane &pane = m_panes.at(index);
    const auto usable = [](const QWidget *widget) {
        return widget && widget->isVisible() && widget->isEnabled();
    };
    QWidget *target = pane.pane->focusWidget();
    if (!usable(target))
        target = pane.first;
    if (!usable(target)) {
        const QList<QWidget *> stops = stopsOf(pane.pane);
        const auto at = std::find_if(stops.begin(), stops.end(), usable);
        target = at == stops.end() ? pane.pane.data() : *at;
    }
    if (pane.pane->window()->isVisible())
        pane.pane->window()->activateWindow(); // a floating dock is a window of its own
    target->setFocus(Qt::TabFocusReason);
    if (m_mark)
        static_cast<FocusMark *>(m_mark.data())->surround(pane.pane);
}

void PaneCycle::handleFocus(const QWidget *now)
{
    QWidget *mark = m_mark.data();
    if (!mark || !now || !mark->isVisible())
        return;
    const QWidget *marked = mark->parentWidget();
    if (marked != now && !marked->isAncestorOf(now))
        mark->hide();
}

void orderTabs(const QList<QWidget *> &blocks)
{
    QWidget *last = nullptr;
    for (QWidget *block : blocks) {
        const QList<QWidget *> stops = stopsOf(block);
        for (QWidget *stop : stops) {
            if (last && last != stop)
                QWidget::setTabOrder(last, stop);
            last = stop;
        }
    }
}

} // namespace ui
