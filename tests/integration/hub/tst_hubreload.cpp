// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/configchange.h"
#include "app/hub/configkeys.h"
#include "tests/support/hubprocess.h"
#include "tests/support/streamreader.h"
#include "tests/support/usertoken.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using test::HttpAnswer;
using test::httpCall;
using test::HubProcess;
using test::StreamReader;

namespace {

test::HttpHeaders bearer(const hub::PrivateKey &key, const QByteArray &scope)
{
    return {{"Authorization", "Bearer " + test::userToken(key, "ann", scope)}};
}

QByteArray ticketFor(const QUrl &hub, const test::HttpHeaders &headers)
{
    return httpCall(hub, "POST", "/api/v1/tickets", {}, headers)
        .json()
        .value(QLatin1String("ticket"))
        .toString()
        .toLatin1();
}

/// Checks that the hub closed the streams because their tokens are not valid any more.
void checkRevoked(std::initializer_list<StreamReader *> streams)
{
    for (StreamReader *stream : streams) {
        QVERIFY(stream->waitForClose());
        QVERIFY(stream->body().contains(R"({"reason":"revoked","reconnect":false)"));
    }
}

} // namespace

/// Reloads of the configuration, by signal and by request, under open streams.
class TestHubReload : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_hub.reset(); }
    void everyKeyReadsBack();
    void takesOverWhatItCan();
    void saysWhatNeedsARestart();
    void aBadFileChangesNothing_data();
    void aBadFileChangesNothing();
    void theSignalDoesTheSame();
    void variablesAndFlagsStayOverTheFile();
    void streamsEndWithTheirKey_data();
    void streamsEndWithTheirKey();

private:
    void write(const QByteArray &toml) { place("hub.toml", toml); }
    void place(const QByteArray &name, const QByteArray &toml)
    {
        QFile file(m_dir->filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)
            || file.write(toml) != toml.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }
    void start(const QByteArray &toml)
    {
        write(toml);
        m_hub = std::make_unique<HubProcess>(
            m_dir->path(), quint16{0},
            QStringList{QStringLiteral("--config"), m_dir->filePath(QStringLiteral("hub.toml"))});
    }
    HttpAnswer reload() { return httpCall(m_hub->url(), "POST", "/api/v1/admin/reload"); }
    QStringList names(const HttpAnswer &answer, const char *member)
    {
        return answer.json().value(QLatin1String(member)).toVariant().toStringList();
    }
    int publish(qsizetype bytes)
    {
        const QByteArray body = "{\"type\":\"log\",\"message\":\"" + QByteArray(bytes, 'x') + "\"}";
        return httpCall(m_hub->url(), "POST", "/api/v1/jobs/a/events", body).status;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<HubProcess> m_hub;
};

void TestHubReload::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

/// A reload finds changes by reading each key back, so every key must be readable.
void TestHubReload::everyKeyReadsBack()
{
    for (const app::ConfigKey &key : app::configKeys()) {
        app::Config config;
        QVERIFY2(key.get, qPrintable(key.name));
        app::ConfigValue other = QStringList{QStringLiteral("x")};
        if (key.type == app::ConfigKey::Type::Integer)
            other = std::get<qint64>(key.get(config)) == key.least ? key.most : key.least;
        else if (key.type == app::ConfigKey::Type::String)
            other = key.words.isEmpty() ? QStringLiteral("x") : key.words.last();
        QVERIFY2(app::assign(key, config, other), qPrintable(key.name));
        QVERIFY2(key.get(config) == other, qPrintable(key.name));
    }
}

void TestHubReload::takesOverWhatItCan()
{
    start("[limits]\nbody_bytes = 100000\nhistory_days = 7\n");
    StreamReader stream(m_hub->url(), "/api/v1/events");
    QVERIFY(!stream.next("hub.snapshot").isEmpty());
    StreamReader watcher(m_hub->url(), "/api/v1/events/hub");
    QVERIFY(!watcher.next("hub.hello").isEmpty());
    QCOMPARE(publish(2000), 202);
    QCOMPARE(httpCall(m_hub->url(), "POST", "/api/v1/webhooks/ci", "{}").status, 404);
    QCOMPARE(reload().json().value(QLatin1String("changed")).toArray().size(), 0);

    write("[hub]\ncors_origins = [\"https://app.example.org\"]\nlog_level = \"debug\"\n"
          "[limits]\nbody_bytes = 1024\nhistory_days = 8\nheartbeat_s = 21\nring_events = 16\n"
          "[[sources]]\nname = \"ci\"\nscheme = \"generic\"\n");
    const HttpAnswer answer = reload();
    QCOMPARE(answer.status, 200);
    QStringList changed = names(answer, "changed");
    changed.sort();
    QCOMPARE(changed,
             (QStringList{QStringLiteral("hub.cors_origins"), QStringLiteral("hub.log_level"),
                          QStringLiteral("limits.body_bytes"), QStringLiteral("limits.heartbeat_s"),
                          QStringLiteral("limits.history_days"),
                          QStringLiteral("limits.ring_events"), QStringLiteral("sources.ci")}));
    QCOMPARE(names(answer, "restart"), QStringList());
    QCOMPARE(watcher.next("hub.log").value(QLatin1String("action")).toString(),
             QStringLiteral("reload"));

    QCOMPARE(publish(2000), 413);
    QCOMPARE(publish(20), 202);
    QVERIFY(!stream.next("log").isEmpty()); // the stream was never closed
    QCOMPARE(httpCall(m_hub->url(), "POST", "/api/v1/webhooks/ci", R"({"job_id":"b"})").status,
             200);
    const HttpAnswer page =
        httpCall(m_hub->url(), "GET", "/version", {}, {{"Origin", "https://app.example.org"}});
    QCOMPARE(page.headers.value("access-control-allow-origin"),
             QByteArray("https://app.example.org"));
    StreamReader later(m_hub->url(), "/api/v1/events");
    QCOMPARE(later.next("hub.hello").value(QLatin1String("heartbeat_s")).toInt(), 21);
}

void TestHubReload::saysWhatNeedsARestart()
{
    app::Config running;
    app::Config wanted = running;
    wanted.listen = {QStringLiteral("127.0.0.1:1")};
    wanted.heartbeat = std::chrono::seconds{21};
    const app::ConfigChange first = app::changeOf(running, wanted);
    QCOMPARE(first.changed, QStringList{QStringLiteral("limits.heartbeat_s")});
    QCOMPARE(first.restart, QStringList{QStringLiteral("hub.listen")});
    QCOMPARE(first.next.listen, running.listen);
    const app::ConfigChange second = app::changeOf(first.next, wanted); // still needs a restart
    QCOMPARE(second.changed, QStringList());
    QCOMPARE(second.restart, QStringList{QStringLiteral("hub.listen")});
}

void TestHubReload::aBadFileChangesNothing_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QByteArray>("complaint");
    QTest::newRow("syntax") << QByteArray("[limits]\nbody_bytes = 1024\nx") << QByteArray(":3:");
    QTest::newRow("key") << QByteArray("[limits]\nbody_bytes = 1024\nbodybytes = 1\n")
                         << QByteArray(":3:1: limits.bodybytes");
    QTest::newRow("word") << QByteArray(
        "[limits]\nbody_bytes = 1024\n[hub]\nlog_level = \"loud\"\n")
                          << QByteArray(":4:13: hub.log_level: must be one of debug, info");
    QTest::newRow("source") << QByteArray("[limits]\nbody_bytes = 1024\n[[sources]]\nname = \"x\"\n"
                                          "scheme = \"fax\"\n")
                            << QByteArray("fax");
}

void TestHubReload::aBadFileChangesNothing()
{
    QFETCH(QByteArray, toml);
    QFETCH(QByteArray, complaint);
    start("[limits]\nbody_bytes = 100000\n");
    write(toml);
    const HttpAnswer answer = reload();
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.code(), QByteArray("bad_config"));
    QVERIFY2(answer.body.contains(complaint), answer.body.constData());
    QCOMPARE(publish(2000), 202);
}

void TestHubReload::theSignalDoesTheSame()
{
    start("[limits]\nbody_bytes = 100000\n");
    write("[limits]\nbody_bytes = 1024\n");
    ::kill(static_cast<pid_t>(m_hub->process().processId()), SIGHUP);
    QTRY_VERIFY(m_hub->output().contains("reloaded; changed: limits.body_bytes"));
    QCOMPARE(publish(2000), 413);
    write("[limits]\nbody_bytes = true\n");
    ::kill(static_cast<pid_t>(m_hub->process().processId()), SIGHUP);
    QTRY_VERIFY(m_hub->output().contains(":2:14: limits.body_bytes"));
    QCOMPARE(publish(20), 202);
    QCOMPARE(publish(2000), 413);
}

void TestHubReload::variablesAndFlagsStayOverTheFile()
{
    qputenv("HELIOGRAPH_LIMITS_BODY_BYTES", "100000");
    start("[limits]\nbody_bytes = 100000\n");
    qunsetenv("HELIOGRAPH_LIMITS_BODY_BYTES");
    write("[hub]\nlisten = [\"127.0.0.1:1\"]\ndata_dir = \"/nowhere\"\n"
          "[limits]\nbody_bytes = 1024\n");
    const HttpAnswer answer = reload();
    QCOMPARE(answer.status, 200);
    QCOMPARE(names(answer, "changed") + names(answer, "restart"), QStringList());
    QCOMPARE(publish(2000), 202);
}

void TestHubReload::streamsEndWithTheirKey_data()
{
    QTest::addColumn<QByteArray>("keys"); // the keys after the reload
    // whether a stream whose token was signed by the first key stays
    QTest::addColumn<bool>("stays");
    QTest::newRow("taken away") << QByteArray("\"b.pem\"") << false;
    QTest::newRow("another in its file") << QByteArray("\"b.pem\", \"c.pem\"") << false;
    QTest::newRow("another order, one more")
        << QByteArray("\"c.pem\", \"b.pem\", \"a.pem\"") << true;
    QTest::newRow("elsewhere") << QByteArray("\"b.pem\", \"again.pem\"") << true;
}

void TestHubReload::streamsEndWithTheirKey()
{
    QFETCH(QByteArray, keys);
    QFETCH(bool, stays);
    const auto first = hub::PrivateKey::generateEd25519();
    const auto second = hub::PrivateKey::generateEd25519();
    place("a.pem", first->publicKey().toPem());
    place("again.pem", first->publicKey().toPem());
    place("b.pem", second->publicKey().toPem());
    place("c.pem", hub::PrivateKey::generateEd25519()->publicKey().toPem());
    start("[auth]\nkeys = [\"a.pem\", \"b.pem\"]\n");
    const test::HttpHeaders doomed = bearer(*first, "read");
    const test::HttpHeaders safe = bearer(*second, "read");
    StreamReader byToken(m_hub->url(), "/api/v1/events", doomed);
    StreamReader byTicket(m_hub->url(), "/api/v1/events?ticket=" + ticketFor(m_hub->url(), doomed));
    StreamReader other(m_hub->url(), "/api/v1/events", safe);
    const QByteArray unused = ticketFor(m_hub->url(), doomed);
    for (StreamReader *stream : {&byToken, &byTicket, &other})
        QVERIFY(!stream->next("hub.snapshot").isEmpty());

    write("[auth]\nkeys = [" + keys + "]\n");
    QCOMPARE(
        httpCall(m_hub->url(), "POST", "/api/v1/admin/reload", {}, bearer(*second, "admin")).status,
        200);
    if (!stays)
        checkRevoked({&byToken, &byTicket});
    const int status = stays ? 200 : 401;
    QCOMPARE(httpCall(m_hub->url(), "GET", "/api/v1/jobs", {}, doomed).status, status);
    const StreamReader late(m_hub->url(), "/api/v1/events?ticket=" + unused);
    QTRY_COMPARE(late.status(), status);
    QCOMPARE(httpCall(m_hub->url(), "POST", "/api/v1/jobs",
                      R"({"job_id":"a","kind":"generic","owner":"ann"})", bearer(*second, "admin"))
                 .status,
             201);
    QVERIFY(!other.next("queued").isEmpty());
    if (stays)
        QVERIFY(!byToken.next("queued").isEmpty() && !byTicket.next("queued").isEmpty());
}

QTEST_GUILESS_MAIN(TestHubReload)
#include "tst_hubreload.moc"
