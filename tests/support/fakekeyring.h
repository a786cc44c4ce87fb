// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/keyring.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <optional>

namespace test {

/// A keyring in memory. Its content is an argument, so that it can outlive the keyring.
class FakeKeyring : public app::Keyring
{
public:
    struct Content
    {
        QHash<QString, QByteArray> secrets = {};
        QStringList calls = {}; ///< `read KEY`, `write KEY`, `remove KEY`
        std::optional<hub::Error> fault = {}; ///< The answer to every call.
        bool silent = false; ///< Answers nothing.
        int answered = 0; ///< Number of answers given.
    };

    /// `content` is not owned and outlives this.
    explicit FakeKeyring(Content *content) : m_content(content) { }

    void read(const QString &key, const Secret &answer) override
    {
        m_content->calls << QStringLiteral("read ") + key;
        later([this, key, answer] {
            answer(m_content->fault ? hub::Result<QByteArray>(*m_content->fault)
                                    : hub::Result<QByteArray>(m_content->secrets.value(key)));
        });
    }
    void write(const QString &key, const QByteArray &secret, const Done &answer) override
    {
        m_content->calls << QStringLiteral("write ") + key;
        if (!m_content->fault)
            m_content->secrets.insert(key, secret);
        finish(answer);
    }
    void remove(const QString &key, const Done &answer) override
    {
        m_content->calls << QStringLiteral("remove ") + key;
        if (!m_content->fault)
            m_content->secrets.remove(key);
        finish(answer);
    }

private:
    void finish(const Done &answer)
    {
        later([this, answer] {
            answer(m_content->fault ? hub::Result<void>(*m_content->fault) : hub::Result<void>());
        });
    }
    void later(const std::function<void()> &call)
    {
        if (!m_content->silent)
            QMetaObject::invokeMethod(
                &m_context,
                [this, call] {
                    ++m_content->answered;
                    call();
                },
                Qt::QueuedConnection);
    }

    Content *m_content;
    QObject m_context;
};

} // namespace test
