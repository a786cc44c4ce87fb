// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

namespace test {

/// nginx as a child process on loopback. Everything that it writes goes to a temporary folder.
class Nginx
{
public:
    /// The path of nginx; empty when this machine has none.
    static QString program()
    {
        const QString found = QStandardPaths::findExecutable(QStringLiteral("nginx"));
        return found.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("nginx"),
                                                                {QStringLiteral("/usr/sbin")})
                               : found;
    }
    static quint16 freePort()
    {
        QTcpServer server;
        return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
    }

    /// `http` is the content of the configuration's `http { }` block.
    explicit Nginx(const QByteArray &http)
    {
        const QByteArray folder = m_dir.path().toUtf8();
        QByteArray text = "daemon off; master_process off; pid " + folder + "/pid;\nerror_log "
                          + folder + "/errors;\nevents { }\nhttp {\naccess_log off;\n";
        for (const char *kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
            text += QByteArray(kind) + "_temp_path " + folder + '/' + kind + ";\n";
        write(QStringLiteral("nginx.conf"), text + http + "\n}\n");
        m_process.setProcessChannelMode(QProcess::MergedChannels);
    }
    ~Nginx()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    QString write(const QString &name, const QByteArray &text)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qUtf8Printable(file.fileName()));
        return file.fileName();
    }
    QString folder() const { return m_dir.path(); }

    /// Runs `nginx -t`. Returns its messages when it rejects the configuration, else an empty text.
    QByteArray complaints()
    {
        m_process.start(program(), arguments() << QStringLiteral("-t"));
        m_process.waitForFinished();
        const QByteArray said = m_process.readAll();
        return m_process.exitCode() == 0 ? QByteArray() : said;
    }
    /// Starts nginx. Returns false when it does not accept connections on `port` in time.
    bool serve(quint16 port)
    {
        m_process.start(program(), arguments());
        return QTest::qWaitFor([port] {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, port);
            return socket.waitForConnected(200);
        });
    }

private:
    QStringList arguments() const
    {
        return {QStringLiteral("-p"), m_dir.path(), QStringLiteral("-c"),
                m_dir.filePath(QStringLiteral("nginx.conf"))};
    }

    QTemporaryDir m_dir;
    QProcess m_process;
};

} // namespace test
