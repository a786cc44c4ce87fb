// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/principal.h"

#include <QTest>

using namespace hub;

class TestPrincipal : public QObject
{
    Q_OBJECT

private slots:
    void permits_data();
    void permits();
    void touchesJobs_data();
    void touchesJobs();
    void everybodyMayEverything();
};

void TestPrincipal::permits_data()
{
    QTest::addColumn<Permissions>("held");
    QTest::addColumn<Permissions>("permitted");
    const Permissions all =
        Permission::Read | Permission::Publish | Permission::Admin | Permission::Notify;
    QTest::newRow("nothing") << Permissions() << Permissions();
    QTest::newRow("read") << Permissions(Permission::Read) << Permissions(Permission::Read);
    QTest::newRow("publish") << Permissions(Permission::Publish)
                             << Permissions(Permission::Publish);
    QTest::newRow("notify") << Permissions(Permission::Notify) << Permissions(Permission::Notify);
    QTest::newRow("admin includes all") << Permissions(Permission::Admin) << all;
}

void TestPrincipal::permits()
{
    QFETCH(Permissions, held);
    QFETCH(Permissions, permitted);
    Principal principal;
    principal.permissions = held;
    for (const auto each :
         {Permission::Read, Permission::Publish, Permission::Admin, Permission::Notify})
        QCOMPARE(principal.may(each), permitted.testFlag(each));
    QCOMPARE(principal.isAdmin(), held.testFlag(Permission::Admin));
}

void TestPrincipal::touchesJobs_data()
{
    QTest::addColumn<QByteArrayList>("claim"); // "-" = no claim
    QTest::addColumn<bool>("isAdmin");
    QTest::addColumn<QByteArray>("owner");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, const QByteArrayList &claim, bool isAdmin,
                        const char *owner, bool allowed) {
        QTest::newRow(name) << claim << isAdmin << QByteArray(owner) << allowed;
    };
    row("own", {"-"}, false, "ann", true);
    row("other's", {"-"}, false, "bob", false);
    row("nobody's", {"-"}, false, "", false);
    row("admin, other's", {"-"}, true, "bob", true);
    row("own and named", {"x", "job-1"}, false, "ann", true);
    row("own and matched", {"job-*"}, false, "ann", true);
    row("own, not named", {"job-2"}, false, "ann", false);
    row("own, named none", {}, false, "ann", false);
    row("other's, though named", {"job-1"}, false, "bob", false);
}

void TestPrincipal::touchesJobs()
{
    QFETCH(QByteArrayList, claim);
    QFETCH(bool, isAdmin);
    QFETCH(QByteArray, owner);
    Principal principal;
    principal.subject = "ann";
    principal.permissions = isAdmin ? Permission::Admin : Permission::Read;
    if (claim != QByteArrayList{"-"}) {
        principal.jobs.emplace();
        for (const QByteArray &pattern : claim)
            principal.jobs->push_back(*TopicPattern::parse("job/" + pattern));
    }
    QTEST(principal.mayTouchJob("job-1", owner), "allowed");
}

void TestPrincipal::everybodyMayEverything()
{
    const Principal everybody = Principal::everybody();
    QVERIFY(everybody.may(Permission::Read) && everybody.may(Permission::Publish));
    QVERIFY(everybody.isAdmin() && everybody.mayTouchJob("job-1", "bob"));
    QVERIFY(!everybody.expiresMs);
}

QTEST_GUILESS_MAIN(TestPrincipal)
#include "tst_principal.moc"
