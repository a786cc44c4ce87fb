// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/keyring.h"
#include "hub/base/clocktimer.h"
#include "hub/base/systemclock.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QUrl>

namespace app {

/// The tokens of all hubs. Keeps them in memory, and in the keyring if there is one. Nothing else
/// of this program stores a token. Use it on the thread that created it.
class TokenStore : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokenStore)

public:
    using Token = std::function<void(const QByteArray &)>;

    /// A keyring that does not answer for this time counts as missing, for example while it waits
    /// for a password that nobody enters.
    static constexpr std::chrono::seconds patience{20};
    /// A longer token is not stored: no hub accepts it.
    static constexpr qsizetype maxTokenBytes = 8 * 1024;

    /// A null `keyring` keeps tokens in memory only. `clock` is not owned and outlives this.
    explicit TokenStore(std::unique_ptr<Keyring> keyring,
                        const hub::Clock &clock = hub::systemClock(), QObject *parent = nullptr);

    /// Returns the key of a hub's token: its address without user information, and the profile.
    static QString keyOf(const QUrl &hub, const QString &profile);

    /// Answers once, on this thread, with the token or an empty one. Answers at once if the token
    /// is in memory. Does not answer after `context` is destroyed.
    void read(const QString &key, QObject *context, const Token &answer);
    /// Stores the token. An empty or too long one removes the stored one.
    void write(const QString &key, const QByteArray &token);

    /// Returns why tokens are kept in memory only, as a sentence for people. Empty = the keyring
    /// keeps them, or it was not asked yet.
    QString note() const { return m_note; }

signals:
    /// note() changed.
    void noteChanged();

private:
    void handleRead(const QString &key, const hub::Result<QByteArray> &secret);
    void handleDone(const hub::Result<void> &done);
    void answer(const QString &key);
    void giveUp();
    void setNote(const QString &note);

    struct Waiting
    {
        QString key;
        QPointer<QObject> context;
        Token answer;
    };

    const std::unique_ptr<Keyring> m_keyring;
    hub::ClockTimer m_deadline; ///< Of the oldest unanswered read().
    QHash<QString, QByteArray> m_tokens; ///< Empty = the keyring has none.
    QList<Waiting> m_waiting;
    QString m_note;
};

} // namespace app
