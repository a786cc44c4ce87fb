// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/curlline.h"

#include <QProcess>
#include <QTest>

namespace {

/// Returns the arguments that a shell gives to a program, one after the other with "|".
QByteArray arguments(const QString &line)
{
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HELIO_TOKEN"), QStringLiteral("tok"));
    shell.setProcessEnvironment(environment);
    // A function takes the place of curl.
    const QString curl =
        QStringLiteral("curl() { for a in \"$@\"; do printf '%s|' \"$a\"; done; }; ");
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), curl + line});
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
    void theShellReplacesOnlyTheToken()
    {
        const QString line =
            ui::streamCurl(QUrl(QStringLiteral("http://h")), "it's $HOME \"`id`\"", "k3");
        QCOMPARE(arguments(line),
                 QByteArray("-N|-H|Authorization: Bearer tok|-H|Last-Event-ID: k3.0-0|"
                            "http://h/api/v1/events/it's%20$HOME%20%22%60id%60%22|"));
    }
};

QTEST_GUILESS_MAIN(CurlLineTest)
#include "tst_curlline.moc"
