// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>

#include <csignal>
#endif

namespace test {

/// A session bus for one test: `dbus-daemon` as a process that ends with the test. Needs no
/// application object.
class SessionBus
{
public:
    /// Starts the bus. isRunning() tells whether that succeeded.
    SessionBus()
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (program.isEmpty())
            return;
        writeFile(QStringLiteral("session.conf"), configuration());
#ifdef Q_OS_LINUX
        m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
        m_process.start(program, {QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                                  QStringLiteral("--config-file=")
                                      + m_dir.filePath(QStringLiteral("session.conf"))});
        while (!m_process.canReadLine() && m_process.waitForReadyRead(10'000)) { }
        m_address = QString::fromUtf8(m_process.readLine().trimmed());
    }
    ~SessionBus()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    bool isRunning() const
    {
        return !m_address.isEmpty();
    }
    QString address() const
    {
        return m_address;
    }

    /// Lets the bus start `command` for `name`. The bus reads the file when it reloads its
    /// configuration.
    void addService(const QString &name, const QString &command)
    {
        writeFile(name + QStringLiteral(".service"),
                  QStringLiteral("[D-BUS Service]\nName=%1\nExec=%2\n").arg(name, command));
    }

private:
    QString configuration() const
    {
        return QStringLiteral("<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus "
                              "Configuration 1.0//EN\" "
                              "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n"
                              "<busconfig><type>session</type><listen>unix:dir=%1</listen>"
                              "<servicedir>%1</servicedir><policy context=\"default\">"
                              "<allow send_destination=\"*\" eavesdrop=\"true\"/>"
                              "<allow eavesdrop=\"true\"/><allow own=\"*\"/>"
                              "</policy></busconfig>\n")
            .arg(m_dir.path());
    }
    void writeFile(const QString &name, const QString &text)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            qFatal("cannot write %s", qUtf8Printable(file.fileName()));
    }

    QTemporaryDir m_dir;
    QProcess m_process;
    QString m_address;
};

} // namespace test
