// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/hubprocess.h"

#include <QFile>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <map>
#include <string>
#include <vector>

namespace test {

/// `heliographd`, started as a service manager starts it: with a listening socket at descriptor 3,
/// and with `LISTEN_PID` set to its process id. Its output goes to the file `log` in `dataDir`. The
/// kernel kills it when this process ends.
class ActivatedHub
{
public:
    using Variables = std::map<std::string, std::string>;

    /// `socket` is the descriptor to pass; a negative one passes none. `variables` override the
    /// environment of this process.
    ActivatedHub(const QString &dataDir, int socket, Variables variables = {},
                 const char *listenPid = "$$")
        : m_log(dataDir + QStringLiteral("/log"))
    {
        variables.try_emplace("LISTEN_FDS", "1");
        std::vector<std::string> environment;
        for (char **variable = environ; *variable; ++variable)
            environment.emplace_back(*variable);
        for (const auto &[name, value] : variables)
            environment.push_back(name + '=' + value);
        const std::string script =
            std::string("LISTEN_PID=") + listenPid
            + R"( exec setpriv --pdeathsig KILL "$0" --listen systemd --data "$1")";
        std::vector<std::string> words{"sh", "-c", script, HubProcess::program().toStdString(),
                                       dataDir.toStdString()};
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_addopen(&actions, 2, m_log.toUtf8().constData(),
                                           O_WRONLY | O_CREAT | O_APPEND, 0600);
        if (socket >= 0)
            ::posix_spawn_file_actions_adddup2(&actions, socket, 3);
        if (::posix_spawn(&m_pid, "/bin/sh", &actions, nullptr, pointers(words).data(),
                          pointers(environment).data())
            != 0)
            qFatal("cannot start heliographd");
        ::posix_spawn_file_actions_destroy(&actions);
    }
    ~ActivatedHub()
    {
        kill(SIGKILL);
        waitForExit(10'000);
    }
    Q_DISABLE_COPY_MOVE(ActivatedHub)

    void kill(int signal)
    {
        if (isRunning())
            ::kill(m_pid, signal);
    }
    bool isRunning()
    {
        int status = 0;
        if (m_pid > 0 && ::waitpid(m_pid, &status, WNOHANG) == m_pid) {
            m_pid = -1;
            m_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        }
        return m_pid > 0;
    }
    bool waitForExit(int ms)
    {
        return QTest::qWaitFor([this] { return !isRunning(); }, ms);
    }
    int exitCode() const { return m_code; } ///< -1 while it runs and after a crash.
    QByteArray output() const
    {
        QFile file(m_log);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    static std::vector<char *> pointers(std::vector<std::string> &words)
    {
        std::vector<char *> all;
        for (std::string &word : words)
            all.push_back(word.data());
        all.push_back(nullptr);
        return all;
    }

    const QString m_log;
    pid_t m_pid = -1;
    int m_code = -1;
};

} // namespace test
