// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/monitor.h"
#include "app/monitor/singleinstance.h"
#include "tests/support/httpcall.h"
#include "tests/support/hubrunner.h"
#include "tests/support/sessionbus.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/jobspage.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <csignal>

using Command = app::Request::Command;

namespace {

test::SessionBus *bus = nullptr; // main() owns it

const QString objectPath = QStringLiteral("/io/github/heliograph/Heliograph");
const QString application = QStringLiteral("org.freedesktop.Application");
const QString busObject = QStringLiteral("/org/freedesktop/DBus");
const QString busInterface = QStringLiteral("org.freedesktop.DBus");

/// Calls a function over a connection of its own, as the desktop does, while this thread serves
/// events.
QDBusMessage call(const QString &service, const QString &path, const QString &interface,
                  const QString &method, const QVariantList &arguments)
{
    QDBusConnection desktop =
        QDBusConnection::connectToBus(bus->address(), QStringLiteral("desktop"));
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setArguments(arguments);
    QDBusPendingCallWatcher watcher(desktop.asyncCall(message));
    QSignalSpy finished(&watcher, &QDBusPendingCallWatcher::finished);
    if (!watcher.isFinished() && !finished.wait(25'000))
        qFatal("no answer to %s", qUtf8Printable(method));
    return watcher.reply();
}

QDBusMessage callMonitor(const QString &profile, const QString &method,
                         const QVariantList &arguments)
{
    return call(app::SingleInstance::busName(profile, {}), objectPath, application, method,
                arguments);
}

QDBusMessage callBus(const QString &method, const QVariantList &arguments = {})
{
    return call(busInterface, busObject, busInterface, method, arguments);
}

/// The exit code and the output of the real program.
struct Run
{
    int code;
    QByteArray output;
};

/// Runs the real program as a second start, until it ends, while this thread serves events.
Run runProgram(const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(QStringLiteral("XDG_ACTIVATION_TOKEN"), QStringLiteral("token-1"));
    process.setProcessEnvironment(variables);
    process.setProcessChannelMode(QProcess::MergedChannels);
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(qEnvironmentVariable("HELIOGRAPH_BIN") + QStringLiteral("/heliograph"),
                  arguments);
    if (!finished.wait(30'000)) {
        process.kill();
        process.waitForFinished();
        return {-1, process.readAll()};
    }
    return {process.exitCode(), process.readAll()};
}

/// The first instance, in this process, with a profile and a hub of its own.
struct First
{
    QTemporaryDir home;
    test::HubRunner hub;
    QString profile;
    app::SingleInstance instance;
    std::unique_ptr<app::Monitor> monitor;
    QSignalSpy requested{&instance, &app::SingleInstance::requested};

    explicit First(const QString &name) : profile(name), instance(name)
    {
        qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
        QCOMPARE(test::httpCall(hub.url(), "POST", "/api/v1/jobs", R"({"job_id":"job-1"})").status,
                 201);
        const auto role = instance.claim({});
        QVERIFY(role && *role == app::InstanceRole::First);
        app::MonitorOptions options;
        options.hub = hub.url();
        options.embedded = false;
        monitor = std::make_unique<app::Monitor>(options);
        QObject::connect(&instance, &app::SingleInstance::requested, monitor.get(),
                         &app::Monitor::handle);
        monitor->start();
    }
    ui::MainWindow &window() { return *monitor->window(); }
    bool isPaused()
    {
        return window().findChild<QToolButton *>(QStringLiteral("paused"))->isVisible();
    }
    app::Request lastRequest() const { return requested.last()[0].value<app::Request>(); }
    Run start(QStringList arguments)
    {
        return runProgram(arguments << QStringLiteral("--profile") << profile);
    }
};

} // namespace

class TestSessionBus : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void secondStartPassesItsRequest();
    void desktopCallsTheWindow();
    void wrongCallsGetErrors();
    void wrongLinkIsRefusedAtOnce();
    void busStartsTheProgram();
};

void TestSessionBus::initTestCase()
{
    if (!bus->isRunning())
        QSKIP("dbus-daemon is not installed");
}

void TestSessionBus::secondStartPassesItsRequest()
{
    First first(QStringLiteral("second"));
    first.window().hide();
    Run run = first.start({});
    QVERIFY2(run.code == 0, run.output.constData());
    QVERIFY(first.window().isVisible());
    QCOMPARE(first.lastRequest(), (app::Request{Command::Show, {}, "token-1"}));

    run = first.start({QStringLiteral("heliograph:job/job-1")});
    QVERIFY2(run.code == 0, run.output.constData());
    QTRY_COMPARE(first.window().jobsPage()->table()->currentJob(), QByteArray("job-1"));
    QCOMPARE(first.lastRequest().token, QByteArray("token-1"));

    QCOMPARE(first.start({QStringLiteral("--show-failures")}).code, 0);
    QVERIFY(first.window().findChild<QToolButton *>(QStringLiteral("Failed"))->isChecked());
    QCOMPARE(first.start({QStringLiteral("--pause-notifications")}).code, 0);
    QVERIFY(first.isPaused());
    QCOMPARE(first.start({QStringLiteral("--resume-notifications")}).code, 0);
    QVERIFY(!first.isPaused());

    // A second activation by D-Bus asks for nothing.
    const qsizetype before = first.requested.size();
    QCOMPARE(first.start({QStringLiteral("--service")}).code, 0);
    QCOMPARE(first.requested.size(), before);
}

void TestSessionBus::desktopCallsTheWindow()
{
    First first(QStringLiteral("desktop"));
    const QVariantMap data{{QStringLiteral("activation-token"), QStringLiteral("token-2")},
                           {QStringLiteral("desktop-startup-id"), QStringLiteral("id")}};
    first.window().hide();
    QDBusMessage reply = callMonitor(first.profile, QStringLiteral("Activate"), {data});
    QVERIFY2(reply.type() == QDBusMessage::ReplyMessage, qPrintable(reply.errorMessage()));
    QVERIFY(first.window().isVisible());
    QCOMPARE(first.lastRequest().token, QByteArray("token-2"));

    const QVariantMap old{{QStringLiteral("desktop-startup-id"), QStringLiteral("id_TIME1")}};
    callMonitor(first.profile, QStringLiteral("Activate"), {old});
    QCOMPARE(first.lastRequest().token, QByteArray("id_TIME1"));

    callMonitor(first.profile, QStringLiteral("Open"),
                {QStringList{QStringLiteral("heliograph:job/job-1")}, data});
    QTRY_COMPARE(first.window().jobsPage()->table()->currentJob(), QByteArray("job-1"));
    const auto act = [&](const char *action) {
        return callMonitor(first.profile, QStringLiteral("ActivateAction"),
                           {QString::fromLatin1(action), QVariantList(), data});
    };
    QCOMPARE(act("show-failures").type(), QDBusMessage::ReplyMessage);
    QVERIFY(first.window().findChild<QToolButton *>(QStringLiteral("Failed"))->isChecked());
    QCOMPARE(act("pause-notifications").type(), QDBusMessage::ReplyMessage);
    QVERIFY(first.isPaused());
    QCOMPARE(act("resume-notifications").type(), QDBusMessage::ReplyMessage);
    QVERIFY(!first.isPaused());
}

void TestSessionBus::wrongCallsGetErrors()
{
    First first(QStringLiteral("wrong"));
    const qsizetype before = first.requested.size();
    const auto refused = [&](const char *method, const QVariantList &arguments) {
        const QDBusMessage reply =
            callMonitor(first.profile, QString::fromLatin1(method), arguments);
        return reply.type() == QDBusMessage::ErrorMessage && first.requested.size() == before;
    };
    const QVariantMap none;
    QVERIFY(refused("ActivateAction", {QStringLiteral("cancel"), QVariantList(), none}));
    QVERIFY(refused("ActivateAction", {QStringLiteral("show"), QVariantList(), none}));
    QVERIFY(refused("ActivateAction", {QStringLiteral("show-failures"), QVariantList{1}, none}));
    QVERIFY(refused("Open", {QStringList(), none}));
    QVERIFY(refused("Open", {QStringList(11, QStringLiteral("heliograph:")), none}));
    QVERIFY(refused("Quit", {none}));
    // A link that is wrong is explained in the window.
    callMonitor(first.profile, QStringLiteral("Open"),
                {QStringList{QStringLiteral("heliograph://evil.example")}, none});
    QTRY_VERIFY(first.window().banner()->text().contains(QStringLiteral("cannot name a hub")));
}

void TestSessionBus::wrongLinkIsRefusedAtOnce()
{
    const Run run = runProgram({QStringLiteral("https://example.org/")});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.output.contains("does not begin with heliograph:"), run.output.constData());
}

void TestSessionBus::busStartsTheProgram()
{
    // GIVEN a service file, as the package installs it
    test::HubRunner hub;
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
    const QString profile = QStringLiteral("activated");
    const QString name = app::SingleInstance::busName(profile, {});
    bus->addService(
        name, QStringLiteral("%1/heliograph --service --profile %2 --hub %3")
                  .arg(qEnvironmentVariable("HELIOGRAPH_BIN"), profile, hub.url().toString()));
    callBus(QStringLiteral("ReloadConfig"));
    const auto streams = [&] {
        const QByteArray body = test::httpCall(hub.url(), "GET", "/api/v1/admin/connections").body;
        return body.count("\"user_agent\"");
    };
    // WHEN the desktop calls the name that nobody has
    const QDBusMessage reply = callMonitor(profile, QStringLiteral("Activate"), {QVariantMap()});
    // THEN the bus starts the program, which answers and connects
    QVERIFY2(reply.type() == QDBusMessage::ReplyMessage, qPrintable(reply.errorMessage()));
    QTRY_VERIFY_WITH_TIMEOUT(streams() > 0, 20'000);
    // THEN a start by hand finds it
    QCOMPARE(runProgram({QStringLiteral("--profile"), profile}).code, 0);
    // WHEN it is asked to end
    const auto pid = callBus(QStringLiteral("GetConnectionUnixProcessID"), {name})
                         .arguments()
                         .value(0)
                         .toLongLong();
    QVERIFY(pid > 1);
    ::kill(static_cast<pid_t>(pid), SIGTERM);
    // THEN the name is free again
    QTRY_VERIFY_WITH_TIMEOUT(
        !callBus(QStringLiteral("NameHasOwner"), {name}).arguments().value(0).toBool(), 20'000);
}

int main(int argc, char *argv[])
{
    test::SessionBus started;
    bus = &started;
    // Everything in this process and its children uses the private bus.
    qputenv("DBUS_SESSION_BUS_ADDRESS", started.address().toLocal8Bit());
    QApplication application(argc, argv);
    TestSessionBus test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sessionbus.moc"
