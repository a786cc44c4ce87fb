// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/descriptorlimit.h"

#include <QTest>

#include <sys/resource.h>

class TestDescriptorLimit : public QObject
{
    Q_OBJECT

private slots:
    void raisesTheSoftLimit();
};

void TestDescriptorLimit::raisesTheSoftLimit()
{
    rlimit former{};
    ::getrlimit(RLIMIT_NOFILE, &former);
    rlimit few = former;
    few.rlim_cur = 64;
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &few), 0);
    const auto raised = hub::raiseDescriptorLimit();
    QVERIFY(raised);
    QCOMPARE(raised->before, 64);
    rlimit now{};
    ::getrlimit(RLIMIT_NOFILE, &now);
    QCOMPARE(now.rlim_cur, former.rlim_max);
    QCOMPARE(raised->now, static_cast<qint64>(former.rlim_max));
    ::setrlimit(RLIMIT_NOFILE, &former);
}

QTEST_GUILESS_MAIN(TestDescriptorLimit)
#include "tst_descriptorlimit.moc"
