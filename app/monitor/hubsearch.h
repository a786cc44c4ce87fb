// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/olderjobs.h"
#include "ui/models/jobfilter.h"
#include "ui/models/jobsearch.h"

#include <QObject>
#include <QUrl>

namespace ui {
class Session;
}

namespace app {

/// Asks the hub for the jobs that match the filter of the list and are not loaded, a page at a
/// time. The jobs go into the session as older jobs do. Reads the first page at once, as soon as
/// the session has a snapshot.
class HubSearch : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubSearch)

public:
    /// `session` and `network` are not owned and outlive this.
    HubSearch(ui::Session *session, QNetworkAccessManager *network, QObject *parent = nullptr);

    /// Begins the search again in this hub; an empty URL stops it until another hub is set.
    void setHub(const QUrl &hub);
    /// Replaces the search. An answer to the one before is not used.
    void search(const ui::JobFilter &filter);
    /// Reads the next page, or the same one again after a failure.
    void readMore();

    /// Returns whether readMore() is the way to more jobs of the list.
    bool isActive() const;
    /// Returns whether readMore() would read a page.
    bool hasMore() const;
    const ui::JobSearch &state() const { return m_state; }

signals:
    void changed();

private:
    void begin();
    void restart();
    void handlePage(const QList<hub::Job> &jobs);
    void set(ui::JobSearch::State state, const QString &problem = {});

    ui::Session *m_session;
    ui::OlderJobs m_jobs;
    QUrl m_hub;
    ui::JobFilter m_filter;
    QByteArray m_query; ///< Empty = there is nothing to ask.
    ui::JobSearch m_state;
};

} // namespace app
