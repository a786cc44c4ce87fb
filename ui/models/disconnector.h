// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

#include <memory>

namespace ui {

class HubApi;

/// Closes streams of a hub, exactly those of a list of ids, a few at a time, and reports what was
/// done.
class Disconnector : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Disconnector)

public:
    /// Requests that wait for an answer at the same time.
    static constexpr int mostAtOnce = 4;

    explicit Disconnector(QObject *parent = nullptr);
    ~Disconnector() override;

    /// Forgets the previous hub and stops. `api` is not owned; null = no hub.
    void setApi(HubApi *api);
    bool hasApi() const { return !m_api.isNull(); }
    /// Closes these streams of the hub. Does nothing while another list is worked on, or without a
    /// hub.
    void close(const QList<qint64> &ids);
    bool isBusy() const { return m_all > 0; }
    /// Sends no further request, and reports what was done. A hub that restarted gives the ids to
    /// other streams, so call this when the connection to the hub is lost.
    void stop();

signals:
    void progressed(int done, int all);
    /// `text` says for people what was done.
    void finished(const QString &text);

private:
    void sendNext();
    void finish();

    QPointer<HubApi> m_api;
    std::unique_ptr<QObject> m_context; ///< Context of the answers about one list.
    QList<qint64> m_waiting;
    QString m_reason; ///< Explains the last failure.
    int m_all = 0; ///< Streams of the list; 0 = no list.
    int m_underWay = 0;
    int m_closed = 0;
    int m_gone = 0; ///< They had ended before.
    int m_failed = 0;
};

} // namespace ui
