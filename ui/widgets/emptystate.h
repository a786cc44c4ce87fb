// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

/// What a list shows instead of nothing: why it is empty, one thing to do about it, and where it
/// helps a line to copy.
class EmptyState : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// `button` and `code` empty = none.
    void show(const QString &title, const QString &text, const QString &button = {},
              const QString &code = {});

signals:
    void buttonClicked();

private:
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_button;
    QWidget *m_codeRow;
    QLabel *m_codeHint;
    QLineEdit *m_code;
};

} // namespace ui
