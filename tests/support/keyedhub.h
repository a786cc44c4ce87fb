// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/hubrunner.h"
#include "tests/support/usertoken.h"

#include <QFile>

namespace test {

/// A hub in this process that requires tokens, together with the key that issues them.
class KeyedHub
{
public:
    /// `clock` is not owned and outlives this.
    explicit KeyedHub(app::Config config = {}, const hub::Clock &clock = hub::systemClock())
    {
        const QString name = m_dir.filePath(QStringLiteral("hub.pem"));
        QFile file(name);
        const QByteArray pem = m_key.publicKey().toPem();
        if (!file.open(QIODevice::WriteOnly) || file.write(pem) != pem.size())
            qFatal("cannot write %s", qPrintable(name));
        file.close();
        config.keys = QStringList{name};
        m_runner = std::make_unique<HubRunner>(std::move(config), clock);
    }

    /// See userToken().
    QByteArray token(const QByteArray &subject, const QByteArray &scope, qint64 seconds = 600,
                     const std::optional<QByteArrayList> &jobs = {}) const
    {
        return userToken(m_key, subject, scope, seconds, jobs);
    }

    void restart() { m_runner->restart(); }
    QUrl url() const { return m_runner->url(); }
    QString dataDir() const { return m_runner->dataDir(); }
    app::HubService &service() { return m_runner->service(); }

private:
    const QTemporaryDir m_dir;
    const hub::PrivateKey m_key = *hub::PrivateKey::generateEd25519();
    std::unique_ptr<HubRunner> m_runner;
};

} // namespace test
