// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/hub/signinghub.h"

#include <QTest>

using namespace test;

namespace {

const QByteArray publicUrl = "https://hub.example.org/hub";

const QByteArray ofPods = R"({"source":"pods"})";

QByteArray jobOf(const QByteArray &id, const QByteArray &more)
{
    return R"({"job_id":")" + id + R"(","external_id":"rp-)" + id + R"(")" + more + "}";
}

QByteArray effectOf(const HttpAnswer &answer)
{
    return answer.json().value(QLatin1String("effect")).toString().toUtf8();
}

QByteArray completion(const QByteArray &id)
{
    return R"({"id":")" + id + R"(","status":"COMPLETED"})";
}

} // namespace

/// The callback URLs that the hub makes for RunPod jobs and later accepts as webhooks.
class TestHubCallback : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_hub.reset(); }

    void takesWhatItMade_data();
    void takesWhatItMade();
    void refusesAnotherAttempt();
    void aUrlSpeaksForItsAttemptAlone();
    void nobodyMakesAJobCalledAsAnothersAttempt();
    void usesTheFirstSecret();
    void saysWhyThereIsNone_data();
    void saysWhyThereIsNone();
    void takesThePublicAddressFromAReload();
    void leavesNoTrace();
    void needsNoFileButTheSecret();

private:
    void create(const QByteArray &id, const QByteArray &more = {})
    {
        QCOMPARE(m_hub->call("POST", "/api/v1/jobs", jobOf(id, more)).status, 201);
    }
    HttpAnswer ask(const QByteArray &job, const QByteArray &body = ofPods)
    {
        return m_hub->call("POST", "/api/v1/jobs/" + job + "/callback", body);
    }
    /// Path and query of the URL, as they arrive from behind a proxy.
    QByteArray pathOf(const HttpAnswer &answer)
    {
        const QByteArray url = answer.json().value(QLatin1String("url")).toString().toUtf8();
        return url.startsWith(publicUrl + "/api/v1/webhooks/pods?") ? url.mid(publicUrl.size())
                                                                    : "not ours: " + url;
    }
    HttpAnswer deliver(const QByteArray &path, const QByteArray &job)
    {
        return m_hub->call("POST", path, completion("rp-" + job));
    }
    void configure(const QByteArray &url)
    {
        m_hub->configure("public_url = \"" + url + "\"\n");
        QCOMPARE(m_hub->call("POST", "/api/v1/admin/reload").status, 200);
    }

    std::unique_ptr<SigningHub> m_hub;
};

void TestHubCallback::init()
{
    m_hub = std::make_unique<SigningHub>();
    configure(publicUrl + '/');
}

void TestHubCallback::takesWhatItMade_data()
{
    QTest::addColumn<QByteArray>("restoreId"); // of the job
    QTest::addColumn<QByteArray>("asked");
    QTest::newRow("job") << QByteArray() << QByteArray();
    QTest::newRow("its attempt") << QByteArray("a04e7037") << QByteArray();
    QTest::newRow("its attempt, named") << QByteArray("a04e7037") << QByteArray("a04e7037");
    QTest::newRow("strange name") << QByteArray("a/b c?d&e=f+g%20#\xc3\xa4") << QByteArray();
    QTest::newRow("longest name") << QByteArray(256, 'x') << QByteArray();
}

void TestHubCallback::takesWhatItMade()
{
    QFETCH(QByteArray, restoreId);
    QFETCH(QByteArray, asked);
    create("pod-1", R"(,"restore_id":")" + restoreId + R"(")");
    const HttpAnswer answer = ask("pod-1", R"({"source":"pods","restore_id":")" + asked + R"("})");
    QVERIFY2(answer.status == 200, answer.body);
    QCOMPARE(answer.headers.value("cache-control"), QByteArray("no-store"));
    QCOMPARE(answer.json().value(QLatin1String("restore_id")).toString().toUtf8(), restoreId);
    const HttpAnswer taken = deliver(pathOf(answer), "pod-1");
    QVERIFY2(taken.status == 200, pathOf(answer) + taken.body);
    QCOMPARE(effectOf(taken), QByteArray("applied"));
    QCOMPARE(m_hub->status("pod-1"), QStringLiteral("completed"));
}

void TestHubCallback::refusesAnotherAttempt()
{
    create("pod-1");
    create("pod-2");
    QByteArray path = pathOf(ask("pod-1"));
    QVERIFY(path.contains("attempt=pod-1&mac="));
    path.replace("attempt=pod-1", "attempt=pod-2");
    QCOMPARE(deliver(path, "pod-2").code(), QByteArray("bad_signature"));
    QCOMPARE(m_hub->status("pod-2"), QStringLiteral("queued"));
}

void TestHubCallback::aUrlSpeaksForItsAttemptAlone()
{
    create("pod-1", R"(,"restore_id":"first")");
    create("pod-2");
    const QByteArray first = pathOf(ask("pod-1"));
    const QByteArray second = pathOf(ask("pod-1", R"({"source":"pods","restore_id":"second"})"));
    QVERIFY(first != second);
    QCOMPARE(effectOf(deliver(first, "pod-2")), QByteArray("ignored: not_signed"));
    QCOMPARE(m_hub
                 ->call("POST", "/api/v1/jobs/pod-1/events",
                        R"({"type":"queued","restore_id":"second"})")
                 .status,
             202);
    QCOMPARE(effectOf(deliver(first, "pod-1")), QByteArray("ignored: old_attempt"));
    QCOMPARE(effectOf(deliver(second, "pod-1")), QByteArray("applied"));
}

void TestHubCallback::nobodyMakesAJobCalledAsAnothersAttempt()
{
    create("pod-1", R"(,"restore_id":"a04e7037")");
    create("a04e7037");
    create("mine", R"(,"restore_id":"pod-1")");
    for (const QByteArray &job : {QByteArray("a04e7037"), QByteArray("mine")})
        QCOMPARE(effectOf(deliver(pathOf(ask(job)), "pod-1")), QByteArray("ignored: not_signed"));
    QCOMPARE(m_hub->status("pod-1"), QStringLiteral("queued"));
}

void TestHubCallback::usesTheFirstSecret()
{
    create("pod-1");
    const QByteArray path = pathOf(ask("pod-1"));
    m_hub->write("old", "a third secret of ours");
    QCOMPARE(m_hub->call("POST", "/api/v1/admin/reload").status, 200);
    QCOMPARE(pathOf(ask("pod-1")), path);
    QCOMPARE(effectOf(deliver(path, "pod-1")), QByteArray("applied"));
}

void TestHubCallback::saysWhyThereIsNone_data()
{
    QTest::addColumn<QByteArray>("job");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *body, int status, const char *code) {
        QTest::newRow(body) << QByteArray("pod-1") << QByteArray(body) << status
                            << QByteArray(code);
    };
    row("", 409, "no_secret"); // the default source runpod-completion has none
    row(R"({"source":"runpod-completion"})", 409, "no_secret");
    row(R"({"source":"ci"})", 409, "no_callback");
    row(R"({"source":"generic"})", 409, "no_callback");
    row(R"({"source":"nobody"})", 404, "unknown_source");
    row(R"({"source":"a/b"})", 400, "bad_field");
    row(R"({"source":"pods","restore_id":"a\nb"})", 400, "bad_field");
    row("[]", 400, "bad_json");
    QTest::newRow("no job") << QByteArray("pod-2") << QByteArray(R"({"source":"pods"})") << 404
                            << QByteArray("unknown_job");
}

void TestHubCallback::saysWhyThereIsNone()
{
    QFETCH(QByteArray, job);
    QFETCH(QByteArray, body);
    create("pod-1");
    const HttpAnswer answer = ask(job, body);
    QTEST(answer.status, "status");
    QTEST(answer.code(), "code");
}

void TestHubCallback::takesThePublicAddressFromAReload()
{
    create("pod-1");
    const QByteArray path = pathOf(ask("pod-1"));
    configure("http://10.1.2.3:99");
    QCOMPARE(ask("pod-1").json().value(QLatin1String("url")).toString().toUtf8(),
             "http://10.1.2.3:99" + path);
    configure({});
    QCOMPARE(ask("pod-1").code(), QByteArray("no_public_url"));
    m_hub->configure("public_url = \"ftp://x\"\n");
    QCOMPARE(m_hub->call("POST", "/api/v1/admin/reload").status, 422);
}

void TestHubCallback::leavesNoTrace()
{
    create("pod-1");
    const QByteArray path = pathOf(ask("pod-1"));
    const QByteArray mac = path.right(64);
    QCOMPARE(deliver(path, "pod-1").status, 200);
    const QByteArray log = m_hub->process().output();
    QVERIFY(log.contains("webhook pods: delivery 1")); // the log is not empty
    QVERIFY(!log.contains(mac));
    QVERIFY(!m_hub->call("GET", "/api/v1/deliveries/1").body.contains(mac));
    QVERIFY(!m_hub->call("GET", "/api/v1/deliveries/1/verdict").body.contains(mac));
    QVERIFY(!m_hub->call("GET", "/metrics").body.contains(mac));
}

/// As in a container: a mounted secret and environment variables, without a configuration file.
void TestHubCallback::needsNoFileButTheSecret()
{
    QTemporaryDir folder;
    QFile secret(folder.filePath(QStringLiteral("secret")));
    QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write(newSecret) > 0);
    secret.close();
    qputenv("HELIOGRAPH_SOURCES_RUNPOD_COMPLETION_SECRETS_FILE", secret.fileName().toUtf8());
    qputenv("HELIOGRAPH_HUB_PUBLIC_URL", publicUrl);
    HubProcess hub(folder.path());
    qunsetenv("HELIOGRAPH_SOURCES_RUNPOD_COMPLETION_SECRETS_FILE");
    qunsetenv("HELIOGRAPH_HUB_PUBLIC_URL");
    httpCall(hub.url(), "POST", "/api/v1/jobs", jobOf("pod-1", {}));
    const HttpAnswer answer = httpCall(hub.url(), "POST", "/api/v1/jobs/pod-1/callback");
    const QByteArray url = answer.json().value(QLatin1String("url")).toString().toUtf8();
    QVERIFY2(url.startsWith(publicUrl + "/api/v1/webhooks/runpod-completion?"), answer.body);
    const QByteArray body = completion("rp-pod-1");
    QCOMPARE(httpCall(hub.url(), "POST", "/api/v1/webhooks/runpod-completion", body).code(),
             QByteArray("bad_signature"));
    QCOMPARE(effectOf(httpCall(hub.url(), "POST", url.mid(publicUrl.size()), body)),
             QByteArray("applied"));
}

QTEST_GUILESS_MAIN(TestHubCallback)
#include "tst_hubcallback.moc"
