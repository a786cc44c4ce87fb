// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/certificate.h"

#include <QGroupBox>

class QCheckBox;
class QFormLayout;
class QLabel;

namespace ui {

/// Shows a certificate that is not trusted, and asks whether to trust exactly this one.
class CertificateBox : public QGroupBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CertificateBox)

public:
    explicit CertificateBox(QWidget *parent = nullptr);

    /// Shows the certificate. It is not trusted until the operator says so.
    void show(const Certificate &certificate);
    /// Hides the box and forgets the certificate. `pin` is what trustedPin() returns then.
    void forget(const QByteArray &pin);
    /// Returns the fingerprint of the trusted certificate: that of the shown one if the operator
    /// trusts it, otherwise that of forget().
    QByteArray trustedPin() const;
    void focusQuestion();

private:
    QLabel *addRow(QFormLayout *form, const QString &name);

    QLabel *m_problem;
    QLabel *m_host;
    QLabel *m_subject;
    QLabel *m_issuer;
    QLabel *m_validity;
    QLabel *m_fingerprint;
    QCheckBox *m_trust;
    QByteArray m_shown;
    QByteArray m_pin;
};

} // namespace ui
