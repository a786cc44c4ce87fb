// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/mockservice.h"
#include "tests/support/sessionbus.h"
#include "ui/widgets/busnotifier.h"
#include "ui/widgets/trayhost.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using ui::Notice;
using ui::NoticeTopic;

namespace {

test::SessionBus *bus = nullptr; // main() owns it

const QString everything = QStringLiteral("body body-markup actions");

/// Records what the server does not take.
class Fallback : public ui::Notifier
{
public:
    void show(const Notice &notice) override { shown << notice; }
    void withdraw() override { shown.clear(); }

    QList<Notice> shown;
};

struct Fixture
{
    Fallback fallback;
    ui::BusNotifier notifier{QDBusConnection::sessionBus(), &fallback};
    QSignalSpy closed{&notifier, &ui::Notifier::closed};
    QSignalSpy wanted{&notifier, &ui::Notifier::showWanted};
    QSignalSpy copied{&notifier, &ui::Notifier::copyWanted};
    QSignalSpy muted{&notifier, &ui::Notifier::muteWanted};

    /// Shows a notice, and returns the arguments of the call that the server got.
    QVariantList show(const test::MockService &server, const Notice &notice)
    {
        const qsizetype before = notifications(server).size();
        notifier.show(notice);
        if (!QTest::qWaitFor([&] { return notifications(server).size() > before; }))
            qFatal("the server got no notification");
        return notifications(server).value(before);
    }
    static QList<QVariantList> notifications(const test::MockService &server)
    {
        return server.calls(QStringLiteral("Notify"));
    }
};

void invoke(const test::MockService &server, uint id, const char *action)
{
    server.emitSignal(QStringLiteral("ActionInvoked"), QStringLiteral("us"),
                      {id, QString::fromLatin1(action)});
}

Notice failedJob()
{
    Notice notice{QStringLiteral("Job a failed"), QStringLiteral("<b>1 < 2</b> & 3"), "a", true};
    notice.error = QStringLiteral("CUDA_OOM");
    return notice;
}

Notice digest(const char *title)
{
    return {QString::fromLatin1(title), {}, {}, true, NoticeTopic::Digest};
}

} // namespace

/// The client of org.freedesktop.Notifications and the one of the tray, against dbusmock.
class TestNotifier : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void offersActionsAndEscapesMarkup();
    void respectsWhatTheServerCannotDo();
    void actionsAreCarriedOut();
    void foreignNotificationsAreIgnored();
    void signalsMayComeBeforeTheAnswer();
    void digestsReplaceEachOther();
    void withdrawnNoticesAreClosed();
    void aNoticeOnItsWayIsWithdrawn();
    void serverMayRestart();
    void withoutAServerTheFallbackShows();
    void waitingNoticesAreBounded();
    void followsThePanel();
};

void TestNotifier::initTestCase()
{
    if (!bus->isRunning() || !test::MockService::isInstalled())
        QSKIP("dbus-daemon or python3-dbusmock is not installed");
}

void TestNotifier::offersActionsAndEscapesMarkup()
{
    const auto server = test::MockService::notifications(everything);
    Fixture f;
    const QVariantList call = f.show(*server, failedJob());
    QCOMPARE(call.size(), 8);
    QCOMPARE(call[1].toUInt(), 0U);
    QCOMPARE(call[3].toString(), QStringLiteral("Job a failed"));
    QCOMPARE(call[4].toString(), QStringLiteral("&lt;b&gt;1 &lt; 2&lt;/b&gt; &amp; 3"));
    const QStringList actions = call[5].toStringList();
    QCOMPARE(actions.value(0), QStringLiteral("default"));
    QVERIFY(actions.contains(QStringLiteral("show")) && actions.contains(QStringLiteral("copy"))
            && actions.contains(QStringLiteral("mute")));
    const auto hints = qdbus_cast<QVariantMap>(call[6]);
    QCOMPARE(hints.value(QStringLiteral("desktop-entry")).toString(),
             QGuiApplication::desktopFileName());
    QCOMPARE(hints.value(QStringLiteral("urgency")).toUInt(), 1U);
    // A notice without an error has no error to copy, and a digest is not urgent.
    Notice done{QStringLiteral("3 completed"), {}, {}, false, NoticeTopic::Digest};
    const QVariantList other = f.show(*server, done);
    QVERIFY(!other[5].toStringList().contains(QStringLiteral("copy")));
    QCOMPARE(qdbus_cast<QVariantMap>(other[6]).value(QStringLiteral("urgency")).toUInt(), 0U);
}

void TestNotifier::respectsWhatTheServerCannotDo()
{
    {
        const auto server = test::MockService::notifications(QStringLiteral("body"));
        Fixture f;
        const QVariantList call = f.show(*server, failedJob());
        QCOMPARE(call.value(4).toString(), failedJob().text);
        QVERIFY(call.value(5).toStringList().isEmpty());
    }
    const auto server = test::MockService::notifications(QStringLiteral("sound"));
    Fixture f;
    const QVariantList call = f.show(*server, failedJob());
    QCOMPARE(call.value(3).toString(), QStringLiteral("Job a failed: <b>1 < 2</b> & 3"));
    QVERIFY(call.value(4).toString().isEmpty());
}

void TestNotifier::actionsAreCarriedOut()
{
    const auto server = test::MockService::notifications(everything);
    Fixture f;
    f.show(*server, failedJob());
    server->emitSignal(QStringLiteral("ActivationToken"), QStringLiteral("us"),
                       {1U, QStringLiteral("token-1")});
    invoke(*server, 1, "show");
    QTRY_COMPARE(f.wanted.size(), 1);
    QCOMPARE(f.wanted[0][0].value<Notice>(), failedJob());
    QCOMPARE(f.wanted[0][1].toByteArray(), QByteArray("token-1"));
    invoke(*server, 1, "default");
    QTRY_COMPARE(f.wanted.size(), 2);
    QVERIFY(f.wanted[1][1].toByteArray().isEmpty()); // a token is valid once
    invoke(*server, 1, "copy");
    QTRY_COMPARE(f.copied.size(), 1);
    QCOMPARE(f.copied[0][0].value<Notice>().error, QStringLiteral("CUDA_OOM"));
    invoke(*server, 1, "mute");
    QTRY_COMPARE(f.muted.size(), 1);
    QCOMPARE(f.wanted.size(), 2);
}

void TestNotifier::foreignNotificationsAreIgnored()
{
    const auto server = test::MockService::notifications(everything);
    Fixture f;
    f.show(*server, failedJob());
    invoke(*server, 77, "show");
    server->emitSignal(QStringLiteral("NotificationClosed"), QStringLiteral("uu"), {77U, 2U});
    invoke(*server, 1, "unknown");
    invoke(*server, 1, "mute");
    QTRY_COMPARE(f.muted.size(), 1); // it came after the others
    QCOMPARE(f.wanted.size(), 0);
    QCOMPARE(f.closed.size(), 0);
}

void TestNotifier::signalsMayComeBeforeTheAnswer()
{
    const auto server = test::MockService::notificationsAfter(QStringLiteral(
        "for id, key in ((5, 'show'), (6, 'show'), (5, 'mute')):\n"
        "    self.EmitSignal('org.freedesktop.Notifications', 'ActionInvoked', 'us', [id, key])\n"
        "self.EmitSignal('org.freedesktop.Notifications', 'NotificationClosed', 'uu', [5, 2])"));
    Fixture f;
    f.show(*server, failedJob());
    QTRY_COMPARE(f.closed.size(), 1);
    QCOMPARE(f.wanted.size(), 1);
    QCOMPARE(f.muted.size(), 1);
}

void TestNotifier::digestsReplaceEachOther()
{
    const auto server = test::MockService::notifications(everything);
    Fixture f;
    f.show(*server, failedJob());
    QCOMPARE(f.show(*server, digest("1"))[1].toUInt(), 0U);
    QCOMPARE(f.show(*server, failedJob())[1].toUInt(), 0U);
    QCOMPARE(f.show(*server, digest("2"))[1].toUInt(), 2U);
    Notice lost = digest("lost");
    lost.topic = NoticeTopic::Link;
    QCOMPARE(f.show(*server, lost)[1].toUInt(), 0U);
    QCOMPARE(f.show(*server, lost)[1].toUInt(), 4U);
    // WHEN the digest is closed THEN the next one is a new one
    server->emitSignal(QStringLiteral("NotificationClosed"), QStringLiteral("uu"), {2U, 2U});
    QTRY_COMPARE(f.closed.size(), 1);
    QCOMPARE(f.closed[0][0].value<NoticeTopic>(), NoticeTopic::Digest);
    QCOMPARE(f.show(*server, digest("3"))[1].toUInt(), 0U);
}

void TestNotifier::withdrawnNoticesAreClosed()
{
    const auto server = test::MockService::notifications(everything);
    Fixture f;
    f.show(*server, failedJob());
    f.show(*server, digest("3 jobs failed"));
    f.notifier.withdraw();
    QTRY_COMPARE(f.closed.size(), 2);
    QCOMPARE(server->calls(QStringLiteral("CloseNotification")).size(), 2);
    f.show(*server, failedJob()); // later notices are shown again
}

void TestNotifier::aNoticeOnItsWayIsWithdrawn()
{
    const auto server = test::MockService::notifications(everything);
    Fixture f;
    f.notifier.show(digest("3 jobs failed"));
    f.notifier.show(failedJob());
    QTRY_VERIFY(!Fixture::notifications(*server)
                     .isEmpty()); // the server has one, and its answer is not read
    f.notifier.withdraw();
    f.show(*server, digest("4 jobs failed"));
    QStringList titles;
    for (const QVariantList &call : Fixture::notifications(*server))
        titles << call.value(3).toString();
    QTRY_COMPARE(server->calls(QStringLiteral("CloseNotification")).size(), titles.size() - 1);
    QCOMPARE(titles.last(), QStringLiteral("4 jobs failed"));
    QVERIFY(f.fallback.shown.isEmpty());
}

void TestNotifier::serverMayRestart()
{
    auto server = test::MockService::notifications(everything);
    Fixture f;
    f.show(*server, digest("1"));
    server->stop();
    QTRY_COMPARE(f.closed.size(), 1);
    server = test::MockService::notifications(QStringLiteral("body"));
    const QVariantList call = f.show(*server, digest("2"));
    QCOMPARE(call.value(3).toString(), QStringLiteral("2"));
    QCOMPARE(call.value(1).toUInt(), 0U); // the id of the old server means nothing
    QVERIFY(call.value(5).toStringList().isEmpty());
    QVERIFY(f.fallback.shown.isEmpty());
}

void TestNotifier::withoutAServerTheFallbackShows()
{
    Fixture f;
    f.notifier.show(failedJob());
    f.notifier.show(digest("1"));
    QTRY_COMPARE(f.fallback.shown.size(), 2);
    QCOMPARE(f.fallback.shown[0], failedJob());
    // WHEN a server starts THEN it gets the next one
    const auto server = test::MockService::notifications(everything);
    QCOMPARE(f.show(*server, digest("2")).value(3).toString(), QStringLiteral("2"));
    QCOMPARE(f.fallback.shown.size(), 2);
}

void TestNotifier::waitingNoticesAreBounded()
{
    Fixture f;
    for (int i = 0; i < 50; ++i)
        f.notifier.show(digest("x"));
    f.notifier.show(failedJob());
    QTRY_COMPARE(f.fallback.shown.size(), ui::BusNotifier::maxWaiting);
    QCOMPARE(f.fallback.shown.last(), failedJob());
}

void TestNotifier::followsThePanel()
{
    const QString property = QStringLiteral("IsStatusNotifierHostRegistered");
    ui::TrayHost host;
    QSignalSpy appeared(&host, &ui::TrayHost::appeared);
    QSignalSpy vanished(&host, &ui::TrayHost::vanished);
    QVERIFY(!host.isPresent() && !host.isDecided());
    auto watcher = test::MockService::trayWatcher();
    watcher->addProperty(property, true);
    watcher->emitSignal(QStringLiteral("StatusNotifierHostRegistered"), {}, {});
    QTRY_VERIFY(host.isPresent());
    QCOMPARE(appeared.size(), 1);
    watcher->setProperty(property, false);
    watcher->emitSignal(QStringLiteral("StatusNotifierHostUnregistered"), {}, {});
    QTRY_COMPARE(vanished.size(), 1);
    watcher->setProperty(property, true);
    watcher->emitSignal(QStringLiteral("StatusNotifierHostRegistered"), {}, {});
    QTRY_COMPARE(appeared.size(), 2);
    // WHEN the watcher ends and starts again THEN the icon is made again
    watcher->stop();
    QTRY_COMPARE(vanished.size(), 2);
    watcher = test::MockService::trayWatcher();
    watcher->addProperty(property, true);
    watcher->emitSignal(QStringLiteral("StatusNotifierHostRegistered"), {}, {});
    QTRY_COMPARE(appeared.size(), 3);
}

int main(int argc, char *argv[])
{
    test::SessionBus started;
    bus = &started;
    qputenv("DBUS_SESSION_BUS_ADDRESS", started.address().toLocal8Bit());
    QApplication application(argc, argv);
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.heliograph.Heliograph"));
    TestNotifier test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_notifier.moc"
