// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpcall.h"
#include "tests/support/keyedhub.h"
#include "tests/support/manualclock.h"
#include "tests/ui/connectdesk.h"

#include <QCheckBox>
#include <QLabel>
#include <QTest>

using Desk = test::ConnectDesk;
using test::TlsHub;

class ConnectTest : public QObject
{
    Q_OBJECT

private slots:
    void theFirstRunAsks();
    void theFirstRunIsNotRepeated();
    void aHiddenStartDoesNotAsk();
    void anOldProfileKeepsItsHub();
    void aRefusedTokenAsksForAnother_data();
    void aRefusedTokenAsksForAnother();
    void aRevokedTokenAsksForAnother();
    void aTokenThatExpiresAsksForAnother();
    void tokensAreNotInTheSettings();
    void anEmptyTokenIsForgotten();
    void aWrongAddressAsksForAnother();
    void trustsExactlyThisCertificate();
    void aReplacedCertificateIsSaid();
    void theTestShowsItsFindings();
    void theTestCanBeStopped();
    void invalidContentCannotBeChosen();
    void hubsOfBeforeAreOffered();
};

void ConnectTest::theFirstRunAsks()
{
    Desk desk;
    desk.start();
    QTRY_VERIFY(desk.dialog());
    QCOMPARE(desk.banner(), QStringLiteral("Not connected to a hub."));
    desk.dialog()->reject();
    QTRY_VERIFY(!desk.dialog());
    desk.window().saveLayout();
    desk.start(); // nobody has chosen a hub yet
    QTRY_VERIFY(desk.dialog());
    desk.dialog()->reject();
    QTRY_VERIFY(!desk.dialog());
    QVERIFY(desk.openFromBanner(QStringLiteral("Connect")));
    desk.button(desk.dialog(), QStringLiteral("Run a hub in this program"))->click();
    QTRY_VERIFY(desk.isLive());
    QVERIFY(!desk.dialog() || !desk.dialog()->isVisible());
}

void ConnectTest::theFirstRunIsNotRepeated()
{
    Desk desk;
    const test::HubRunner hub;
    desk.start();
    QTRY_VERIFY(desk.dialog());
    desk.setAddress(hub.url());
    desk.pressConnect();
    QTRY_VERIFY(desk.isLive());
    desk.start();
    QTRY_VERIFY(desk.isLive());
    QVERIFY(!desk.dialog());
    QVERIFY(desk.window().windowTitle().contains(hub.url().toString()));
}

void ConnectTest::aHiddenStartDoesNotAsk()
{
    Desk desk;
    desk.options.hidden = true;
    desk.start();
    QTRY_VERIFY(desk.isLive()); // the embedded hub, as it always was
    QVERIFY(!desk.dialog());
}

void ConnectTest::anOldProfileKeepsItsHub()
{
    Desk desk;
    const test::HubRunner hub;
    {
        QSettings old(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("heliograph"),
                      QStringLiteral("monitor"));
        old.setValue(QStringLiteral("hub/embedded"), false);
        old.setValue(QStringLiteral("hub/url"), hub.url().toString());
    }
    desk.start();
    QTRY_VERIFY(desk.isLive());
    QVERIFY(!desk.dialog());
}

void ConnectTest::aRefusedTokenAsksForAnother_data()
{
    QTest::addColumn<int>("seconds"); // how long the first token is valid; 0 = no token
    QTest::newRow("no token") << 0;
    QTest::newRow("expired") << -3600;
}

void ConnectTest::aRefusedTokenAsksForAnother()
{
    QFETCH(int, seconds);
    Desk desk;
    const test::KeyedHub hub;
    if (seconds != 0)
        desk.options.token = hub.token("ann", "read", seconds);
    desk.start(hub.url());
    QVERIFY(desk.openFromBanner(QStringLiteral("Enter token…")));
    QTRY_COMPARE(desk.dialog()->focusWidget(), desk.token());
    desk.enterToken(hub.token("ann", "read"));
    desk.pressConnect();
    QTRY_VERIFY(desk.isLive());
    QCOMPARE(desk.banner(), QString());
}

void ConnectTest::aRevokedTokenAsksForAnother()
{
    Desk desk;
    const test::KeyedHub hub;
    desk.options.token = hub.token("ann", "read");
    desk.start(hub.url());
    QTRY_VERIFY(desk.isLive());
    const test::HttpHeaders admin{{"Authorization", "Bearer " + hub.token("root", "admin")}};
    QCOMPARE(
        test::httpCall(hub.url(), "POST", "/api/v1/admin/revoke", R"({"sub":"ann"})", admin).status,
        200);
    QVERIFY(desk.openFromBanner(QStringLiteral("Enter token…")));
    desk.enterToken(hub.token("bob", "read"));
    desk.pressConnect();
    QTRY_VERIFY(desk.isLive());
}

void ConnectTest::aTokenThatExpiresAsksForAnother()
{
    constexpr int valid = 60; // seconds
    Desk desk;
    test::ManualClock clock(QDateTime::currentMSecsSinceEpoch());
    const test::KeyedHub hub({}, clock);
    desk.options.token = hub.token("ann", "read", valid);
    desk.start(hub.url());
    QTRY_VERIFY(desk.isLive());
    // The token was made some time after the clock was set.
    clock.advance(std::chrono::seconds(2 * valid));
    QVERIFY(desk.openFromBanner(QStringLiteral("Enter token…")));
    QVERIFY2(desk.banner().contains(QStringLiteral("expired")), qUtf8Printable(desk.banner()));
    QVERIFY(!desk.isLive());
    desk.enterToken(hub.token("ann", "read", 10 * valid));
    desk.pressConnect();
    QTRY_VERIFY(desk.isLive());
    QCOMPARE(desk.banner(), QString());
}

void ConnectTest::tokensAreNotInTheSettings()
{
    Desk desk;
    const test::KeyedHub hub;
    const QByteArray token = hub.token("ann", "read");
    desk.start();
    QTRY_VERIFY(desk.dialog());
    desk.setAddress(hub.url());
    const auto labels = desk.dialog()->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().startsWith(QStringLiteral("No keyring is available."));
    }));
    desk.enterToken(token);
    desk.pressConnect();
    QTRY_VERIFY(desk.isLive());
    QByteArray stored;
    desk.monitor->tokens()->read(app::TokenStore::keyOf(hub.url(), {}), this,
                                 [&stored](const QByteArray &read) { stored = read; });
    QCOMPARE(stored, token);
    desk.window().saveLayout();
    desk.monitor.reset();
    QVERIFY(desk.settings().contains(hub.url().toEncoded()));
    QVERIFY(!desk.settings().contains(token.left(20)));
}

void ConnectTest::anEmptyTokenIsForgotten()
{
    Desk desk;
    const test::KeyedHub hub;
    desk.options.token = hub.token("ann", "read");
    desk.start(hub.url());
    QTRY_VERIFY(desk.isLive());
    emit desk.window().connectWanted();
    QCOMPARE(desk.token()->text().toUtf8(), desk.options.token);
    desk.token()->selectAll();
    QTest::keyClick(desk.token(), Qt::Key_Delete);
    desk.pressConnect();
    QTRY_VERIFY(desk.button(desk.window().banner(), QStringLiteral("Enter token…")));
}

void ConnectTest::aWrongAddressAsksForAnother()
{
    Desk desk;
    const test::HubRunner hub;
    QUrl wrong = hub.url();
    wrong.setPath(QStringLiteral("/nothing"));
    desk.start(wrong);
    QVERIFY(desk.openFromBanner(QStringLiteral("Change hub…")));
    desk.setAddress(hub.url());
    desk.pressConnect();
    QTRY_VERIFY(desk.isLive());
}

void ConnectTest::trustsExactlyThisCertificate()
{
    Desk desk;
    const TlsHub hub;
    desk.start(hub.runner->url());
    QVERIFY(desk.openFromBanner(QStringLiteral("Show certificate…")));
    QVERIFY(desk.certificate()->isVisible());
    QStringList texts;
    for (const QLabel *label : desk.certificate()->findChildren<QLabel *>())
        texts << label->text().remove(QLatin1Char('\n'));
    QVERIFY(texts.contains(hub.runner->url().toString()));
    QVERIFY(texts.contains(QStringLiteral("own")));
    QVERIFY(texts.contains(QStringLiteral("itself")));
    const QString fingerprint = ui::fingerprintText(hub.fingerprint());
    QVERIFY(texts.contains(QString(fingerprint).remove(47, 1))); // where the line breaks
    QCOMPARE(desk.dialog()->choice().pin, QByteArray()); // not trusted unless the user says so
    desk.certificate()->findChild<QCheckBox *>()->click();
    QCOMPARE(desk.dialog()->choice().pin, hub.fingerprint());
    desk.pressConnect();
    QTRY_VERIFY(desk.isLive());
    desk.start();
    QTRY_VERIFY(desk.isLive());
    QVERIFY(!desk.dialog());
}

void ConnectTest::aReplacedCertificateIsSaid()
{
    Desk desk;
    const TlsHub hub;
    {
        QSettings settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("heliograph"),
                           QStringLiteral("monitor"));
        ui::Preferences preferences;
        preferences.embeddedHub = false;
        preferences.hub = hub.runner->url();
        preferences.remember(preferences.hub, QByteArray(32, 'x'));
        preferences.save(settings);
    }
    desk.start();
    QTRY_VERIFY(desk.banner().contains(
        QStringLiteral("the hub's certificate is not the trusted one; it was replaced, or someone "
                       "else answers")));
    QVERIFY(desk.openFromBanner(QStringLiteral("Show certificate…")));
    QVERIFY(desk.certificate()->findChildren<QLabel *>().first()->text().startsWith(
        QStringLiteral("The hub showed another certificate before.")));
    QCOMPARE(desk.dialog()->choice().pin, QByteArray(32, 'x'));
    desk.certificate()->findChild<QCheckBox *>()->click();
    desk.pressConnect();
    QTRY_VERIFY(desk.isLive());
}

void ConnectTest::theTestShowsItsFindings()
{
    Desk desk;
    const test::KeyedHub hub;
    desk.start(hub.url());
    QVERIFY(desk.openFromBanner(QStringLiteral("Enter token…")));
    desk.button(desk.dialog(), QStringLiteral("Test"))->click();
    QTRY_VERIFY(desk.button(desk.dialog(), QStringLiteral("Test"))); // it has ended
    QVERIFY(desk.findings().contains(QStringLiteral("Name: 127.0.0.1")));
    QVERIFY(desk.findings().contains(QStringLiteral("Token: HTTP 401")));
    QVERIFY(desk.findings().contains(QStringLiteral("enter a token of this hub")));
}

void ConnectTest::theTestCanBeStopped()
{
    Desk desk;
    const test::HubRunner hub;
    desk.start(hub.url());
    QTRY_VERIFY(desk.isLive());
    emit desk.window().connectWanted();
    desk.button(desk.dialog(), QStringLiteral("Test"))->click();
    QTRY_VERIFY(desk.findings().contains(QStringLiteral("Token: ")));
    desk.button(desk.dialog(), QStringLiteral("Stop"))->click();
    QTRY_VERIFY(desk.button(desk.dialog(), QStringLiteral("Test")));
    QVERIFY(desk.dialog()->isVisible());
}

void ConnectTest::invalidContentCannotBeChosen()
{
    Desk desk;
    desk.start();
    QTRY_VERIFY(desk.dialog());
    QPushButton *connect = desk.button(desk.dialog(), QStringLiteral("Connect"));
    for (const char *address : {"", "ftp://a", "http://", "http:// a"}) {
        desk.dialog()->findChild<QComboBox *>()->setEditText(QString::fromLatin1(address));
        QVERIFY2(!connect->isEnabled(), address);
    }
    desk.dialog()->findChild<QComboBox *>()->setEditText(QStringLiteral("127.0.0.1:1"));
    QVERIFY(connect->isEnabled());
    desk.enterToken("not a token");
    QVERIFY(!connect->isEnabled());
}

void ConnectTest::hubsOfBeforeAreOffered()
{
    Desk desk;
    const test::HubRunner first;
    const test::HubRunner second;
    desk.start();
    for (const QUrl &url : {first.url(), second.url()}) {
        emit desk.window().connectWanted();
        desk.setAddress(url);
        desk.pressConnect();
        QTRY_VERIFY(!desk.dialog());
        QTRY_VERIFY(desk.window().windowTitle().contains(url.toString()));
    }
    emit desk.window().connectWanted();
    const auto *address = desk.dialog()->findChild<QComboBox *>();
    QCOMPARE(address->count(), 2);
    QCOMPARE(address->itemText(0), second.url().toString());
    QCOMPARE(address->itemText(1), first.url().toString());
    QCOMPARE(address->currentText(), second.url().toString());
}

QTEST_MAIN(ConnectTest)
#include "tst_connect.moc"
