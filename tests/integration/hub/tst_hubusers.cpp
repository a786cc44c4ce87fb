// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/json/jsonwriter.h"
#include "tests/support/httpcall.h"
#include "tests/support/keyedhub.h"
#include "tests/support/streamreader.h"

#include <QJsonArray>
#include <QTest>

using test::HttpAnswer;
using test::httpCall;

namespace {

QByteArray quoted(const QByteArray &text)
{
    return hub::JsonWriter().string(text).take();
}

QByteArray newJob(const QByteArray &id, const QByteArray &owner = {})
{
    hub::JsonWriter json;
    json.beginObject();
    json.key("job_id").string(id);
    json.textIf("owner", owner);
    return json.endObject().take();
}

} // namespace

/// Users of other systems: a token's `sub` may be any string (RFC 7519, section 4.1.2).
class TestHubUsers : public QObject
{
    Q_OBJECT

private slots:
    void ownJobs_data() { users(); }
    void ownJobs();
    void notifications_data() { users(); }
    void notifications();
    void areDisconnected_data() { users(); }
    void areDisconnected();
    void areRevoked_data() { users(); }
    void areRevoked();
    void differByTheirBytes_data();
    void differByTheirBytes();
    void refusesOthers_data();
    void refusesOthers();
    void theLogShowsThemSafely();

private:
    static void users();
    QByteArray token(const QByteArray &subject, const QByteArray &scope) const
    {
        return m_hub.token(subject, scope);
    }
    HttpAnswer call(const QByteArray &method, const QByteArray &path, const QByteArray &token,
                    const QByteArray &body = {})
    {
        return httpCall(m_hub.url(), method, path, body, {{"Authorization", "Bearer " + token}});
    }
    QStringList jobs(const QByteArray &query, const QByteArray &token)
    {
        QStringList ids;
        const auto found = call("GET", "/api/v1/jobs?" + query, token).json();
        for (const QJsonValue &job : found.value(QLatin1String("jobs")).toArray())
            ids << job[QLatin1String("job_id")].toString();
        return ids;
    }

    test::KeyedHub m_hub;
    int m_count = 0;
};

void TestHubUsers::users()
{
    QTest::addColumn<QByteArray>("user");
    for (const char *user :
         {"alice", "auth0|5f7c8ec7c33c6c004bbafe82", "google-oauth2|103547991597142817347",
          "repo:octo-org/octo-repo:ref:refs/heads/main", "spiffe://example.org/ns/prod/sa/worker",
          "Ann Smith", "a+b", "50%", "%2F", "/", "..", "a?b#c&d=e;f", "<b>\"a\"</b>\\", "a*",
          "\xC3\xA4\xE2\x82\xAC\xF0\x9F\x9A\x80",
          "\xE2\x80\xAE"
          "ecila"})
        QTest::newRow(user) << QByteArray(user);
    QTest::newRow("longest") << QByteArray("auth0|" + QByteArray(250, 'a'));
}

void TestHubUsers::ownJobs()
{
    QFETCH(QByteArray, user);
    const QByteArray id = "own-" + QByteArray::number(++m_count);
    const QByteArray own = token(user, "read publish");
    const QByteArray admin = token("root", "admin");
    test::StreamReader all(m_hub.url(),
                           "/api/v1/events?owner=" + user.toPercentEncoding() + "&token=" + admin);
    test::StreamReader mine(m_hub.url(), "/api/v1/events?token=" + own);
    QVERIFY(all.waitForEvents(2) && mine.waitForEvents(2));
    QCOMPARE(call("POST", "/api/v1/jobs", own, newJob(id)).status, 201);
    QCOMPARE(call("POST", "/api/v1/jobs", admin, newJob(id + "-given", user)).status, 201);
    QCOMPARE(call("GET", "/api/v1/jobs/" + id, own)
                 .json()
                 .value(QLatin1String("owner"))
                 .toString()
                 .toUtf8(),
             user);
    QCOMPARE(call("GET", "/api/v1/jobs/" + id, token("mallory", "read")).status, 404);
    QCOMPARE(call("POST", "/api/v1/jobs/" + id + "/events", own, R"({"type":"completed"})").status,
             202);
    const QString name = QString::fromLatin1(id);
    const QStringList both{name, name + QStringLiteral("-given")};
    QStringList found = jobs("limit=10", own);
    found.sort();
    QCOMPARE(found, both);
    found = jobs("owner=" + user.toPercentEncoding(), admin);
    found.sort();
    QCOMPARE(found, both);
    for (test::StreamReader *stream : {&all, &mine})
        QCOMPARE(stream->next("completed").value(QLatin1String("job_id")).toString(), name);
}

void TestHubUsers::notifications()
{
    QFETCH(QByteArray, user);
    const QByteArray path = "/api/v1/users/" + user.toPercentEncoding() + "/notifications";
    const QByteArray own = token(user, "read publish");
    auto stream = std::make_unique<test::StreamReader>(
        m_hub.url(), "/api/v1/events/notifications/stream?token=" + own);
    test::StreamReader watcher(m_hub.url(), "/api/v1/events/notifications/stream?user="
                                                + user.toPercentEncoding()
                                                + "&token=" + token("root", "admin"));
    QVERIFY(stream->waitForEvents(1) && watcher.waitForEvents(1));
    QCOMPARE(call("POST", path, own, R"({"n":1})").status, 202); // to themselves
    QCOMPARE(call("POST", path, token("mallory", "publish"), "{}").status, 403);
    QCOMPARE(stream->next("notification").value(QLatin1String("n")).toInt(), 1);
    QCOMPARE(watcher.next("notification").value(QLatin1String("n")).toInt(), 1);
    const QByteArray cursor = stream->lastEventId();
    stream.reset();
    QCOMPARE(call("POST", path, own, R"({"n":2})").status, 202);
    m_hub.restart(); // the topic is restored from the store
    test::StreamReader again(m_hub.url(), "/api/v1/events/notifications/stream?token=" + own,
                             {{"Last-Event-ID", cursor}});
    QCOMPARE(again.next("notification").value(QLatin1String("n")).toInt(), 2);
}

void TestHubUsers::areDisconnected()
{
    QFETCH(QByteArray, user);
    const QByteArray admin = token("root", "admin");
    test::StreamReader stream(m_hub.url(), "/api/v1/events?token=" + token(user, "read"));
    test::StreamReader other(m_hub.url(), "/api/v1/events?token=" + token("bystander", "read"));
    QVERIFY(stream.waitForEvents(2) && other.waitForEvents(2));
    const auto connections = call("GET", "/api/v1/admin/connections", admin).json();
    const auto rows = connections.value(QLatin1String("connections")).toArray();
    QVERIFY(std::any_of(rows.begin(), rows.end(), [&](const QJsonValue &row) {
        return row[QLatin1String("user")].toString().toUtf8() == user;
    }));
    const auto closed =
        call("POST", "/api/v1/admin/disconnect", admin, "{\"user\":" + quoted(user) + '}').json();
    QCOMPARE(closed.value(QLatin1String("closed")).toInt(), 1);
    QVERIFY(stream.waitForClose());
    QCOMPARE(other.socket().state(), QAbstractSocket::ConnectedState);
}

void TestHubUsers::areRevoked()
{
    QFETCH(QByteArray, user);
    // Revocations last, so the name must not be used by the other tests.
    const QByteArray name = user.size() < 256 ? 'R' + user : user;
    const QByteArray own = token(name, "read");
    const QByteArray admin = token("root", "admin");
    test::StreamReader stream(m_hub.url(), "/api/v1/events?token=" + own);
    QVERIFY(stream.waitForEvents(2));
    const auto revoked =
        call("POST", "/api/v1/admin/revoke", admin, "{\"sub\":" + quoted(name) + '}').json();
    QCOMPARE(revoked.value(QLatin1String("closed")).toInt(), 1);
    QCOMPARE(revoked.value(QLatin1String("what")).toString().toUtf8(), "sub " + name);
    QVERIFY(stream.waitForClose());
    m_hub.restart();
    QCOMPARE(call("GET", "/api/v1/jobs", own).code(), QByteArray("token_revoked"));
}

void TestHubUsers::differByTheirBytes_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    const auto row = [](const char *name, const char *one, const char *other) {
        QTest::newRow(name) << QByteArray(one) << QByteArray(other);
    };
    row("case", "Bob", "bob");
    row("composed and not", "\xC3\xA4", "a\xCC\x88");
    row("space at the end", "carol", "carol ");
    row("byte order mark", "dave",
        "\xEF\xBB\xBF"
        "dave");
    row("escaped slash", "e/f", "e%2Ff");
    row("no-break space", "g h", "g\xC2\xA0h");
}

void TestHubUsers::differByTheirBytes()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    const QByteArray id = "differ-" + QByteArray::number(++m_count);
    QCOMPARE(call("POST", "/api/v1/jobs", token(one, "read publish"), newJob(id)).status, 201);
    QCOMPARE(call("GET", "/api/v1/jobs/" + id, token(one, "read")).status, 200);
    QCOMPARE(call("GET", "/api/v1/jobs/" + id, token(other, "read")).status, 404);
    const QByteArray admin = token("root", "admin");
    QVERIFY(jobs("owner=" + other.toPercentEncoding(), admin).isEmpty());
    QCOMPARE(jobs("owner=" + one.toPercentEncoding(), admin), {QString::fromLatin1(id)});
}

void TestHubUsers::refusesOthers_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    const QByteArray notify = "/notifications";
    const QByteArray users = "/api/v1/users/";
    const auto row = [](const char *name, const QByteArray &path, const QByteArray &body,
                        const char *detail) {
        QTest::newRow(name) << path << body << QString::fromLatin1(detail);
    };
    row("control character in a path", users + "a%0Ab" + notify, "{}",
        "the user must not have control characters, this has U+000A");
    row("C1 in a path", users + "a%C2%85" + notify, "{}",
        "the user must not have control characters, this has U+0085");
    row("not UTF-8", users + "%FF" + notify, "{}", "the user must be UTF-8");
    row("too long", users + QByteArray(257, 'a') + notify, "{}",
        "the user must not be longer than 256 bytes of UTF-8, this has 257");
    row("owner", "/api/v1/jobs", R"({"owner":"a\u001b"})",
        "owner: must not have control characters, this has U+001B");
    row("long owner", "/api/v1/jobs", R"({"owner":")" + QByteArray(257, 'a') + "\"}",
        "owner: must not be longer than 256 bytes of UTF-8, this has 257");
    row("half of a pair as owner", "/api/v1/jobs", R"({"owner":"\ud800"})",
        "owner: must not contain a lone surrogate");
    row("revocation", "/api/v1/admin/revoke", R"({"sub":"a\u007f"})",
        "sub: must not have control characters, this has U+007F");
    row("revocation of half a pair", "/api/v1/admin/revoke", R"({"sub":"\ud800"})",
        "sub: must not contain a lone surrogate");
    row("disconnection", "/api/v1/admin/disconnect", R"({"user":"a\n"})",
        "user: must not have control characters, this has U+000A");
}

void TestHubUsers::refusesOthers()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    const HttpAnswer answer = call("POST", path, token("root", "admin"), body);
    QCOMPARE(answer.status, 400);
    QTEST(answer.json().value(QLatin1String("detail")).toString(), "detail");
}

/// A user name can neither imitate another one in the log nor control a terminal that shows the
/// log.
void TestHubUsers::theLogShowsThemSafely()
{
    static QByteArray lines;
    lines.clear();
    const QtMessageHandler before =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &line) {
            lines += line.toUtf8() + '\n';
        });
    const QByteArray body = R"({"sub":"\ufeff\u202ealice","until":"2999-01-01T00:00:00Z"})";
    const HttpAnswer answer = call("POST", "/api/v1/admin/revoke", token("root", "admin"), body);
    qInstallMessageHandler(before);
    QCOMPARE(answer.status, 200);
    QVERIFY2(lines.contains(R"(revoke sub \ufeff\u202ealice)"), lines);
}

QTEST_GUILESS_MAIN(TestHubUsers)
#include "tst_hubusers.moc"
