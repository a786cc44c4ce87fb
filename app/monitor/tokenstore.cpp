// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/tokenstore.h"

#include <algorithm>

namespace app {

TokenStore::TokenStore(std::unique_ptr<Keyring> keyring, const hub::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_keyring(std::move(keyring))
    , m_deadline(clock)
{
    connect(&m_deadline, &hub::ClockTimer::timedOut, this, &TokenStore::giveUp);
    if (!m_keyring)
        setNote(tr("No keyring is available. Tokens are kept until the monitor quits."));
}

QString TokenStore::keyOf(const QUrl &hub, const QString &profile)
{
    const QString address =
        hub.toString(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash | QUrl::FullyEncoded);
    return profile.isEmpty() ? address : address + QLatin1Char(' ') + profile;
}

void TokenStore::read(const QString &key, QObject *context, const Token &answer)
{
    if (!m_keyring || m_tokens.contains(key))
        return answer(m_tokens.value(key));
    const bool asked = std::any_of(m_waiting.begin(), m_waiting.end(),
                                   [&key](const Waiting &one) { return one.key == key; });
    m_waiting << Waiting{key, context, answer};
    if (!m_deadline.isActive())
        m_deadline.start(patience);
    if (!asked)
        m_keyring->read(
            key, [this, key](const hub::Result<QByteArray> &secret) { handleRead(key, secret); });
}

void TokenStore::write(const QString &key, const QByteArray &token)
{
    const QByteArray stored = token.size() > maxTokenBytes ? QByteArray() : token;
    m_tokens.insert(key, stored);
    answer(key);
    if (!m_keyring)
        return;
    const auto done = [this](const hub::Result<void> &result) { handleDone(result); };
    if (stored.isEmpty())
        m_keyring->remove(key, done);
    else
        m_keyring->write(key, stored, done);
}

void TokenStore::handleRead(const QString &key, const hub::Result<QByteArray> &secret)
{
    handleDone(secret ? hub::Result<void>() : hub::Result<void>(secret.error()));
    // A token that write() stored meanwhile is newer.
    if (secret && !m_tokens.contains(key) && secret->size() <= maxTokenBytes)
        m_tokens.insert(key, *secret);
    answer(key);
}

void TokenStore::handleDone(const hub::Result<void> &done)
{
    setNote(done
                ? QString()
                : tr("The keyring does not keep tokens: %1. They are kept until the monitor quits.")
                      .arg(done.error().message));
}

void TokenStore::answer(const QString &key)
{
    QList<Waiting> due;
    for (const Waiting &one : std::exchange(m_waiting, {}))
        (one.key == key ? due : m_waiting) << one;
    if (m_waiting.isEmpty())
        m_deadline.stop();
    for (const Waiting &one : due) {
        if (one.context)
            one.answer(m_tokens.value(key));
    }
}

void TokenStore::giveUp()
{
    handleDone(
        hub::Error{"keyring_failed", tr("it did not answer within %1 s").arg(patience.count())});
    for (const Waiting &one : QList<Waiting>(m_waiting))
        answer(one.key);
}

void TokenStore::setNote(const QString &note)
{
    if (std::exchange(m_note, note) != note)
        emit noteChanged();
}

} // namespace app
