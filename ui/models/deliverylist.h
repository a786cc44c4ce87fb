// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/clock.h"
#include "ui/models/deliverymodel.h"
#include "ui/models/showndeliveries.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <memory>

namespace ui {

class HubApi;

/// Fills a DeliveryModel from a hub: the newest page when the list is first shown, each webhook as
/// the hub announces it, and older pages on demand. While the hub's stream is not open, the newest
/// page is read again each pollInterval, and only while the list is shown.
class DeliveryList : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeliveryList)

public:
    static constexpr int pageSize = 100;
    static constexpr std::chrono::seconds pollInterval{15};

    /// `clock` is not owned and outlives this.
    explicit DeliveryList(const Clock &clock, QObject *parent = nullptr);
    ~DeliveryList() override;

    DeliveryModel *model() { return &m_model; }
    ShownDeliveries *shown() { return &m_shown; }
    const DeliveryModel &model() const { return m_model; }

    /// Forgets the previous hub. `api` is not owned; null = no hub.
    void setApi(HubApi *api);
    HubApi *api() const;
    /// Says whether the token may read deliveries. Without the right nothing is asked.
    void setAllowed(bool allowed);
    bool isAllowed() const { return m_allowed; }
    /// Says whether the hub announces webhooks now. After a pause the newest page is read again.
    void setLive(bool live);
    bool isLive() const { return m_live; }
    /// Says whether the list is shown.
    void setVisible(bool visible);

    /// Takes a webhook that the hub announced. The table gets it with the next turn of the event
    /// loop.
    void receive(const DeliveryInfo &delivery);
    /// Takes the state of a webhook that the table has now; ignores others.
    void update(const DeliveryInfo &delivery);
    /// Reads the newest page again.
    void reload();
    /// Reads the next older page. Does nothing while a page is read, or when there is none.
    void loadOlder();
    /// Call this once a second.
    void passSecond();

    bool isLoading() const { return m_loading; }
    /// Returns whether the hub may have older webhooks that the table has room for.
    bool hasOlder() const { return m_hasOlder && !m_model.isFull(); }
    /// Moment of the last answer of the hub, in ms since 1970 UTC; 0 = none yet.
    qint64 asOfMs() const { return m_asOfMs; }
    /// Returns why the last page could not be read; empty = it was read.
    QString problem() const { return m_problem; }

signals:
    /// Any of the states above changed.
    void changed();

private:
    void start();
    void expectGap();
    void loadNewest();
    void takeNewest(const QList<DeliveryInfo> &page);
    void takeOlder(const QList<DeliveryInfo> &page);
    void load(const QByteArray &query, void (DeliveryList::*take)(const QList<DeliveryInfo> &));
    void flush();

    const Clock &m_clock;
    DeliveryModel m_model;
    ShownDeliveries m_shown{&m_model};
    QPointer<HubApi> m_api;
    std::unique_ptr<QObject> m_context; ///< Context of the answers of one hub.
    QList<DeliveryInfo> m_pending; ///< Announced, and not in the table yet.
    qint64 m_gapAfter = 0; ///< Webhooks after this id may be missing; 0 = none is.
    qint64 m_asOfMs = 0;
    QString m_problem;
    bool m_allowed = true;
    bool m_live = false;
    bool m_visible = false;
    bool m_stale = true; ///< The newest page has to be read.
    bool m_loading = false;
    bool m_hasOlder = false;
    bool m_read = false; ///< The newest page was read.
};

} // namespace ui
