// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/emptystate.h"

#include "ui/models/formats.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
    , m_codeRow(new QWidget(this))
    , m_codeHint(new QLabel(tr("or run"), m_codeRow))
    , m_code(new QLineEdit(m_codeRow))
{
    m_title->setFont(scaled(font(), 1.45));
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    // A long word, such as the address of a hub, must not widen the window.
    m_title->setMinimumWidth(1);
    m_text->setMinimumWidth(1);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_codeHint->setAlignment(Qt::AlignCenter);
    m_codeHint->setForegroundRole(QPalette::PlaceholderText);
    m_code->setReadOnly(true);
    m_code->setFont(fixedFont(font()));
    m_code->setAccessibleName(tr("Command that does the same"));
    auto *copy =
        m_code->addAction(actionIcon(QStringLiteral("action/copy")), QLineEdit::TrailingPosition);
    copy->setToolTip(tr("Copy"));
    connect(copy, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_code->text()); });
    connect(m_button, &QPushButton::clicked, this, &EmptyState::buttonClicked);

    m_codeRow->setMaximumWidth(fontMetrics().averageCharWidth() * 100);
    m_button->setMinimumWidth(fontMetrics().averageCharWidth() * 28);
    auto *code = new QVBoxLayout(m_codeRow);
    code->setContentsMargins(0, 0, 0, 0);
    code->addWidget(m_codeHint);
    code->addWidget(m_code);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    auto *codeLine = new QHBoxLayout;
    codeLine->addStretch(1);
    codeLine->addWidget(m_codeRow, 20);
    codeLine->addStretch(1);
    column->addLayout(codeLine);
    column->addStretch(3);
}

void EmptyState::show(const QString &title, const QString &text, const QString &button,
                      const QString &code)
{
    m_title->setText(title);
    m_text->setText(oneLine(text, 500));
    m_text->setVisible(!text.isEmpty());
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    if (m_code->text() != code) {
        m_code->setText(code);
        m_code->setCursorPosition(0);
    }
    m_codeRow->setVisible(!code.isEmpty());
}

} // namespace ui
