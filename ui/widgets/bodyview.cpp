// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/bodyview.h"

#include "ui/models/deliverydetail.h"
#include "ui/models/formats.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/listdelegate.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeView>

namespace ui {

BodyView::BodyView(DeliveryDetail *detail, QWidget *parent)
    : QWidget(parent)
    , m_detail(detail)
    , m_tree(new QTreeView(this))
    , m_text(new QPlainTextEdit(this))
    , m_note(new ElidedLabel(Qt::ElideRight, this))
    , m_more(new QToolButton(this))
    , m_treeButton(new QToolButton(this))
    , m_textButton(new QToolButton(this))
    , m_hexButton(new QToolButton(this))
    , m_stack(new QStackedLayout)
{
    m_tree->setModel(detail->tree());
    m_tree->setItemDelegate(new ListDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAccessibleName(tr("Body as a tree"));
    m_tree->header()->resizeSection(0, fontMetrics().averageCharWidth() * 24);
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setFont(fixedFont(font()));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Body"));
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_text);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTop());
    column->addLayout(m_stack, 1);
}

QWidget *BodyView::makeTop()
{
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(4);
    auto *group = new QButtonGroup(this);
    const auto add = [&](QToolButton *button, const QString &text, Form form) {
        button->setText(text);
        button->setCheckable(true);
        button->setAutoRaise(true);
        group->addButton(button);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, form] {
            m_wanted = form;
            choose(form);
        });
    };
    add(m_treeButton, tr("Tree"), Form::Tree);
    add(m_textButton, tr("Text"), Form::Text);
    add(m_hexButton, tr("Hex"), Form::Hex);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setObjectName(QStringLiteral("body-note"));
    m_more->setText(tr("Show more"));
    m_more->setAutoRaise(true);
    connect(m_more, &QToolButton::clicked, this, [this] {
        m_most = DeliveryDetail::mostBytes;
        fill();
    });
    row->addSpacing(8);
    row->addWidget(m_note, 1);
    row->addWidget(m_more);
    return top;
}

void BodyView::refresh()
{
    const qint64 id = m_detail->isLoaded() ? m_detail->info().id : 0;
    if (id == m_shown && id != 0)
        return;
    m_shown = id;
    m_most = DeliveryDetail::firstBytes;
    m_treeButton->setEnabled(m_detail->noTree().isEmpty());
    m_treeButton->setToolTip(m_detail->noTree());
    Form form = m_wanted;
    if (form == Form::Tree && !m_detail->noTree().isEmpty())
        form = m_detail->isText() ? Form::Text : Form::Hex;
    choose(form);
}

void BodyView::choose(Form form)
{
    m_form = form;
    m_treeButton->setChecked(form == Form::Tree);
    m_textButton->setChecked(form == Form::Text);
    m_hexButton->setChecked(form == Form::Hex);
    m_stack->setCurrentWidget(form == Form::Tree ? static_cast<QWidget *>(m_tree) : m_text);
    fill();
}

/// Fills the view that is shown, and says what is left out.
void BodyView::fill()
{
    const qsizetype size = m_detail->body().size();
    const bool isCut = m_form != Form::Tree && size > m_most;
    m_more->setVisible(isCut && m_most < DeliveryDetail::mostBytes);
    // Qt looks at a whole word for each line of it, which takes seconds for a long one. A line of
    // hexadecimal numbers is short.
    m_text->setWordWrapMode(m_form == Form::Hex ? QTextOption::NoWrap : QTextOption::WrapAnywhere);
    if (m_form == Form::Tree)
        m_tree->expandToDepth(1);
    else
        m_text->setPlainText(m_detail->bodyText(m_form == Form::Hex, m_most));
    QString note;
    if (isCut) {
        note = tr("Showing %1 of %2.").arg(formatBytes(m_most), formatBytes(size));
        if (m_most >= DeliveryDetail::mostBytes)
            note += QLatin1Char(' ') + tr("Save the body to see the rest.");
    } else if (m_form == Form::Text && !m_detail->isText()) {
        note = tr("The body is no plain text. Hex shows its exact bytes.");
    } else if (m_form != Form::Tree || !m_detail->noTree().isEmpty()) {
        note = m_detail->noTree();
    }
    m_note->setText(note);
}

} // namespace ui
