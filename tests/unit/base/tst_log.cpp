// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/log.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

using namespace hub;

class TestLog : public QObject
{
    Q_OBJECT

private slots:
    void textIsOneLine();
    void jsonIsOneObject();
    void lastWordsAreWritten_data();
    void lastWordsAreWritten();
};

void TestLog::textIsOneLine()
{
    const QByteArray line = logLine(LogFormat::Text, 1731000000123, QtInfoMsg, "heliograph.hub",
                                    QStringLiteral("job a\nb\x1b[31m"));
    QCOMPARE(
        line,
        QByteArray("2024-11-07T17:20:00.123Z info    heliograph.hub: job a\\u000ab\\u001b[31m"));
}

void TestLog::jsonIsOneObject()
{
    const QByteArray line = logLine(LogFormat::Json, 1731000000123, QtWarningMsg, "heliograph.hub",
                                    QStringLiteral("job \"a\"\nb"));
    QVERIFY(!line.contains('\n'));
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    QCOMPARE(object.value(QLatin1String("level")).toString(), QStringLiteral("warning"));
    QCOMPARE(object.value(QLatin1String("message")).toString(), QStringLiteral("job \"a\"\nb"));
    QCOMPARE(object.value(QLatin1String("time")).toString(),
             QStringLiteral("2024-11-07T17:20:00.123Z"));
}

void TestLog::lastWordsAreWritten_data()
{
    QTest::addColumn<bool>("fatal");
    QTest::newRow("fatal") << true;
    QTest::newRow("exit") << false;
}

/// Runs in a child process, which ends.
void TestLog::lastWordsAreWritten()
{
    QFETCH(const bool, fatal);
    int ends[2] = {-1, -1};
    QCOMPARE(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::signal(SIGABRT, SIG_DFL); // QtTest's handler would start a debugger
        ::dup2(ends[1], STDERR_FILENO);
        installLogFormat(LogFormat::Text);
        for (int i = 0; i < 200; ++i)
            qWarning("line %d", i);
        if (fatal)
            qFatal("the end");
        qWarning("the end");
        std::exit(0);
    }
    ::close(ends[1]);
    QByteArray text;
    char bytes[4096];
    for (ssize_t count = 0; (count = ::read(ends[0], bytes, sizeof bytes)) > 0;)
        text.append(bytes, count);
    ::close(ends[0]);
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(WIFSIGNALED(status), fatal);
    if (const qsizetype foreign = text.indexOf("\n=="); foreign >= 0)
        text.truncate(foreign + 1); // a sanitizer's report about the end of the process
    QVERIFY2(text.endsWith(": the end\n"), text.right(500).constData());
    QCOMPARE(text.count(": line "), 200);
}

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
