// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/clampedlabel.h"

#include "ui/models/formats.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

namespace ui {

namespace {

constexpr qsizetype mostCharacters = 1000;

} // namespace

ClampedLabel::ClampedLabel(int mostLines, QWidget *parent) : QLabel(parent), m_mostLines(mostLines)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

QSize ClampedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, fontMetrics().height()};
}

QSize ClampedLabel::sizeHint() const
{
    const int most = fontMetrics().averageCharWidth() * 60;
    const int wide = qMin(most, fontMetrics().horizontalAdvance(oneLine(text(), 200)) + 1);
    return {wide, heightForWidth(most)};
}

int ClampedLabel::heightForWidth(int width) const
{
    return static_cast<int>(qMax<qsizetype>(1, lines(width).size())) * fontMetrics().lineSpacing();
}

QStringList ClampedLabel::lines(int width) const
{
    const QString all = oneLine(text(), mostCharacters);
    QTextLayout layout(all, font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(qMax(1, width));
        if (lines.size() + 1 == m_mostLines) {
            lines << fontMetrics().elidedText(all.mid(line.textStart()), Qt::ElideRight, width);
            break;
        }
        lines << all.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

void ClampedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QStringList shown = lines(contentsRect().width());
    const int height = fontMetrics().lineSpacing();
    int y = contentsRect().center().y() - static_cast<int>(shown.size()) * height / 2;
    for (const QString &line : shown) {
        painter.drawText(QRect(contentsRect().left(), y, contentsRect().width(), height),
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, line);
        y += height;
    }
}

bool ClampedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const bool cut = lines(contentsRect().width()).join(QString()).contains(QChar(0x2026));
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                           cut ? tipText(text()) : QString(), this);
        return true;
    }
    return QLabel::event(event);
}

} // namespace ui
