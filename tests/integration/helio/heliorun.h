// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QTest>
#include <QUrl>

namespace test {

/// One run of `helio` against a hub. lines() returns its output so far.
class Helio
{
public:
    Helio(const QUrl &hub, const QStringList &words)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HELIOGRAPH_URL"), hub.toString());
        m_process.setProcessEnvironment(environment);
        m_process.start(qEnvironmentVariable("HELIOGRAPH_BIN") + QStringLiteral("/helio"), words);
    }
    ~Helio()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// Waits until it has ended and returns its exit code; -1 when it did not end in 30 s or
    /// crashed.
    int exitCode()
    {
        const bool ended =
            QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, 30'000);
        return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    QByteArrayList lines()
    {
        m_out += m_process.readAllStandardOutput();
        QByteArrayList all = m_out.split('\n');
        all.removeLast(); // an unfinished line, or the empty text after the last one
        return all;
    }
    QByteArray complaints()
    {
        m_err += m_process.readAllStandardError();
        return m_err;
    }
    QProcess &process() { return m_process; }

private:
    QProcess m_process;
    QByteArray m_out;
    QByteArray m_err;
};

} // namespace test
