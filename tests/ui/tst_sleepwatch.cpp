// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/sleepwatch.h"
#include "tests/support/sessionbus.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

namespace {

void send(const QDBusConnection &from, bool begins)
{
    QDBusMessage signal = QDBusMessage::createSignal(
        QStringLiteral("/org/freedesktop/login1"), QStringLiteral("org.freedesktop.login1.Manager"),
        QStringLiteral("PrepareForSleep"));
    signal << begins;
    QVERIFY(from.send(signal));
}

} // namespace

class TestSleepWatch : public QObject
{
    Q_OBJECT

private slots:
    void resumeIsToldByLogind();
};

void TestSleepWatch::resumeIsToldByLogind()
{
    const test::SessionBus bus; // stands for the system bus
    if (!bus.isRunning())
        QSKIP("dbus-daemon is not installed");
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address().toUtf8());
    const auto join = [&bus](const char *name) {
        return QDBusConnection::connectToBus(bus.address(), QString::fromLatin1(name));
    };
    QDBusConnection logind = join("logind");
    QVERIFY(logind.registerService(QStringLiteral("org.freedesktop.login1")));
    const QDBusConnection other = join("other");
    app::SleepWatch watch;
    QSignalSpy woke(&watch, &app::SleepWatch::woke);
    send(other, false); // does not own the name
    // The answer to a call shows that the bus has passed on the signal.
    QVERIFY(other.interface()->isServiceRegistered(QStringLiteral("org.freedesktop.login1")));
    send(logind, true);
    send(logind, false);
    QTRY_COMPARE(woke.size(), 1);
    send(logind, false);
    QTRY_COMPARE(woke.size(), 2); // the signals before it have arrived too
}

QTEST_GUILESS_MAIN(TestSleepWatch)
#include "tst_sleepwatch.moc"
