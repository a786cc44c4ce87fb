// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/monitor.h"
#include "tests/support/certificate.h"
#include "tests/support/hubrunner.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/certificatebox.h"

#include <QComboBox>
#include <QDirIterator>
#include <QLineEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>

namespace test {

/// The monitor with settings of its own, which survive restart().
struct ConnectDesk
{
    QTemporaryDir home;
    app::MonitorOptions options;
    std::unique_ptr<app::Monitor> monitor;

    ConnectDesk()
    {
        // QSettings reads XDG_CONFIG_HOME only once.
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, home.path());
        options.dataDir = home.filePath(QStringLiteral("hub"));
    }
    void start(const QUrl &hub = {})
    {
        monitor.reset();
        options.hub = hub;
        options.embedded = hub.isValid() ? std::optional(false) : std::nullopt;
        monitor = std::make_unique<app::Monitor>(options);
        monitor->start();
    }
    ui::MainWindow &window() { return *monitor->window(); }
    ui::ConnectDialog *dialog() { return monitor->chooser()->dialog(); }
    QString banner() { return window().banner()->text(); }
    bool isLive()
    {
        return window().statusBar()->findChild<QToolButton *>()->text() == QStringLiteral("Live");
    }
    QPushButton *button(QWidget *parent, const QString &text)
    {
        for (QPushButton *one : parent->findChildren<QPushButton *>()) {
            if (one->text().remove(QLatin1Char('&')) == text)
                return one;
        }
        return nullptr;
    }
    /// Presses the button of the banner, and waits for the dialog.
    bool openFromBanner(const QString &text)
    {
        const bool shown = QTest::qWaitFor(
            [&] {
                const QPushButton *there = button(window().banner(), text);
                return there && there->isVisible();
            },
            20'000);
        if (shown)
            button(window().banner(), text)->click();
        return shown && QTest::qWaitFor([this] { return dialog() != nullptr; });
    }
    QLineEdit *token()
    {
        for (QLineEdit *line : dialog()->findChildren<QLineEdit *>()) {
            if (line->echoMode() == QLineEdit::Password)
                return line;
        }
        return nullptr;
    }
    void setAddress(const QUrl &url)
    {
        dialog()->findChild<QComboBox *>()->setEditText(url.toString());
    }
    void enterToken(const QByteArray &text)
    {
        token()->selectAll();
        QTest::keyClicks(token(), QString::fromLatin1(text));
    }
    void pressConnect() { button(dialog(), QStringLiteral("Connect"))->click(); }
    ui::CertificateBox *certificate() { return dialog()->findChild<ui::CertificateBox *>(); }
    QString findings() { return dialog()->findChild<QTextEdit *>()->toPlainText(); }

    /// Returns the content of all settings files.
    QByteArray settings() const
    {
        QByteArray all;
        QDirIterator files(home.filePath(QStringLiteral("heliograph")), QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }
};

/// A hub with a certificate that no authority signed.
struct TlsHub
{
    QTemporaryDir folder;
    std::unique_ptr<HubRunner> runner;

    TlsHub()
    {
        app::Config config;
        const QString name = QStringLiteral("own");
        makeCertificate(folder.path(), name, QStringLiteral("IP:127.0.0.1"));
        config.tlsCertificate = folder.filePath(name + QStringLiteral(".crt"));
        config.tlsKey = folder.filePath(name + QStringLiteral(".key"));
        runner = std::make_unique<HubRunner>(config);
    }
    QByteArray fingerprint() const
    {
        return ui::fingerprintOf(certificateIn(folder.path(), QStringLiteral("own")).value(0));
    }
};

} // namespace test
