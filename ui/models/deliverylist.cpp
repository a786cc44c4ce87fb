// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/deliverylist.h"

#include "hub/base/clock.h"
#include "ui/client/hubapi.h"

#include <utility>

namespace ui {

DeliveryList::DeliveryList(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_context(std::make_unique<QObject>())
{ }

DeliveryList::~DeliveryList() = default;

void DeliveryList::setApi(HubApi *api)
{
    m_context = std::make_unique<QObject>(); // no answer of the previous hub arrives
    m_api = api;
    m_pending.clear();
    m_model.clear();
    m_gapAfter = 0;
    m_asOfMs = 0;
    m_problem.clear();
    m_loading = false;
    m_hasOlder = false;
    m_read = false;
    m_stale = true;
    m_live = false;
    emit changed();
}

HubApi *DeliveryList::api() const
{
    return m_api;
}

void DeliveryList::setAllowed(bool allowed)
{
    if (!std::exchange(m_allowed, allowed) && allowed)
        m_stale = true;
    if (!allowed) {
        m_model.clear();
        m_pending.clear();
    }
    m_problem.clear();
    start();
    emit changed();
}

void DeliveryList::setLive(bool live)
{
    if (live == m_live)
        return;
    m_live = live;
    if (live) {
        expectGap();
        start();
    }
    emit changed();
}

void DeliveryList::setVisible(bool visible)
{
    m_visible = visible;
    start();
}

void DeliveryList::passSecond()
{
    const std::chrono::milliseconds age(m_clock.wallMs() - m_asOfMs);
    if (!m_live && !m_loading && m_visible && age >= pollInterval)
        expectGap();
    m_shown.passTime(m_clock.wallMs());
    start();
}

void DeliveryList::reload()
{
    expectGap();
    start();
}

/// Notes that webhooks may be missing after the newest one, so that the newest page is read.
void DeliveryList::expectGap()
{
    m_stale = true;
    if (m_gapAfter == 0)
        m_gapAfter = m_model.newestId();
}

void DeliveryList::update(const DeliveryInfo &delivery)
{
    if (m_model.rowOf(delivery.id) >= 0)
        m_model.put({delivery});
}

void DeliveryList::start()
{
    if (m_stale && m_visible && m_allowed && m_api && !m_loading)
        loadNewest();
}

void DeliveryList::receive(const DeliveryInfo &delivery)
{
    if (!m_allowed)
        return;
    if (m_pending.isEmpty())
        QMetaObject::invokeMethod(this, &DeliveryList::flush, Qt::QueuedConnection);
    m_pending << delivery;
}

void DeliveryList::flush()
{
    if (m_pending.isEmpty())
        return;
    const bool wasFull = m_model.isFull();
    m_model.put(std::exchange(m_pending, {}));
    m_hasOlder = m_hasOlder || wasFull;
    if (m_live)
        m_asOfMs = m_clock.wallMs();
    emit changed();
}

void DeliveryList::load(const QByteArray &query,
                        void (DeliveryList::*take)(const QList<DeliveryInfo> &))
{
    m_loading = true;
    m_api->deliveries(query, m_context.get(), [this, take](const hub::Result<QJsonObject> &answer) {
        m_loading = false;
        m_asOfMs = m_clock.wallMs(); // also of an error, so that the next attempt waits
        m_problem = answer ? QString() : answer.error().message;
        if (answer)
            (this->*take)(deliveriesOf(*answer));
        emit changed();
    });
    emit changed();
}

void DeliveryList::loadNewest()
{
    m_stale = false;
    load("limit=" + QByteArray::number(pageSize), &DeliveryList::takeNewest);
}

void DeliveryList::loadOlder()
{
    if (!m_api || m_loading || !hasOlder() || !m_allowed)
        return;
    load("limit=" + QByteArray::number(pageSize)
             + "&before=" + QByteArray::number(m_model.oldestId()),
         &DeliveryList::takeOlder);
}

void DeliveryList::takeNewest(const QList<DeliveryInfo> &page)
{
    flush();
    const qint64 last = page.isEmpty() ? 0 : page.last().id;
    const bool isFirst = m_model.rowCount() == 0 || !std::exchange(m_read, true);
    const bool hasGap = m_gapAfter != 0 && last > m_gapAfter && page.size() >= pageSize;
    const bool isGone = m_gapAfter != 0 && page.isEmpty();
    if (hasGap || isGone)
        m_model.removeUpTo(m_gapAfter);
    m_gapAfter = 0;
    m_model.put(page);
    // A page may be short although there are older webhooks: only an empty one is the end.
    if (isFirst || hasGap || isGone)
        m_hasOlder = !page.isEmpty();
    if (m_hasOlder && page.size() < pageSize && last == m_model.oldestId())
        loadOlder();
}

void DeliveryList::takeOlder(const QList<DeliveryInfo> &page)
{
    m_hasOlder = !page.isEmpty();
    m_model.put(page);
}

} // namespace ui
