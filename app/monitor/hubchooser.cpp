// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/hubchooser.h"

#include "app/monitor/connectiontest.h"

namespace app {

HubChooser::HubChooser(QWidget *parent, TokenStore *tokens, const hub::Clock &clock)
    : m_window(parent)
    , m_tokens(tokens)
    , m_clock(clock)
{ }

void HubChooser::setOwnToken(const QUrl &hub, const QByteArray &token)
{
    m_ownHub = hub;
    m_ownToken = token;
}

void HubChooser::open(const ui::Preferences &preferences, const QString &profile, Start start,
                      const std::optional<ui::Certificate> &certificate)
{
    ui::ConnectDialog *dialog = m_dialog;
    if (!dialog) {
        dialog = new ui::ConnectDialog(preferences, m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_dialog = dialog;
        connectDialog(dialog, profile);
    }
    if (certificate)
        dialog->showCertificate(*certificate);
    dialog->open();
    dialog->raise();
    dialog->activateWindow();
    dialog->begin(start);
}

void HubChooser::connectDialog(ui::ConnectDialog *dialog, const QString &profile)
{
    const auto readToken = [this, dialog, profile](const QUrl &hub) {
        if (!m_ownToken.isEmpty() && hub == m_ownHub)
            return dialog->setToken(hub, m_ownToken);
        m_tokens->read(TokenStore::keyOf(hub, profile), dialog,
                       [dialog, hub](const QByteArray &token) { dialog->setToken(hub, token); });
    };
    const auto showNote = [this, dialog] { dialog->setTokenNote(m_tokens->note()); };
    connect(dialog, &ui::ConnectDialog::tokenWanted, this, readToken);
    connect(m_tokens, &TokenStore::noteChanged, dialog, showNote);
    connect(dialog, &ui::ConnectDialog::testWanted, this, &HubChooser::startTest);
    connect(dialog, &ui::ConnectDialog::testStopWanted, this, &HubChooser::stopTest);
    connect(dialog, &ui::ConnectDialog::chosen, this, &HubChooser::chosen);
    connect(dialog, &QDialog::finished, this, &HubChooser::stopTest);
    showNote();
    if (const QUrl hub = dialog->choice().hub; hub.isValid())
        readToken(hub);
}

void HubChooser::startTest(const ui::ConnectDialog::Choice &choice)
{
    stopTest();
    ui::ConnectDialog *dialog = m_dialog;
    if (!dialog)
        return;
    auto *test = new ConnectionTest(choice.hub, choice.token, choice.pin, m_clock, this);
    m_test = test;
    connect(test, &ConnectionTest::finished, test, &QObject::deleteLater);
    connect(test, &ConnectionTest::finished, dialog, &ui::ConnectDialog::endTest);
    connect(test, &ConnectionTest::found, dialog, &ui::ConnectDialog::addFinding);
    connect(test, &ConnectionTest::certificateRefused, dialog, &ui::ConnectDialog::showCertificate);
    test->start();
}

/// The test deletes itself when it has ended its job on the hub.
void HubChooser::stopTest()
{
    if (ConnectionTest *test = m_test)
        test->stop();
}

} // namespace app
