// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/formats.h"

#include <QJsonObject>
#include <QList>
#include <QObject>

#include <functional>

namespace ui {

struct FullDelivery;
class HubApi;

/// The webhooks that changed one job, as the hub lists them. Loads them only when load() is called.
class JobDeliveries : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobDeliveries)

public:
    /// Number of deliveries that load() asks for. The hub's list has the newest first.
    static constexpr int most = 100;

    /// One delivery in the list.
    struct Entry
    {
        qint64 id = 0;
        qint64 receivedMs = 0; ///< Since 1970 UTC.
        QString source;
        QString verdict; ///< `accepted`, `rejected` or `refused`.
        QString effect; ///< `applied`, `duplicate` and others, see webhooks.md.
        qint64 bytes = 0;

        bool operator==(const Entry &) const = default;
    };
    /// A delivery with its body; the text is empty and `error` is not if it was not loaded.
    struct Full
    {
        QString text; ///< The request as text.
        QString curl; ///< Sends it again; empty if the hub did not keep the body.
        QString error;
    };

    explicit JobDeliveries(QObject *parent = nullptr) : QObject(parent) { }

    /// Sets the API to ask, which is not owned and outlives this or the next call; null = none.
    void setApi(HubApi *api);
    /// Forgets the list and what is on its way. An empty id means no job.
    void setJob(const QByteArray &jobId);
    /// Asks the hub for the deliveries of the job. Keeps the list until the answer.
    void load();

    const QList<Entry> &entries() const { return m_entries; }
    bool isLoading() const { return m_request != nullptr; }
    /// The hub may have older ones than the entries.
    bool hasMore() const { return m_entries.size() >= most; }
    /// Says why there are no entries, such as a right that is missing. Empty when they were loaded.
    QString problem() const { return m_problem; }
    /// Address of the hub; empty without an API.
    QUrl hub() const;

    /// Fetches one delivery. Calls `answer` once on this thread, but not after `context` is
    /// destroyed, another job is set or another API is set.
    void fetch(qint64 id, QObject *context, const std::function<void(const Full &)> &answer);

    /// Returns the request of a webhook as text: first line, headers and body. A body that is no
    /// text is shown as base64, and a line says so.
    static QString requestText(const FullDelivery &delivery);
    /// Returns an entry in one line: time, source, verdict and effect.
    static QString line(const Entry &entry, TimeStyle style);

signals:
    /// The entries, the problem or isLoading() changed.
    void changed();

private:
    void take(const QJsonObject &answer);

    HubApi *m_api = nullptr;
    QByteArray m_jobId;
    QList<Entry> m_entries;
    QString m_problem;
    QObject *m_request = nullptr; ///< The context of load(); null when nothing is on its way.
    QObject *m_fetches = nullptr; ///< The context of all fetch() of this job.
};

} // namespace ui
