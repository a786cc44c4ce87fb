// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/embeddedsettings.h"

#include <QByteArray>
#include <QDialog>
#include <QStringList>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace ui {

/// Edits one source of webhooks and its secret. Stores nothing.
class SourceDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SourceDialog)

public:
    /// The hub accepts no shorter secret, and no longer one.
    static constexpr int minSecretLength = 8;
    static constexpr int maxSecretLength = 4096;

    /// Edits `source`, or a new one if its name is empty. `taken` are the names of the others.
    SourceDialog(const WebhookSource &source, const QStringList &schemes, const QStringList &taken,
                 QWidget *parent = nullptr);

    WebhookSource source() const;
    /// Returns the secret that was typed or made. Empty = keep the stored one.
    QByteArray secret() const;
    /// Fills in a new secret and shows it.
    void setSecret(const QByteArray &secret);

signals:
    /// The user wants a new random secret for this scheme. The receiver calls setSecret().
    void secretWanted(const QString &scheme);

private:
    void makeFields();
    QWidget *makeSecret();
    void validate();
    QString problem() const;

    const WebhookSource m_initial;
    const QStringList m_taken;
    QLineEdit *m_name;
    QComboBox *m_scheme;
    QCheckBox *m_signed;
    QLineEdit *m_secret;
    QLabel *m_note;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

} // namespace ui
