// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/portowner.h"

#include <QTcpServer>
#include <QTest>

using namespace hub;

class TestPortOwner : public QObject
{
    Q_OBJECT

private slots:
    void namesTheProcess();
    void isEmptyForAFreePort();
};

void TestPortOwner::namesTheProcess()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QCOMPARE(portOwner(server.serverPort()),
             QStringLiteral("tst_portowner (process %1)").arg(QCoreApplication::applicationPid()));
}

void TestPortOwner::isEmptyForAFreePort()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    QCOMPARE(portOwner(port), QString());
}

QTEST_GUILESS_MAIN(TestPortOwner)
#include "tst_portowner.moc"
