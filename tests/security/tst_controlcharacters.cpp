// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/printable.h"
#include "tests/integration/helio/heliorun.h"
#include "tests/support/hubprocess.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/streamreader.h"

#include <QJsonDocument>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>

using namespace test;

namespace {

/// One character of each kind: ESC, DEL, the C1 characters NEL and CSI, marks, overrides, isolates.
const QString hostile =
    QStringLiteral("a\u001b[2J\u007f\u0085\u009b31m\u061c\u200e\u2028\u202e\u2066"
                   "\ufeff z");
const QString shown = QStringLiteral(
    "a\\u001b[2J\\u007f\\u0085\\u009b31m\\u061c\\u200e\\u2028\\u202e\\u2066\\ufeff z");

bool isHarmless(const QByteArray &output)
{
    const QString text = QString::fromUtf8(output);
    return std::none_of(text.cbegin(), text.cend(), [](QChar c) {
        return hub::isControl(c.unicode()) && c != QLatin1Char('\n') && c != QLatin1Char('\r');
    });
}

} // namespace

/// Text from publishers and clients can control neither a terminal nor a log viewer.
class TestControlCharacters : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void helioShowsThem_data();
    void helioShowsThem();
    void theLogShowsThem_data();
    void theLogShowsThem();
    void aHubCannotGrowTheCursor();

private:
    QByteArray m_body;
};

void TestControlCharacters::initTestCase()
{
    m_body = QJsonDocument(QJsonObject{{QStringLiteral("type"), QStringLiteral("completed")},
                                       {QStringLiteral("message"), hostile}})
                 .toJson(QJsonDocument::Compact);
}

void TestControlCharacters::helioShowsThem_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("text") << QStringLiteral("wait j");
    QTest::newRow("JSON") << QStringLiteral("wait j --json");
    QTest::newRow("jobs") << QStringLiteral("jobs");
    QTest::newRow("jobs as JSON") << QStringLiteral("jobs --json");
}

/// Runs helio in a terminal made by script(1).
void TestControlCharacters::helioShowsThem()
{
    QFETCH(const QString, command);
    const QString script = QStandardPaths::findExecutable(QStringLiteral("script"));
    if (script.isEmpty())
        QSKIP("no script(1) here to make a terminal");
    const QTemporaryDir data;
    const HubProcess hub(data.path());
    QCOMPARE(httpCall(hub.url(), "POST", "/api/v1/jobs/j/events", m_body).status, 202);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HELIOGRAPH_URL"), hub.url().toString());
    environment.insert(QStringLiteral("NO_COLOR"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    process.start(script, {QStringLiteral("-qec"),
                           QStringLiteral("stty cols 500; %1/helio %2")
                               .arg(qEnvironmentVariable("HELIOGRAPH_BIN"), command),
                           QStringLiteral("/dev/null")});
    QVERIFY(process.waitForFinished());
    const QByteArray output = process.readAll();
    QVERIFY2(output.contains(shown.toUtf8()), output.constData());
    QVERIFY2(isHarmless(output), output.constData());
}

void TestControlCharacters::theLogShowsThem_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("text") << QStringLiteral("text");
    QTest::newRow("JSON") << QStringLiteral("json");
}

void TestControlCharacters::theLogShowsThem()
{
    QFETCH(const QString, format);
    const QTemporaryDir data;
    HubProcess hub(data.path(), 0, {QStringLiteral("--log-format"), format});
    const QByteArray agent = "a\xC2\x85\xC2\x9B"
                             "31m\xE2\x80\xAE z";
    StreamReader stream(hub.url(), "/api/v1/events", {{"User-Agent", agent}});
    QVERIFY(!stream.next("hub.hello").isEmpty());
    QTRY_VERIFY(hub.output().contains("a\\u0085\\u009b31m\\u202e z"));
    QVERIFY(isHarmless(hub.output()));
}

void TestControlCharacters::aHubCannotGrowTheCursor()
{
    ScriptedServer server;
    server.respond([&](int n, const ScriptedRequest &) {
        server.stream(n, "event: hub.hello\ndata: {\"epoch\":\"e\"}\n\nid: "
                             + QByteArray(1024 * 1024, '9') + "\n\n");
    });
    Helio tail(server.url(), {QStringLiteral("tail")});
    QTRY_VERIFY_WITH_TIMEOUT(
        tail.complaints().contains("the hub sent an event id of more than 256 bytes"), 20'000);
    QTRY_VERIFY(server.count() > 1);
    QVERIFY(!server.request(1).headers.contains("last-event-id"));
}

QTEST_GUILESS_MAIN(TestControlCharacters)
#include "tst_controlcharacters.moc"
