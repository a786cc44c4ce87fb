// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/localchannel.h"
#include "app/monitor/singleinstance.h"

#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>
#include <optional>

using app::InstanceRole;
using app::LocalChannel;
using app::Request;
using Command = app::Request::Command;
using Role = hub::Result<InstanceRole>;

Q_DECLARE_METATYPE(app::Request::Command)

namespace {

const QString name = QStringLiteral("heliograph");

/// Claims on a thread of its own, as another process does, while this thread serves events.
Role claimElsewhere(const QString &folder, const Request &request)
{
    std::optional<Role> role;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        LocalChannel channel(folder, name);
        role = channel.claim(request);
    }));
    QSignalSpy finished(thread.get(), &QThread::finished);
    thread->start();
    if (finished.isEmpty() && !finished.wait(30'000))
        qFatal("claim() does not return");
    thread->wait();
    return *role;
}

} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT

private slots:
    void passesRequestsOn_data();
    void passesRequestsOn();
    void replacesACrashedInstance();
    void failsWhenTheFirstDoesNotAnswer();
    void failsWithoutALock();
    void ignoresOtherText_data();
    void ignoresOtherText();
    void readsRequests_data();
    void readsRequests();
    void tokensAreChecked();
    void namesActions();
    void namesOnTheBusDiffer();
};

void TestSingleInstance::passesRequestsOn_data()
{
    QTest::addColumn<Command>("command");
    QTest::addColumn<QString>("link");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("show") << Command::Show << QString() << QByteArray();
    QTest::newRow("show with a token") << Command::Show << QString() << QByteArray("wayland-1_x");
    QTest::newRow("failures") << Command::ShowFailures << QString() << QByteArray("t");
    QTest::newRow("pause") << Command::PauseNotifications << QString() << QByteArray();
    QTest::newRow("resume") << Command::ResumeNotifications << QString() << QByteArray();
    QTest::newRow("link") << Command::OpenLink << "heliograph:job/a" << QByteArray("t");
}

void TestSingleInstance::passesRequestsOn()
{
    QFETCH(Command, command);
    QFETCH(QString, link);
    QFETCH(QByteArray, token);
    const QTemporaryDir folder;
    LocalChannel first(folder.path(), name);
    QSignalSpy requested(&first, &LocalChannel::requested);
    const Role role = first.claim({});
    QVERIFY(role && *role == InstanceRole::First);
    QCOMPARE(first.listenError(), QString());

    const Request request{command, link, token};
    const Role other = claimElsewhere(folder.path(), request);
    QVERIFY2(other, other ? "" : qPrintable(other.error().message));
    QCOMPARE(*other, InstanceRole::Second);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].value<Request>(), request);

    // A start that asks for nothing leaves the first instance alone.
    const Role quiet = claimElsewhere(folder.path(), {Command::None, {}, {}});
    QVERIFY(quiet && *quiet == InstanceRole::Second);
    QCOMPARE(requested.size(), 1);
}

void TestSingleInstance::replacesACrashedInstance()
{
    const QTemporaryDir folder;
    // A process that no longer exists left these files.
    QFile socket(folder.filePath(QStringLiteral("heliograph.socket")));
    QVERIFY(socket.open(QIODevice::WriteOnly));
    QFile lock(folder.filePath(QStringLiteral("heliograph.lock")));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("2000000000\nheliograph\n" + QSysInfo::machineHostName().toUtf8() + '\n'
               + QSysInfo::machineUniqueId() + '\n' + QSysInfo::bootUniqueId() + '\n');
    lock.close();
    LocalChannel first(folder.path(), name);
    const Role role = first.claim({});
    QVERIFY2(role, role ? "" : qPrintable(role.error().message));
    QCOMPARE(*role, InstanceRole::First);
    QCOMPARE(first.listenError(), QString());
    const Role other = claimElsewhere(folder.path(), {});
    QVERIFY(other && *other == InstanceRole::Second);
}

void TestSingleInstance::failsWhenTheFirstDoesNotAnswer()
{
    // The path of a socket has at most 107 bytes on Linux, so nobody can listen in this folder.
    const QTemporaryDir parent;
    const QString folder = parent.filePath(QString(150, QLatin1Char('x')));
    QVERIFY(QDir().mkdir(folder));
    LocalChannel first(folder, name);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cannot reach")));
    const Role role = first.claim({});
    QVERIFY(role && *role == InstanceRole::First);
    QVERIFY(!first.listenError().isEmpty());
    // A second instance is not first only because nobody listens.
    const Role other = claimElsewhere(folder, {});
    QVERIFY(!other);
    QCOMPARE(other.error().code, QByteArray("instance_unreachable"));
}

void TestSingleInstance::failsWithoutALock()
{
    LocalChannel channel(QStringLiteral("/nonexistent/folder"), name);
    const Role role = channel.claim({});
    QVERIFY(!role);
    QCOMPARE(role.error().code, QByteArray("instance_unclear"));
}

void TestSingleInstance::ignoresOtherText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("words") << QByteArray("cancel\n\n\n");
    QTest::newRow("HTTP") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("too long") << QByteArray(100'000, 'a');
}

void TestSingleInstance::ignoresOtherText()
{
    QFETCH(QByteArray, text);
    const QTemporaryDir folder;
    LocalChannel first(folder.path(), name);
    QSignalSpy requested(&first, &LocalChannel::requested);
    QVERIFY(first.claim({}));
    QLocalSocket socket;
    socket.connectToServer(folder.filePath(QStringLiteral("heliograph.socket")));
    socket.write(text);
    QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    QCOMPARE(socket.readAll(), QByteArray());
    QCOMPARE(requested.size(), 0);
    // The instance still takes requests.
    const Role other = claimElsewhere(folder.path(), {});
    QVERIFY(other && *other == InstanceRole::Second);
}

void TestSingleInstance::readsRequests_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("show") << QByteArray("show\n\n\n") << true;
    QTest::newRow("show with a token") << QByteArray("show\n\nabc\n") << true;
    QTest::newRow("link") << QByteArray("open\nheliograph:job/a\n\n") << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("cut off") << QByteArray("show\n\n") << false;
    QTest::newRow("no last newline") << QByteArray("show\n\nabc") << false;
    QTest::newRow("a line more") << QByteArray("show\n\n\n\n") << false;
    QTest::newRow("no command") << QByteArray("\n\n\n") << false;
    QTest::newRow("unknown command") << QByteArray("cancel\n\n\n") << false;
    QTest::newRow("no link") << QByteArray("open\n\n\n") << false;
    QTest::newRow("link of another command") << QByteArray("show\nheliograph:\n\n") << false;
    QTest::newRow("control character") << QByteArray("open\na\x01z\n\n") << false;
    QTest::newRow("token with a blank") << QByteArray("show\n\na b\n") << false;
    QTest::newRow("long token") << QByteArray("show\n\n" + QByteArray(1001, 'a') + '\n') << false;
    QTest::newRow("long link") << QByteArray("open\n" + QByteArray(1001, 'a') + "\n\n") << false;
}

void TestSingleInstance::readsRequests()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    const auto request = Request::fromWire(text);
    QCOMPARE(request.has_value(), valid);
    if (request)
        QCOMPARE(request->toWire(), text);
}

void TestSingleInstance::tokensAreChecked()
{
    QCOMPARE(app::activationToken("a_TIME12-3"), QByteArray("a_TIME12-3"));
    QCOMPARE(app::activationToken("a b"), QByteArray());
    QCOMPARE(app::activationToken("a\n"), QByteArray());
    QCOMPARE(app::activationToken(QByteArray(1001, 'a')), QByteArray());
    qputenv("XDG_ACTIVATION_TOKEN", "");
    qputenv("DESKTOP_STARTUP_ID", "x11");
    QCOMPARE(app::takeActivationToken(), QByteArray("x11"));
    qputenv("XDG_ACTIVATION_TOKEN", "wayland");
    QCOMPARE(app::takeActivationToken(), QByteArray("wayland"));
}

void TestSingleInstance::namesActions()
{
    for (const Command command :
         {Command::ShowFailures, Command::PauseNotifications, Command::ResumeNotifications}) {
        QVERIFY(!app::actionName(command).isEmpty());
        QCOMPARE(app::commandOfAction(app::actionName(command)), command);
    }
    for (const char *other : {"", "show", "open", "cancel"})
        QCOMPARE(app::commandOfAction(QLatin1String(other)), Command::None);
}

void TestSingleInstance::namesOnTheBusDiffer()
{
    using app::SingleInstance;
    const QTemporaryDir one;
    const QTemporaryDir two;
    QCOMPARE(SingleInstance::busName({}, {}), QStringLiteral("io.github.heliograph.Heliograph"));
    QCOMPARE(SingleInstance::busName(QStringLiteral("a-1"), {}),
             QStringLiteral("io.github.heliograph.Heliograph.profile-a-1"));
    const QString portable = SingleInstance::busName({}, one.path());
    QVERIFY(portable.startsWith(QStringLiteral("io.github.heliograph.Heliograph.portable-")));
    QVERIFY(portable != SingleInstance::busName({}, two.path()));
    QCOMPARE(portable, SingleInstance::busName({}, one.path() + QStringLiteral("/.")));
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
