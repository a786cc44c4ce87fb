// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

class QToolButton;

namespace ui {

/// Shows a text of any length from outside, such as an error, in a monospaced box that scrolls. The
/// text never sets the size of a window: the box is at most mostLines high and takes the width that
/// it gets. Shows the last line of a new text first, because errors end with their cause. A button
/// copies the whole text.
class TextBox : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextBox)

public:
    static constexpr int mostLines = 8;
    /// Of a longer text, only the last characters are shown.
    static constexpr qsizetype mostCharacters = 200'000;

    explicit TextBox(QWidget *parent = nullptr);

    /// Does nothing if the text is the same. If it only grew and the user has scrolled up, the
    /// place stays.
    void setText(const QString &text);
    /// The whole text, also what is not shown.
    QString text() const { return m_text; }
    void setTextColor(const QColor &color);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();
    void placeButton();

    QString m_text;
    QToolButton *m_copy;
};

} // namespace ui
