// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/certificate.h"
#include "ui/client/doctor/finding.h"
#include "ui/models/preferences.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTextEdit;
class QToolButton;

namespace ui {

class CertificateBox;

/// Asks for a hub: address, token, and whether to trust its certificate. Shows the findings of a
/// test. Does not connect, test or store anything itself: the receiver of the signals does.
class ConnectDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectDialog)

public:
    /// The choice of the operator.
    struct Choice
    {
        bool embedded = false; ///< Run a hub in this program. The rest is empty then.
        QUrl hub = {};
        QByteArray token = {}; ///< Empty = none.
        bool tokenEdited = false; ///< The token differs from the one of setToken().
        QByteArray pin =
            {}; ///< SHA-256 fingerprint of the only certificate to accept; empty = none.
    };
    /// The field that the operator should look at first.
    enum class Start { Address, Token, Certificate };

    /// Shows the current hub of `preferences` and offers those of before.
    explicit ConnectDialog(const Preferences &preferences, QWidget *parent = nullptr);

    /// Returns the content. The hub is invalid while the address is.
    Choice choice() const;
    /// Puts the cursor in a field.
    void begin(Start start);
    /// Fills in the token of a hub, unless the address is another one now or the operator typed.
    void setToken(const QUrl &hub, const QByteArray &token);
    /// Says where tokens are kept. An empty `note` = in the keyring.
    void setTokenNote(const QString &note);
    /// Shows a certificate that is not trusted, and offers to trust it. Ignored for another hub
    /// than that of the address.
    void showCertificate(const Certificate &certificate);
    /// Adds a finding of the running test.
    void addFinding(const Finding &finding);
    /// Ends the running test.
    void endTest(bool healthy);

    void accept() override;

signals:
    /// The address is a new valid one. The receiver calls setToken().
    void tokenWanted(const QUrl &hub);
    /// The operator wants to test the content.
    void testWanted(const ui::ConnectDialog::Choice &choice);
    /// The operator wants the running test to end. The receiver calls endTest() when it has.
    void testStopWanted();
    /// The operator wants the hub, and the dialog closes.
    void chosen(const ui::ConnectDialog::Choice &choice);

private:
    QWidget *makeFields();
    QWidget *makeTest();
    QWidget *makeButtons();
    QUrl address() const;
    bool isValid() const;
    void grow();
    void validate();
    void handleAddress();
    void handleTest();
    void handleEmbedded();
    void reset();

    Preferences m_preferences;
    QComboBox *m_address;
    QLabel *m_addressError;
    QLineEdit *m_token;
    QToolButton *m_showToken;
    QLabel *m_tokenError;
    QLabel *m_note;
    CertificateBox *m_certificate;
    QPushButton *m_test;
    QLabel *m_testState;
    QTextEdit *m_findings;
    QPushButton *m_connect = nullptr;
    QUrl m_hub; ///< The address that the token and the certificate are of.
    QByteArray m_storedToken;
    bool m_typed = false; ///< The operator changed the token of this address.
    bool m_testing = false;
    bool m_stopped = false; ///< The operator stopped the test.
};

} // namespace ui
