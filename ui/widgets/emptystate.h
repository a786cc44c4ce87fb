// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

/// Replaces an empty list. Says why the list is empty and offers one action, and optionally a
/// command line to copy.
class EmptyState : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// Sets the content. An empty `text`, `button` or `code` hides that part. `code` is a command
    /// line.
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
