// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/httpcall.h"
#include "tests/support/prometheustext.h"
#include "tests/ui/connectdesk.h"
#include "ui/widgets/embeddedhubwindow.h"
#include "ui/widgets/hubpage.h"
#include "ui/widgets/simulatorpage.h"
#include "ui/widgets/sourcedialog.h"
#include "ui/widgets/sourcespage.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTcpServer>
#include <QTest>

namespace test {

/// The monitor with an embedded hub and the window of it.
struct EmbeddedDesk : ConnectDesk
{
    EmbeddedDesk()
    {
        qputenv("XDG_DATA_HOME", home.path().toLocal8Bit());
        options.dataDir.clear(); // a folder of the command line cannot be changed
    }
    void set(const char *key, const QVariant &value)
    {
        QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("heliograph"),
                  QStringLiteral("monitor"))
            .setValue(QLatin1String(key), value);
    }
    void open()
    {
        set("hub/embedded", true);
        start();
        monitor->panel()->open();
    }
    ui::EmbeddedHubWindow &panel() { return *monitor->panel()->window(); }
    void press(QWidget *page, const char *text)
    {
        QPushButton *there = button(page, QString::fromUtf8(text));
        QVERIFY2(there && there->isEnabled(), text);
        there->click();
    }
    bool shows(QWidget *page, const QString &text)
    {
        for (const QLabel *label : page->findChildren<QLabel *>()) {
            if (label->text().contains(text) && !label->isHidden())
                return true;
        }
        return false;
    }
    QSpinBox *box(QWidget *page, const char *name)
    {
        for (QSpinBox *one : page->findChildren<QSpinBox *>()) {
            if (one->accessibleName() == QLatin1String(name))
                return one;
        }
        return nullptr;
    }
    void choosePort(int port)
    {
        panel().hub()->findChild<QCheckBox *>()->setChecked(false);
        box(panel().hub(), "Port")->setValue(port);
    }
    /// Adds or changes a source by its window.
    void saveSource(const ui::WebhookSource &source, const QByteArray &secret)
    {
        ui::SourceDialog *dialog = panel().sources()->edit(source);
        dialog->setSecret(secret);
        dialog->accept();
    }
    int send(const QByteArray &source, const QByteArray &body, const QByteArray &secret)
    {
        HttpHeaders headers;
        if (!secret.isEmpty())
            headers << std::pair<QByteArray, QByteArray>("Authorization", "Bearer " + secret);
        return httpCall(url(), "POST", "/api/v1/webhooks/" + source, body, headers).status;
    }
    QUrl url()
    {
        for (const QLabel *label : panel().hub()->findChildren<QLabel *>()) {
            const QString text = label->text().section(QStringLiteral("runs at "), 1);
            if (!text.isEmpty())
                return QUrl(text.section(QLatin1Char(' '), 0, 0));
        }
        return {};
    }
};

inline int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

/// Returns the ids of the connections that the hub has.
inline QStringList connectionsOf(const QUrl &hub)
{
    QStringList ids;
    const QJsonObject answer = httpCall(hub, "GET", "/api/v1/admin/connections").json();
    const QJsonArray connections = answer.value(QLatin1String("connections")).toArray();
    for (const auto &one : connections)
        ids << QString::number(one[QLatin1String("id")].toInteger());
    ids.sort();
    return ids;
}

inline QStringList outcomes()
{
    return {QStringLiteral("applied"), QStringLiteral("duplicate"), QStringLiteral("unmatched"),
            QStringLiteral("none"),    QStringLiteral("ignored"),   QStringLiteral("rejected"),
            QStringLiteral("refused")};
}

/// Returns how many webhooks of the simulator's sources the hub counted with these outcomes.
inline qint64 webhooksOf(const QUrl &hub, const QStringList &outcomes)
{
    const PrometheusText figures(httpCall(hub, "GET", "/metrics").body);
    qint64 sum = 0;
    for (const char *source : {"runpod-completion", "image-gen", "execution"}) {
        for (const QString &outcome : outcomes) {
            const double one = figures.value(
                QStringLiteral("heliograph_hub_webhooks_total{source=\"%1\",outcome=\"%2\"}")
                    .arg(QLatin1String(source), outcome));
            sum += qIsNaN(one) ? 0 : static_cast<qint64>(one);
        }
    }
    return sum;
}

} // namespace test
