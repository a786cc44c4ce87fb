// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/posixsignals.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace hub;

class TestPosixSignals : public QObject
{
    Q_OBJECT

private slots:
    void becomeQtSignals_data();
    void becomeQtSignals();
    void formerDispositionsComeBack();
};

void TestPosixSignals::becomeQtSignals_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("terminations");
    QTest::addColumn<int>("reloads");
    QTest::newRow("SIGTERM") << SIGTERM << 1 << 0;
    QTest::newRow("SIGINT") << SIGINT << 1 << 0;
    QTest::newRow("SIGHUP") << SIGHUP << 0 << 1;
}

void TestPosixSignals::becomeQtSignals()
{
    QFETCH(int, number);
    PosixSignals signals_;
    const QSignalSpy terminations(&signals_, &PosixSignals::terminateRequested);
    const QSignalSpy reloads(&signals_, &PosixSignals::reloadRequested);
    ::raise(number);
    QCOMPARE(terminations.count() + reloads.count(), 0); // not emitted inside the signal handler
    QTRY_COMPARE(terminations.count() + reloads.count(), 1);
    QTEST(int(terminations.count()), "terminations");
    QTEST(int(reloads.count()), "reloads");
}

void TestPosixSignals::formerDispositionsComeBack()
{
    std::signal(SIGHUP, SIG_IGN);
    {
        PosixSignals signals_;
    }
    QVERIFY(std::signal(SIGHUP, SIG_DFL) == SIG_IGN);
}

QTEST_GUILESS_MAIN(TestPosixSignals)
#include "tst_posixsignals.moc"
