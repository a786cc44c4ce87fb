// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/sourcedialog.h"

#include "ui/widgets/statepalette.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

SourceDialog::SourceDialog(const WebhookSource &source, const QStringList &schemes,
                           const QStringList &taken, QWidget *parent)
    : QDialog(parent)
    , m_initial(source)
    , m_taken(taken)
    , m_name(new QLineEdit(source.name, this))
    , m_scheme(new QComboBox(this))
    , m_signed(new QCheckBox(tr("&Verify webhooks by a secret"), this))
    , m_secret(new QLineEdit(this))
    , m_note(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(source.name.isEmpty() ? tr("New source") : tr("Source %1").arg(source.name));
    m_scheme->addItems(schemes);
    m_scheme->setCurrentText(source.scheme);
    m_signed->setChecked(source.isSigned || source.name.isEmpty());
    makeFields();
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
    connect(m_name, &QLineEdit::textChanged, this, &SourceDialog::validate);
    connect(m_secret, &QLineEdit::textChanged, this, &SourceDialog::validate);
    connect(m_signed, &QCheckBox::toggled, this, &SourceDialog::validate);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    validate();
}

void SourceDialog::makeFields()
{
    m_name->setMaxLength(static_cast<int>(EmbeddedSettings::maxNameLength));
    m_name->setReadOnly(!m_initial.name.isEmpty());
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    QPalette red = m_problem->palette();
    red.setColor(QPalette::WindowText, StatePalette::of(palette()).failure());
    m_problem->setPalette(red);
    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(2 * fontMetrics().lineSpacing());
    auto *form = new QFormLayout;
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("S&cheme:"), m_scheme);
    form->addRow(QString(), m_signed);
    form->addRow(tr("&Secret:"), makeSecret());
    static_cast<QLabel *>(form->labelForField(m_secret->parentWidget()))->setBuddy(m_secret);
    form->addRow(QString(), m_note);
    form->addRow(QString(), m_problem);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addStretch(1);
    column->addWidget(m_buttons);
}

QWidget *SourceDialog::makeSecret()
{
    auto *box = new QWidget(this);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setMaxLength(maxSecretLength);
    auto *show = new QToolButton(box);
    show->setObjectName(QStringLiteral("show"));
    show->setText(tr("S&how"));
    show->setCheckable(true);
    auto *make = new QToolButton(box);
    make->setObjectName(QStringLiteral("make"));
    make->setText(tr("&Generate"));
    make->setToolTip(tr("Makes a new random secret"));
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_secret, 1);
    row->addWidget(show);
    row->addWidget(make);
    m_secret->setParent(box);
    connect(show, &QToolButton::toggled, this, [this](bool shown) {
        m_secret->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    });
    connect(make, &QToolButton::clicked, this, [this, show] {
        m_signed->setChecked(true);
        show->setChecked(true);
        emit secretWanted(m_scheme->currentText());
    });
    return box;
}

WebhookSource SourceDialog::source() const
{
    return {m_name->text(), m_scheme->currentText(), m_signed->isChecked()};
}

QByteArray SourceDialog::secret() const
{
    return m_signed->isChecked() ? m_secret->text().toUtf8() : QByteArray();
}

void SourceDialog::setSecret(const QByteArray &secret)
{
    m_secret->setText(QString::fromLatin1(secret)); // hexadecimal digits or base64
}

QString SourceDialog::problem() const
{
    const QString name = m_name->text();
    if (!isSourceName(name))
        return tr("A name has 1 to 128 of the characters A-Z a-z 0-9 . _ ~ : @ + = -");
    if (m_taken.contains(name, Qt::CaseInsensitive))
        return tr("There is a source %1 already.").arg(name);
    if (m_signed->isChecked() && !m_initial.isSigned && m_secret->text().isEmpty())
        return tr("Enter the secret that the sender has, or generate one for it.");
    const qsizetype bytes = m_secret->text().toUtf8().size();
    if (bytes > maxSecretLength || (bytes > 0 && bytes < minSecretLength))
        return tr("A secret has %1 to %2 bytes.").arg(minSecretLength).arg(maxSecretLength);
    return {};
}

void SourceDialog::validate()
{
    const QString wrong = problem();
    const bool untouched = m_initial.name.isEmpty() && m_name->text().isEmpty();
    m_problem->setText(untouched ? QString() : wrong);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(wrong.isEmpty());
    m_secret->setEnabled(m_signed->isChecked());
    m_secret->setPlaceholderText(m_initial.isSigned ? tr("unchanged") : QString());
    m_note->setText(m_signed->isChecked()
                        ? tr("The secret is kept in a file of the data folder that only you can "
                             "read.")
                        : tr("Without a secret the hub takes webhooks of this source from every "
                             "program on this machine."));
}

} // namespace ui
