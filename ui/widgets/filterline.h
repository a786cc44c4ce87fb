// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/filteredit.h"
#include "ui/models/filtermoment.h"

#include <QLineEdit>

class QCompleter;
class QLabel;
class QStringListModel;
class QTimer;

namespace ui {

/// A field for a filter, as in Wireshark: green with a check mark while the text is a filter, red
/// with a warning sign while it is not. A wrong text changes nothing: the last filter stays. The
/// mistake is underlined, and a note below the field says what is wrong. The note covers what is
/// below and moves nothing; it gives way to the list of completions. Completes names of fields and
/// values while the user types. Esc closes the completions, then clears the field, then leaves it.
class FilterLine : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterLine)

public:
    /// Returns the mistake in a text, if there is one.
    using Check = std::function<std::optional<FilterProblem>(const QString &text)>;

    /// `page` holds the field and the note below it.
    FilterLine(FilterKind kind, Check check, QWidget *page);

    /// Sets where the values of fields come from, for completion.
    void setValues(FilterValues values) { m_values = std::move(values); }
    /// Returns the last text that was a filter.
    QString validText() const { return m_validText; }
    /// Sets the text and applies it at once.
    void apply(const QString &text);
    /// Adds a term to the filter and applies it at once. See withTerm().
    void addTerm(const QString &term, FilterUse use);
    /// Shows a note about a filter that is valid, such as one that was stopped; empty = none.
    void setNotice(const QString &notice);

    /// The colours of the field for a palette. `Text` of the palette is readable on both.
    static QColor validBase(const QPalette &palette);
    static QColor wrongBase(const QPalette &palette);

signals:
    /// The text is another filter. Comes a moment after the last key, or at once after Return.
    void filterChanged(const QString &text);
    /// The user pressed Esc in an empty field and wants to go back to the list.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;

private:
    void handleText();
    void publish();
    void showState();
    void underline();
    void placeNote();
    void complete();
    void insertCompletion(const QString &text);

    FilterKind m_kind;
    Check m_check;
    FilterValues m_values;
    std::optional<FilterProblem> m_problem;
    QString m_validText;
    QString m_notice;
    QLabel *m_note;
    QAction *m_sign; ///< A check mark or a warning sign at the end of the field.
    QTimer *m_debounce;
    QCompleter *m_completer;
    QStringListModel *m_completions;
    qsizetype m_completedFrom = 0;
    bool m_showing = false; ///< showState() changes the palette.
};

} // namespace ui
