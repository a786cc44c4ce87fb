// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/textbox.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QScrollBar>
#include <QToolButton>
#include <QtMath>

namespace ui {

namespace {

/// Returns the part of a text that is shown, without the characters that a text layout cannot show.
QString shownPart(const QString &text)
{
    QString shown = text.right(TextBox::mostCharacters);
    if (!shown.isEmpty() && shown.front().isLowSurrogate())
        shown.remove(0, 1); // half a character
    return shown.replace(QChar(u'\0'), QChar(0x2400)); // ␀
}

/// Returns how to wrap a text. Qt looks at a whole word for each line of it, which takes seconds
/// for a word of 100 000 characters.
QTextOption::WrapMode wrapModeOf(const QString &text)
{
    constexpr int longWord = 500;
    int length = 0;
    for (const QChar c : text) {
        length = c.isSpace() ? 0 : length + 1;
        if (length > longWord)
            return QTextOption::WrapAnywhere;
    }
    return QTextOption::WrapAtWordBoundaryOrAnywhere;
}

} // namespace

TextBox::TextBox(QWidget *parent) : QPlainTextEdit(parent), m_copy(new QToolButton(this))
{
    setReadOnly(true);
    setFont(fixedFont(font()));
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_copy->setIcon(actionIcon(QStringLiteral("action/copy")));
    m_copy->setAutoRaise(true);
    m_copy->setToolTip(tr("Copy the text"));
    m_copy->setAccessibleName(m_copy->toolTip());
    m_copy->setCursor(Qt::ArrowCursor);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text); });
    setViewportMargins(0, 0, m_copy->sizeHint().width(), 0);
    fitHeight();
}

void TextBox::setText(const QString &text)
{
    if (text == m_text)
        return;
    const QScrollBar *bar = verticalScrollBar();
    const bool follow = !text.startsWith(m_text) || bar->value() >= bar->maximum();
    const int place = bar->value();
    m_text = text;
    const QString shown = shownPart(text);
    clear();
    setWordWrapMode(wrapModeOf(shown));
    setPlainText(shown);
    fitHeight();
    verticalScrollBar()->setValue(follow ? verticalScrollBar()->maximum() : place);
}

void TextBox::setTextColor(const QColor &color)
{
    if (palette().color(QPalette::Text) == color)
        return;
    QPalette colors; // all other colours follow the theme
    colors.setColor(QPalette::Text, color);
    setPalette(colors);
}

QSize TextBox::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, height()};
}

QSize TextBox::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, fontMetrics().lineSpacing()};
}

/// Makes the box as high as its text, and at most mostLines. The layout counts wrapped lines.
void TextBox::fitHeight()
{
    const int lines = qBound(1, qRound(document()->size().height()), mostLines);
    const int margins = qCeil(2 * document()->documentMargin()) + 2 * frameWidth();
    setFixedHeight(
        qMax(lines * fontMetrics().lineSpacing() + margins, m_copy->sizeHint().height()));
    placeButton();
}

void TextBox::placeButton()
{
    // The margin beside the viewport is the button's; the scroll bar is beside that.
    m_copy->setGeometry(QRect(QPoint(viewport()->geometry().right() + 1, 0), m_copy->sizeHint()));
}

void TextBox::resizeEvent(QResizeEvent *event)
{
    const bool atEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
    if (atEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void TextBox::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_copy)
        fitHeight();
}

} // namespace ui
