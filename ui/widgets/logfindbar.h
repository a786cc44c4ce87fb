// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/filteredit.h"

#include <QWidget>

class QLabel;

namespace ui {

class FilterLine;
class LogFind;

/// The bar to find rows of the event log without hiding the others. Hidden until open().
class LogFindBar : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogFindBar)

public:
    explicit LogFindBar(QWidget *page);

    /// Shows the bar, selects its text and gives it the focus.
    void open();
    /// Returns the last text that was a filter.
    QString text() const;
    bool hasFieldFocus() const;
    void setValues(FilterValues values);
    /// Shows how many matches there are, and which of them is the row `current`.
    void showState(const LogFind &find, qint64 current);

signals:
    void findChanged(const QString &text);
    /// The user wants the next (`step` 1) or the previous (-1) match.
    void matchWanted(int step);
    void closeWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addButton(const QString &text, const QString &tip, const std::function<void()> &handler);

    FilterLine *m_field;
    QLabel *m_state;
};

} // namespace ui
