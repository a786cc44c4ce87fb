// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/hubsearch.h"
#include "ui/client/hubapi.h"
#include "ui/client/hubcontact.h"
#include "ui/client/hubfeed.h"
#include "ui/client/hubnetwork.h"
#include "ui/client/joblink.h"
#include "ui/client/linkverdict.h"
#include "ui/client/olderjobs.h"
#include "ui/client/rights.h"
#include "ui/client/totalsreader.h"

#include <QObject>

#include <memory>
#include <optional>

namespace ui {
class Session;
}

namespace app {

/// The client layer for one hub at a time. Passes everything from it to the session.
class HubConnection : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubConnection)

public:
    /// `session` and `clock` are not owned and outlive this.
    HubConnection(ui::Session *session, const hub::Clock &clock, QObject *parent = nullptr);

    /// Leaves the hub of before and resets the session. Nothing is sent to `hub` until begin().
    void choose(const QUrl &hub);
    /// Connects to the chosen hub. Only this hub gets the token; empty = none. `pin` is the
    /// fingerprint of the only certificate to accept; empty = those that this system trusts.
    void begin(const QByteArray &token, const QByteArray &pin);
    /// Stops all streams of the hub.
    void disconnectFromHub();
    /// Connects again at once, in any state.
    void retryNow();
    /// Connects again at once after the machine slept. Does nothing if only the user can help.
    void resume() { m_contact.noteResumed(); }
    /// Connects again with a new snapshot.
    void resync();

    /// Loads the next thousand jobs, the last changed first, in as many pages as the hub makes of
    /// them. Does nothing when hasMore() is false.
    void loadMore();
    /// Returns whether the hub has jobs that loadMore() would load.
    bool hasMore() const;
    bool isLoading() const { return m_older.isReading(); }

    /// The search for jobs of the filter that are not loaded.
    HubSearch *search() { return &m_search; }

    /// Calls to the current hub; null before choose(). Replaced by each choose().
    ui::HubApi *api() { return m_api.get(); }
    QUrl hub() const { return m_hub; }
    /// Returns the certificate of the current hub that was refused last, if any.
    const std::optional<ui::Certificate> &refusedCertificate() const { return m_refused; }

signals:
    /// Older jobs could not be loaded.
    void loadingFailed(const QString &reason);

    /// The hub told what it allows. choose() emits this with all rights, before the hub is asked.
    void rightsChanged(const ui::Rights &rights);
    /// The hub received a webhook.
    void deliveryReceived(const ui::DeliveryInfo &delivery);
    /// The hub's own stream is open, so that no delivery is missed from now on, or it is not.
    void feedLive(bool live);

private:
    void leadIntoSession();
    void leadCounts();
    void takeOlder(const QList<hub::Job> &jobs);
    void askForRights();
    void askForMissing(const QList<QByteArray> &ids);

    ui::Session *m_session;
    const hub::Clock &m_clock;
    ui::HubNetwork m_network;
    ui::HubContact m_contact{m_clock};
    ui::JobLink m_link{&m_network, m_clock};
    ui::HubFeed m_feed{&m_network, m_clock};
    ui::TotalsReader m_totals{&m_network, m_clock};
    ui::OlderJobs m_older{&m_network};
    qsizetype m_missing = 0; ///< Jobs that the last loadMore() has not got yet.
    HubSearch m_search{m_session, &m_network};
    ui::LinkVerdict m_verdict{&m_link, &m_contact, m_clock};
    std::unique_ptr<ui::HubApi> m_api;
    QUrl m_hub;
    std::optional<ui::Certificate> m_refused;
    bool m_begun = false;
    bool m_live = false;
};

} // namespace app
