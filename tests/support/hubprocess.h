// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>

#if defined(Q_OS_LINUX) && !defined(HELIOGRAPH_PORTABLE)
#include <sys/prctl.h>

#include <csignal>
#endif

namespace test {

/// `heliographd` as a separate process, for tests of kill -9, signals and exit codes. The kernel
/// kills it when this process ends.
class HubProcess
{
public:
    /// The result of a run until the process ended by itself.
    struct Finished
    {
        int code = -1; ///< -1 = it crashed or still runs.
        QByteArray output;
    };

    /// Starts the hub on `dataDir` and waits until it listens; ends the test program when it does
    /// not within 30 s. Port 0 = any free port. `more` are further arguments.
    explicit HubProcess(const QString &dataDir, quint16 port = 0, const QStringList &more = {})
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.setProcessEnvironment(environment());
#if defined(Q_OS_LINUX) && !defined(HELIOGRAPH_PORTABLE)
        m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
        m_process.start(program(),
                        QStringList{QStringLiteral("--data"), dataDir, QStringLiteral("--listen"),
                                    QStringLiteral("127.0.0.1:%1").arg(port)}
                            + more);
        static const QRegularExpression listening(
            QStringLiteral("listening on (https?://[0-9.:]+)"));
        const bool told = QTest::qWaitFor(
            [this] {
                m_output += m_process.readAll();
                const auto match = listening.match(QString::fromUtf8(m_output));
                m_url = QUrl(match.captured(1));
                return match.hasMatch() || m_process.state() == QProcess::NotRunning;
            },
            30'000);
        if (!told || !m_url.isValid())
            qFatal("heliographd does not listen: %s", m_output.constData());
    }
    ~HubProcess()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    static QString program()
    {
        return qEnvironmentVariable("HELIOGRAPH_BIN") + QStringLiteral("/heliographd");
    }

    /// Runs the hub with these arguments until it ends, at most 20 s.
    static Finished run(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program(), arguments);
        const bool ended = process.waitForFinished(20'000);
        return {ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAll()};
    }
    /// Runs the hub on a data directory with which it cannot start, until it ends.
    static Finished runOn(const QString &dataDir)
    {
        return run({QStringLiteral("--data"), dataDir, QStringLiteral("--listen"),
                    QStringLiteral("127.0.0.1:0")});
    }

    QUrl url() const
    {
        return m_url;
    }
    QProcess &process()
    {
        return m_process;
    }
    QByteArray output()
    {
        m_output += m_process.readAll();
        return m_output;
    }
    bool waitForExit(int ms)
    {
        return QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, ms);
    }

private:
    /// Stopping the hub closes all streams at once, unless the test sets a drain time.
    static QProcessEnvironment environment()
    {
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        const QString drain = QStringLiteral("HELIOGRAPH_LIMITS_DRAIN_S");
        if (!variables.contains(drain))
            variables.insert(drain, QStringLiteral("0"));
        return variables;
    }

    QProcess m_process;
    QByteArray m_output;
    QUrl m_url;
};

} // namespace test
