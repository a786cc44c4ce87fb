// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/keyedhub.h"
#include "tests/support/streamreader.h"

#include <QTest>

#include <sqlite3.h>

using test::httpCall;
using test::StreamReader;

namespace {

/// Another program that holds the write lock of the database.
class Intruder
{
public:
    explicit Intruder(const QString &path)
    {
        if (sqlite3_open(path.toUtf8().constData(), &m_database) != SQLITE_OK
            || sqlite3_exec(m_database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("cannot lock %s: %s", qPrintable(path), sqlite3_errmsg(m_database));
    }
    ~Intruder()
    {
        sqlite3_exec(m_database, "ROLLBACK", nullptr, nullptr, nullptr);
        sqlite3_close(m_database);
    }
    Q_DISABLE_COPY_MOVE(Intruder)

private:
    sqlite3 *m_database = nullptr;
};

} // namespace

/// A hub whose database accepts no commits for a while. It reports the state, loses nothing and
/// recovers without a restart.
class TestHubDatabaseLocked : public QObject
{
    Q_OBJECT

private slots:
    void recoversWithoutARestart();
    void revokesAllTheSame();
};

void TestHubDatabaseLocked::recoversWithoutARestart()
{
    test::HubRunner hub;
    const QByteArray event = R"({"type":"log","message":"m"})";
    StreamReader stream(hub.url(), "/api/v1/events/j");
    QVERIFY(!stream.next("hub.snapshot").isEmpty());
    QCOMPARE(httpCall(hub.url(), "POST", "/api/v1/jobs/j/events", event).status, 202);
    QVERIFY(!stream.next("log").isEmpty());
    {
        const Intruder intruder(hub.dataDir() + QStringLiteral("/heliograph.db"));
        const test::HttpAnswer refused =
            httpCall(hub.url(), "POST", "/api/v1/jobs/j/events", event);
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.code(), QByteArray("store_unavailable"));
        QVERIFY(!refused.headers.value("retry-after").isEmpty());
        const test::HttpAnswer ready = httpCall(hub.url(), "GET", "/readyz");
        QCOMPARE(ready.status, 503);
        QCOMPARE(ready.json().value(QLatin1String("status")).toString(),
                 QStringLiteral("degraded"));
        QCOMPARE(httpCall(hub.url(), "GET", "/healthz").status, 200);
        QCOMPARE(stream.socket().state(), QAbstractSocket::ConnectedState);
    }
    QTRY_COMPARE_WITH_TIMEOUT(httpCall(hub.url(), "GET", "/readyz").status, 200, 20'000);
    QCOMPARE(httpCall(hub.url(), "POST", "/api/v1/jobs/j/events", event).status, 202);
    QVERIFY(!stream.next("log").isEmpty());
    QCOMPARE(stream.types(), (QByteArrayList{"log", "log"})); // the refused event left no trace
}

/// A revocation that cannot be stored is answered with an error, but takes effect at once.
void TestHubDatabaseLocked::revokesAllTheSame()
{
    test::KeyedHub hub;
    const auto bearer = [&](const QByteArray &subject, const QByteArray &scope) {
        return test::HttpHeaders{{"Authorization", "Bearer " + hub.token(subject, scope)}};
    };
    const test::HttpHeaders user = bearer("u", "read");
    const test::HttpHeaders admin = bearer("root", "admin");
    QCOMPARE(httpCall(hub.url(), "GET", "/api/v1/jobs", {}, user).status, 200);
    const QByteArray what = R"({"sub":"u"})";
    {
        const Intruder intruder(hub.dataDir() + QStringLiteral("/heliograph.db"));
        const auto answer = httpCall(hub.url(), "POST", "/api/v1/admin/revoke", what, admin);
        QCOMPARE(answer.code(), QByteArray("store_unavailable"));
        QCOMPARE(httpCall(hub.url(), "GET", "/api/v1/jobs", {}, user).code(),
                 QByteArray("token_revoked"));
    }
    QTRY_COMPARE_WITH_TIMEOUT(
        httpCall(hub.url(), "POST", "/api/v1/admin/revoke", what, admin).status, 200, 20'000);
    hub.restart();
    QCOMPARE(httpCall(hub.url(), "GET", "/api/v1/jobs", {}, user).code(),
             QByteArray("token_revoked"));
}

QTEST_GUILESS_MAIN(TestHubDatabaseLocked)
#include "tst_hubdatabaselocked.moc"
