// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/hubapi.h"
#include "ui/client/hubstream.h"

#include <QSet>

#include <functional>
#include <map>

namespace ui {

/// What a subscriber of one job wants to hear of; any may be empty. Each handler hears an event
/// once, in order, and nothing after the job ended.
struct JobHandlers
{
    /// Anything but the end, and how far the job is at the time of subscribing.
    std::function<void(const JobEvent &)> onProgress = {};
    std::function<void(const JobEvent &)> onCompleted = {};
    /// Failed, cancelled, timed out or lost.
    std::function<void(hub::JobStatus, const JobEvent &)> onFailed = {};
    /// The connection was lost, or could not be made; it comes back by itself unless the state is
    /// final.
    std::function<void(const LinkStatus &)> onDisconnect = {};
};

/// Any number of handlers for any number of jobs over one stream. A handler may subscribe,
/// unsubscribe and destroy the object.
class JobSubscriptions : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobSubscriptions)

public:
    /// Ends its subscription when it goes. Move-only; may outlive the object.
    class Handle
    {
    public:
        Handle() = default;
        Handle(JobSubscriptions *owner, qint64 number) : m_owner(owner), m_number(number) { }
        Handle(Handle &&other) noexcept { swap(other); }
        Handle &operator=(Handle &&other) noexcept
        {
            swap(other);
            return *this;
        }
        ~Handle() { unsubscribe(); }

        void unsubscribe();

    private:
        void swap(Handle &other) noexcept
        {
            std::swap(m_owner, other.m_owner);
            std::swap(m_number, other.m_number);
        }

        QPointer<JobSubscriptions> m_owner;
        qint64 m_number = 0;
    };

    /// `network` is not owned.
    JobSubscriptions(QNetworkAccessManager *network, const QUrl &hub, QObject *parent = nullptr);
    ~JobSubscriptions() override;

    /// Before the first subscription.
    void setTimings(const StreamTimings &timings) { m_stream.setTimings(timings); }

    /// `jobId` need not exist yet. The stream is opened, or opened again where it was, in the next
    /// turn of the loop.
    [[nodiscard]] Handle subscribe(const QByteArray &jobId, JobHandlers handlers);

    const LinkStatus &status() const { return m_stream.status(); }
    /// Whether the hub was ever reached.
    bool wasLive() const { return m_wasLive; }

private:
    struct Entry
    {
        QByteArray jobId;
        JobHandlers handlers;
        hub::EventId last; ///< What it heard of last.
    };

    void remove(qint64 number);
    QSet<QByteArray> wantedJobs() const;
    void update();
    void readPending();
    void handleStatus(const LinkStatus &status);
    void handleHello(const HubHello &hello);
    void handleSnapshot(const HubSnapshot &snapshot);
    void handleState(const hub::Job &job);
    void handleEvent(const JobEvent &event);
    void deliver(qint64 number, const JobEvent &event, hub::EventId id);

    QUrl m_hub;
    HubApi m_api;
    HubStream m_stream;
    QTimer m_update; ///< Puts changes of one turn of the loop together.
    std::map<qint64, Entry> m_entries;
    qint64 m_lastNumber = 0;
    QSet<QByteArray> m_streamed; ///< What the stream was opened for.
    QSet<QByteArray> m_pending; ///< Jobs whose present state is not known yet.
    bool m_toldLoss = false;
    bool m_wasLive = false;
};

} // namespace ui
