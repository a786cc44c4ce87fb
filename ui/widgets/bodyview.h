// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QStackedLayout;
class QToolButton;
class QTreeView;

namespace ui {

class DeliveryDetail;

/// The body of a webhook: as a tree, as text, or as hexadecimal numbers. Says how much of a large
/// body is shown.
class BodyView : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BodyView)

public:
    /// `detail` is not owned.
    explicit BodyView(DeliveryDetail *detail, QWidget *parent = nullptr);

    /// Shows the body of another webhook, or the same again.
    void refresh();

private:
    enum class Form { Tree, Text, Hex };

    QWidget *makeTop();
    void choose(Form form);
    void fill();

    DeliveryDetail *m_detail;
    QTreeView *m_tree;
    QPlainTextEdit *m_text;
    QLabel *m_note;
    QToolButton *m_more;
    QToolButton *m_treeButton;
    QToolButton *m_textButton;
    QToolButton *m_hexButton;
    QStackedLayout *m_stack;
    Form m_wanted = Form::Tree; ///< Chosen by the user.
    Form m_form = Form::Tree; ///< The page shows this form: a body that is no JSON has no tree.
    qsizetype m_most = 0; ///< Bytes to show at most.
    qint64 m_shown = 0; ///< Id of the webhook that is shown; 0 = none.
};

} // namespace ui
