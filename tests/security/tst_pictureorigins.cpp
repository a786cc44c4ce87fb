// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpcall.h"
#include "tests/support/hubrunner.h"

#include <QTest>

using namespace test;

/// The web page loads pictures only from hosts that the operator named.
class TestPictureOrigins : public QObject
{
    Q_OBJECT

private slots:
    void policyNamesTheOrigins_data();
    void policyNamesTheOrigins();
    void followsAReload();
    void refusesWhatIsNoOrigin_data();
    void refusesWhatIsNoOrigin();
};

void TestPictureOrigins::policyNamesTheOrigins_data()
{
    QTest::addColumn<QStringList>("origins");
    QTest::addColumn<QByteArray>("pictures");
    QTest::newRow("none") << QStringList() << QByteArray("; img-src 'self' data:;");
    QTest::newRow("two") << QStringList{QStringLiteral("https://cdn.example.org"),
                                        QStringLiteral("http://127.0.0.1:9000")}
                         << QByteArray("; img-src 'self' data: https://cdn.example.org "
                                       "http://127.0.0.1:9000;");
}

void TestPictureOrigins::policyNamesTheOrigins()
{
    QFETCH(const QStringList, origins);
    QFETCH(const QByteArray, pictures);
    app::Config config;
    config.pictureOrigins = origins;
    const HubRunner hub(config);
    for (const char *path : {"/", "/web/app.js", "/api/v1/openapi.json"}) {
        const HttpAnswer answer = httpCall(hub.url(), "GET", path);
        QCOMPARE(answer.status, 200);
        QVERIFY2(answer.headers.value("content-security-policy").contains(pictures), path);
    }
    const QByteArray told = "<meta name=\"picture-origins\" content=\""
                            + origins.join(QLatin1Char(' ')).toUtf8() + "\">";
    QVERIFY(httpCall(hub.url(), "GET", "/").body.contains(told));
}

void TestPictureOrigins::followsAReload()
{
    app::Config config;
    QTemporaryDir data;
    config.dataDir = data.path();
    config.listen = QStringList{QStringLiteral("127.0.0.1:0")};
    app::HubService service(config);
    config.pictureOrigins = QStringList{QStringLiteral("https://cdn.example.org")};
    service.setOperated([config] { return hub::Result<app::Config>(config); });
    const hub::Result<QUrl> url = service.start();
    QVERIFY(url.ok());
    QCOMPARE(service.reload()->changed, QStringList{QStringLiteral("hub.picture_origins")});
    QVERIFY(httpCall(*url, "GET", "/")
                .headers.value("content-security-policy")
                .contains("img-src 'self' data: https://cdn.example.org;"));
}

void TestPictureOrigins::refusesWhatIsNoOrigin_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "*", "https:", "https://*", "cdn.example.org", "ftp://cdn.example.org",
          "https://cdn.example.org/", "https://cdn.example.org/a", "https://u@cdn.example.org",
          "https://cdn.example.org?a", "https://cdn.example.org#a", "data:", "'unsafe-inline'",
          "https://a; script-src *", "https://a https://b", "https://a\"><script>"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestPictureOrigins::refusesWhatIsNoOrigin()
{
    QFETCH(const QString, text);
    app::Config config;
    config.pictureOrigins = QStringList{text};
    const hub::Result<void> checked = app::check(config);
    QVERIFY(!checked.ok());
    QVERIFY(checked.error().message.startsWith(QLatin1String("hub.picture_origins: ")));
}

QTEST_GUILESS_MAIN(TestPictureOrigins)
#include "tst_pictureorigins.moc"
