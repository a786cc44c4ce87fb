// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/tokenstore.h"
#include "ui/widgets/connectdialog.h"

#include <QObject>
#include <QPointer>

namespace app {

class ConnectionTest;

/// Opens the connect dialog, one at a time, and does what it asks for: reads stored tokens and runs
/// tests. Reports what the operator chose.
class HubChooser : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubChooser)

public:
    using Start = ui::ConnectDialog::Start;

    /// `parent` is the window of the dialog. `tokens` and `clock` are not owned and outlive this.
    HubChooser(QWidget *parent, TokenStore *tokens, const hub::Clock &clock);

    /// Sets the token of the command line, which counts for this hub in place of the stored one.
    void setOwnToken(const QUrl &hub, const QByteArray &token);
    /// Opens the dialog, or brings the open one to the front.
    void open(const ui::Preferences &preferences, const QString &profile, Start start,
              const std::optional<ui::Certificate> &certificate = {});
    /// Returns the open dialog, or null.
    ui::ConnectDialog *dialog() const { return m_dialog; }

signals:
    /// The operator closed the dialog with a hub.
    void chosen(const ui::ConnectDialog::Choice &choice);

private:
    void connectDialog(ui::ConnectDialog *dialog, const QString &profile);
    void startTest(const ui::ConnectDialog::Choice &choice);
    void stopTest();

    QWidget *m_window;
    TokenStore *m_tokens;
    const hub::Clock &m_clock;
    QPointer<ui::ConnectDialog> m_dialog;
    QPointer<ConnectionTest> m_test;
    QUrl m_ownHub;
    QByteArray m_ownToken;
};

} // namespace app
