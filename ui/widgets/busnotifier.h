// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/notifier.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QList>
#include <QMap>

#include <functional>
#include <optional>
#include <vector>

class QDBusPendingCall;

namespace ui {

/// Shows notifications by the interface `org.freedesktop.Notifications` of the session bus (Desktop
/// Notifications Specification 1.2). Asks the server first what it can do. Every call is
/// asynchronous, and one is under way at a time.
class BusNotifier : public Notifier
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BusNotifier)

public:
    /// Above this number, the oldest waiting notice is dropped.
    static constexpr qsizetype maxWaiting = 20;
    /// Above this number, the oldest shown notice is forgotten.
    static constexpr qsizetype maxShown = 200;
    /// Above this number, a signal with an unknown id is dropped.
    static constexpr std::size_t maxEarly = 20;

    /// `fallback` shows what the server does not take. It is not owned and outlives this.
    BusNotifier(const QDBusConnection &bus, Notifier *fallback, QObject *parent = nullptr);

    void show(const Notice &notice) override;
    void withdraw() override;

private slots:
    void handleAction(uint id, const QString &key);
    void handleClosed(uint id, uint reason);
    void handleToken(uint id, const QString &token);

private:
    /// The abilities of the server that matter here.
    struct Abilities
    {
        bool actions = false;
        bool body = false;
        bool markup = false;
    };

    /// A notice on its way to the server.
    struct Sent
    {
        Notice notice;
        int server; ///< The value of m_server when it was sent.
        int withdrawals; ///< The value of m_withdrawals then.
    };

    void forgetServer();
    void sendNext();
    void askAbilities();
    void send(const Notice &notice);
    void finish(const Sent &sent, const QDBusPendingCall &call);
    bool keepForAnswer(uint id, std::function<void()> signal);
    void close(uint id);
    void handOver();
    QString bodyOf(const Notice &notice) const;
    QStringList actionsOf(const Notice &notice) const;
    uint replacedBy(const Notice &notice) const;
    QDBusMessage call(const QString &method) const;

    QDBusConnection m_bus;
    Notifier *m_fallback;
    QDBusServiceWatcher m_watcher;
    std::optional<Abilities> m_abilities; ///< Not known before the first notice.
    QList<Notice> m_waiting;
    QMap<uint, Notice> m_shown; ///< By the id that the server gave.
    std::vector<std::function<void()>> m_early; ///< The signals that came before an answer.
    QByteArray m_token; ///< It belongs to the next action on the notice m_tokenId.
    uint m_tokenId = 0;
    int m_withdrawals =
        0; ///< Counts them: a notice that was sent before one is closed when it is shown.
    int m_server = 0; ///< Counts the servers, so that a late answer of an old one is recognized.
    bool m_busy = false;
};

} // namespace ui
