// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/certificatebox.h"

#include "ui/widgets/statepalette.h"

#include <QCheckBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>

namespace ui {

namespace {

/// Returns the fingerprint on two lines of 16 bytes, so that people can compare it.
QString inTwoLines(const QByteArray &fingerprint)
{
    const qsizetype half = fingerprint.size() / 2;
    return fingerprintText(fingerprint.left(half)) + QLatin1Char('\n')
           + fingerprintText(fingerprint.mid(half));
}

QString shortDate(const QDateTime &time)
{
    return QLocale().toString(time.date(), QLocale::ShortFormat);
}

} // namespace

CertificateBox::CertificateBox(QWidget *parent)
    : QGroupBox(tr("Certificate"), parent)
    , m_problem(new QLabel(this))
    , m_trust(new QCheckBox(tr("&Trust this certificate"), this))
{
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    QPalette red = m_problem->palette();
    red.setColor(QPalette::WindowText, StatePalette::of(palette()).failure());
    m_problem->setPalette(red);
    m_trust->setToolTip(tr("Accepts exactly this certificate for this hub, and no other"));
    auto *form = new QFormLayout(this);
    form->addRow(m_problem);
    m_host = addRow(form, tr("Shown by:"));
    m_subject = addRow(form, tr("Name:"));
    m_issuer = addRow(form, tr("Issued by:"));
    m_validity = addRow(form, tr("Valid:"));
    m_fingerprint = addRow(form, tr("SHA-256:"));
    m_fingerprint->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    form->addRow(m_trust);
    hide();
}

QLabel *CertificateBox::addRow(QFormLayout *form, const QString &name)
{
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(name);
    form->addRow(name, label);
    return label;
}

void CertificateBox::show(const Certificate &certificate)
{
    m_shown = certificate.fingerprint;
    m_problem->setText(
        certificate.replaced
            ? tr("The hub showed another certificate before. Ask its operator whether this one is "
                 "the new one. Someone else may be answering.")
            : tr("This computer does not trust the certificate: %1").arg(certificate.problem));
    m_host->setText(certificate.hub.toString());
    m_subject->setText(certificate.subject);
    m_issuer->setText(certificate.issuer == certificate.subject ? tr("itself")
                                                                : certificate.issuer);
    m_validity->setText(
        tr("%1 to %2").arg(shortDate(certificate.validFrom), shortDate(certificate.validUntil)));
    m_fingerprint->setText(inTwoLines(certificate.fingerprint));
    m_trust->setChecked(false);
    m_trust->setEnabled(!m_shown.isEmpty());
    setVisible(true);
}

void CertificateBox::forget(const QByteArray &pin)
{
    m_shown.clear();
    m_pin = pin;
    m_trust->setChecked(false);
    hide();
}

QByteArray CertificateBox::trustedPin() const
{
    return m_trust->isChecked() ? m_shown : m_pin;
}

void CertificateBox::focusQuestion()
{
    m_trust->setFocus(Qt::OtherFocusReason);
}

} // namespace ui
