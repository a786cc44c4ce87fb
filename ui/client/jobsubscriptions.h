// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clocktimer.h"
#include "ui/client/hubapi.h"
#include "ui/client/hubstream.h"

#include <QSet>

#include <functional>
#include <map>

namespace ui {

/// The handlers of one subscription; each may be empty. A handler gets each event once and in
/// order, and nothing after the job's terminal event.
struct JobHandlers
{
    /// Called for each event that is not terminal. Called once with the job's current state after
    /// subscribing, unless that state is terminal.
    std::function<void(const JobEvent &)> onProgress = {};
    /// Also called when the job has already completed at the time of subscribing.
    std::function<void(const JobEvent &)> onCompleted = {};
    /// Failed, cancelled, timed out or lost, also when that was so before subscribing.
    std::function<void(hub::JobStatus, const JobEvent &)> onFailed = {};
    /// The connection was lost or could not be made. The stream reconnects, unless the state is
    /// final.
    std::function<void(const LinkStatus &)> onDisconnect = {};
};

/// Subscriptions to any number of jobs over one stream, each with its own handlers. A handler may
/// subscribe, unsubscribe and destroy the object.
class JobSubscriptions : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobSubscriptions)

public:
    /// Ends its subscription when destroyed. Move-only; may outlive the JobSubscriptions object.
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

    /// `network` and `clock` are not owned and outlive this.
    JobSubscriptions(QNetworkAccessManager *network, const QUrl &hub,
                     const hub::Clock &clock = hub::systemClock(), QObject *parent = nullptr);
    ~JobSubscriptions() override;

    /// Call before the first subscription.
    void setTimings(const StreamTimings &timings) { m_stream.setTimings(timings); }

    /// Subscribes to a job, which need not exist yet. The stream connects or reconnects in the next
    /// turn of the event loop. An invalid id is logged and gives an empty handle.
    [[nodiscard]] Handle subscribe(const QByteArray &jobId, JobHandlers handlers);

    const LinkStatus &status() const { return m_stream.status(); }
    /// Returns whether the hub has answered with a stream at least once.
    bool wasLive() const { return m_wasLive; }

private:
    struct Entry
    {
        QByteArray jobId;
        JobHandlers handlers;
        hub::EventId last; ///< The last event that the handlers got.
    };

    void remove(qint64 number);
    QSet<QByteArray> wantedJobs() const;
    void update();
    void readPending();
    void handleStatus(const LinkStatus &status);
    void handleHello(const HubHello &hello);
    void handleSnapshot(const HubSnapshot &snapshot);
    /// Handles the job's state as an event of the type that leads to this state.
    void handleState(const hub::Job &job);
    void handleEvent(const JobEvent &event);
    void deliver(qint64 number, const JobEvent &event, hub::EventId id);

    QUrl m_hub;
    HubApi m_api;
    HubStream m_stream;
    hub::ClockTimer m_update; ///< Collects changes, so that the stream reconnects once for all.
    std::map<qint64, Entry> m_entries;
    qint64 m_lastNumber = 0;
    QSet<QByteArray> m_streamed; ///< Jobs of the current stream.
    QSet<QByteArray> m_pending; ///< Jobs whose current state is not known yet.
    bool m_toldLoss = false;
    bool m_wasLive = false;
};

} // namespace ui
