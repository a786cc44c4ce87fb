// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusReply>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <memory>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>

#include <csignal>
#endif

namespace test {

/// A call that a MockService got.
struct MockCall
{
    qulonglong second = 0;
    QVariantList arguments;
};

inline QDBusArgument &operator<<(QDBusArgument &to, const MockCall &call)
{
    to.beginStructure();
    to << call.second << call.arguments;
    to.endStructure();
    return to;
}

inline const QDBusArgument &operator>>(const QDBusArgument &from, MockCall &call)
{
    from.beginStructure();
    from >> call.second >> call.arguments;
    from.endStructure();
    return from;
}

/// A service on the session bus that the program `dbusmock` plays, as a process that ends with this
/// object. Records its calls and emits any signal. The bus of DBUS_SESSION_BUS_ADDRESS must be that
/// of the test.
class MockService
{
public:
    /// Returns whether Debian's python3-dbusmock is installed.
    static bool isInstalled()
    {
        QProcess python;
        python.start(interpreter(), {QStringLiteral("-c"), QStringLiteral("import dbusmock")});
        return python.waitForFinished() && python.exitStatus() == QProcess::NormalExit
               && python.exitCode() == 0;
    }

    /// Starts the service and waits for its name. `arguments` are those of `python3 -m dbusmock`.
    MockService(const QString &name, const QString &path, const QStringList &arguments)
        : m_name(name)
        , m_path(path)
        , m_bus(QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"),
                                              QStringLiteral("mock")))
    {
        qDBusRegisterMetaType<MockCall>();
        qDBusRegisterMetaType<QList<MockCall>>();
#ifdef Q_OS_LINUX
        m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(interpreter(), QStringList{QStringLiteral("-m"), QStringLiteral("dbusmock"),
                                                   QStringLiteral("--session")}
                                           << arguments);
        if (!QTest::qWaitFor([this] { return isOnBus(); }, 20'000))
            qFatal("dbusmock did not start %s", qUtf8Printable(name));
    }
    ~MockService()
    {
        stop();
    }

    /// Returns a notification server with these abilities.
    static std::unique_ptr<MockService> notifications(const QString &capabilities)
    {
        return std::make_unique<MockService>(
            QStringLiteral("org.freedesktop.Notifications"),
            QStringLiteral("/org/freedesktop/Notifications"),
            QStringList{QStringLiteral("--template"), QStringLiteral("notification_daemon"),
                        QStringLiteral("--parameters"),
                        QStringLiteral("{\"capabilities\": \"%1\"}").arg(capabilities)});
    }
    /// Returns a notification server that gives every notice the id 5, and runs `before` (Python)
    /// before it answers.
    static std::unique_ptr<MockService> notificationsAfter(const QString &before)
    {
        const QString name = QStringLiteral("org.freedesktop.Notifications");
        const QString path = QStringLiteral("/org/freedesktop/Notifications");
        auto server = std::make_unique<MockService>(name, path, QStringList{name, path, name});
        server->addMethod(QStringLiteral("GetCapabilities"), {}, QStringLiteral("as"),
                          QStringLiteral("ret = ['body', 'actions']"));
        server->addMethod(QStringLiteral("Notify"), QStringLiteral("susssasa{sv}i"),
                          QStringLiteral("u"), before + QStringLiteral("\nret = 5"));
        return server;
    }
    /// Returns the watcher of tray icons; it has no panel yet.
    static std::unique_ptr<MockService> trayWatcher()
    {
        const QString name = QStringLiteral("org.kde.StatusNotifierWatcher");
        const QString path = QStringLiteral("/StatusNotifierWatcher");
        return std::make_unique<MockService>(name, path, QStringList{name, path, name});
    }

    /// Ends the service. Its name is free then.
    void stop()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    /// Returns the arguments of all calls of a method.
    QList<QVariantList> calls(const QString &method) const
    {
        const QDBusMessage reply = ask(QStringLiteral("GetMethodCalls"), {method});
        QList<QVariantList> found;
        const auto list = qdbus_cast<QList<MockCall>>(reply.arguments().value(0));
        for (const MockCall &call : list)
            found << call.arguments;
        return found;
    }
    void emitSignal(const QString &signal, const QString &signature,
                    const QVariantList &arguments) const
    {
        ask(QStringLiteral("EmitSignal"), {m_name, signal, signature, QVariant(arguments)});
    }
    /// Adds a method whose body is Python code. The types are signatures of D-Bus.
    void addMethod(const QString &method, const QString &takes, const QString &returns,
                   const QString &code) const
    {
        ask(QStringLiteral("AddMethod"), {m_name, method, takes, returns, code});
    }
    void addProperty(const QString &property, const QVariant &value) const
    {
        ask(QStringLiteral("AddProperty"),
            {m_name, property, QVariant::fromValue(QDBusVariant(value))});
    }
    void setProperty(const QString &property, const QVariant &value) const
    {
        ask(QStringLiteral("UpdateProperties"), {m_name, QVariant(QVariantMap{{property, value}})});
    }

private:
    /// Debian's modules are those of its own interpreter.
    static QString interpreter()
    {
        const QString debian = QStringLiteral("/usr/bin/python3");
        return QFileInfo::exists(debian) ? debian : QStringLiteral("python3");
    }
    bool isOnBus() const
    {
        return m_bus.interface()->serviceOwner(m_name).isValid();
    }
    QDBusMessage ask(const QString &method, const QVariantList &arguments) const
    {
        QDBusMessage call = QDBusMessage::createMethodCall(
            m_name, m_path, QStringLiteral("org.freedesktop.DBus.Mock"), method);
        call.setArguments(arguments);
        QDBusMessage reply = m_bus.call(call);
        if (reply.type() != QDBusMessage::ReplyMessage)
            qFatal("%s: %s", qUtf8Printable(method), qUtf8Printable(reply.errorMessage()));
        return reply;
    }

    QString m_name;
    QString m_path;
    QDBusConnection m_bus;
    QProcess m_process;
};

} // namespace test

Q_DECLARE_METATYPE(test::MockCall)
