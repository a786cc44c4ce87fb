// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/curlline.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

namespace {

QJsonObject delivery(const QByteArray &body, const QJsonArray &headers = {})
{
    QJsonObject made{{QStringLiteral("method"), QStringLiteral("POST")},
                     {QStringLiteral("path"), QStringLiteral("/api/v1/webhooks/ci")},
                     {QStringLiteral("body_kept"), true},
                     {QStringLiteral("body_base64"), QString::fromLatin1(body.toBase64())},
                     {QStringLiteral("headers"), headers}};
    const QString text = QString::fromUtf8(body);
    if (text.toUtf8() == body)
        made.insert(QStringLiteral("body"), text);
    return made;
}

/// Returns the arguments that a shell gives to a program, one after the other with "|", and its
/// input.
QByteArray arguments(const QString &line)
{
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HELIO_TOKEN"), QStringLiteral("tok"));
    shell.setProcessEnvironment(environment);
    // A function takes the place of curl.
    const QString curl = QStringLiteral("curl() { for a in \"$@\"; do printf '%s|' \"$a\"; done; "
                                        "case \"$*\" in *@-*) cat;; esac; }; ");
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-s")});
    shell.write((curl + line).toUtf8()); // a long line is not one argument
    shell.closeWriteChannel();
    shell.waitForFinished();
    return shell.readAllStandardOutput();
}

} // namespace

class CurlLineTest : public QObject
{
    Q_OBJECT

private slots:
    void streamHasNoToken()
    {
        const QUrl hub(QStringLiteral("https://ann:secret@example.org/hub"));
        QCOMPARE(ui::streamCurl(hub, "job-1", "k3"),
                 QStringLiteral("curl -N -H \"Authorization: Bearer $HELIO_TOKEN\" "
                                "-H 'Last-Event-ID: k3.0-0' "
                                "'https://example.org/hub/api/v1/events/job-1'"));
        QVERIFY(!ui::streamCurl(hub, "job-1", {}).contains(QStringLiteral("Last-Event-ID")));
    }
    void bodySurvivesTheShell_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("plain") << QByteArray(R"({"a":1})");
        QTest::newRow("quotes") << QByteArray("it's \"so\" $HOME `id` \\ !x\nsecond line");
        QTest::newRow("like a file") << QByteArray("@/etc/passwd");
        QTest::newRow("umlaut") << QByteArray("\xc3\xa4");
        QTest::newRow("control") << QByteArray("a\x1b[31mb");
        QTest::newRow("NUL") << QByteArray("a\0b", 3);
        QTest::newRow("no text") << QByteArray("\xff\xfe");
        QTest::newRow("long") << QByteArray(300'000, 'a');
    }
    void bodySurvivesTheShell()
    {
        QFETCH(const QByteArray, body);
        const QString line = ui::deliveryCurl(QUrl(QStringLiteral("http://h")), delivery(body));
        const QByteArray got = arguments(line);
        QVERIFY2(got.startsWith("-X|POST|--data-"), got.left(200).constData());
        QVERIFY(got.contains("|http://h/api/v1/webhooks/ci|"));
        QVERIFY(got.contains(body));
    }
    void secretHeadersHaveThePlaceholder()
    {
        const QJsonArray headers{
            QJsonArray{QStringLiteral("Authorization"), QStringLiteral("[redacted]")},
            QJsonArray{QStringLiteral("X-Token"), QStringLiteral("[redacted]")},
            QJsonArray{QStringLiteral("X-It"), QStringLiteral("it's")},
            QJsonArray{QStringLiteral("Host"), QStringLiteral("h")},
            QJsonArray{QStringLiteral("bad\"name"), QStringLiteral("[redacted]")}};
        const QString line =
            ui::deliveryCurl(QUrl(QStringLiteral("http://h")), delivery("x", headers));
        QVERIFY(line.contains(QStringLiteral("\"Authorization: Bearer $HELIO_TOKEN\"")));
        QCOMPARE(arguments(line), QByteArray("-X|POST|-H|Authorization: Bearer tok|-H|X-Token: tok|"
                                             "-H|X-It: it's|--data-raw|x|"
                                             "http://h/api/v1/webhooks/ci|"));
    }
    void noLineWithoutTheBody()
    {
        QJsonObject lost = delivery({});
        lost.insert(QStringLiteral("body_kept"), false);
        QVERIFY(ui::deliveryCurl(QUrl(QStringLiteral("http://h")), lost).isEmpty());
        QVERIFY(ui::deliveryText(lost).contains(QStringLiteral("too large")));
    }
    void textIsTheRequest()
    {
        const QJsonArray headers{QJsonArray{QStringLiteral("A"), QStringLiteral("b")}};
        QCOMPARE(ui::deliveryText(delivery("body", headers)),
                 QStringLiteral("POST /api/v1/webhooks/ci\nA: b\n\nbody"));
        QVERIFY(ui::deliveryText(delivery("\xff")).endsWith(QStringLiteral("/w==")));
    }
};

QTEST_GUILESS_MAIN(CurlLineTest)
#include "tst_curlline.moc"
