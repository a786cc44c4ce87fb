// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/textdialog.h"

#include "ui/models/formats.h"
#include "ui/widgets/fonts.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

TextDialog::TextDialog(const QString &title, const QString &text, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(oneLine(title, 100));
    auto *box = new QPlainTextEdit(this);
    box->setReadOnly(true);
    box->setFont(fixedFont(font()));
    box->setUndoRedoEnabled(false);
    // Qt looks at a whole word for each line of it, which is slow for a long one.
    box->setWordWrapMode(QTextOption::WrapAnywhere);
    box->setPlainText(text.left(mostCharacters).replace(QChar(u'\0'), QChar(0x2400))); // ␀
    box->setAccessibleName(windowTitle());
    const QString all = formatCount(text.size());
    auto *length =
        new QLabel(text.size() > mostCharacters
                       ? tr("The first %1 of %2 characters").arg(formatCount(mostCharacters), all)
                       : tr("%1 characters").arg(all),
                   this);
    length->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *copy = buttons->addButton(tr("Copy all"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this,
            [text] { QGuiApplication::clipboard()->setText(text); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(length, 1);
    bottom->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->addWidget(box, 1);
    column->addLayout(bottom);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 30);
}

} // namespace ui
