// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/disconnector.h"

#include "ui/client/hubapi.h"
#include "ui/models/formats.h"

#include <utility>

namespace ui {

Disconnector::Disconnector(QObject *parent)
    : QObject(parent)
    , m_context(std::make_unique<QObject>())
{ }

Disconnector::~Disconnector() = default;

void Disconnector::setApi(HubApi *api)
{
    stop();
    m_api = api;
}

void Disconnector::close(const QList<qint64> &ids)
{
    if (isBusy() || !m_api || ids.isEmpty())
        return;
    m_context = std::make_unique<QObject>();
    m_waiting = ids;
    m_all = static_cast<int>(ids.size());
    m_underWay = m_closed = m_gone = m_failed = 0;
    m_reason.clear();
    for (int i = 0; i < mostAtOnce; ++i)
        sendNext();
}

void Disconnector::sendNext()
{
    if (m_waiting.isEmpty()) {
        if (m_underWay == 0 && isBusy())
            finish();
        return;
    }
    if (!m_api)
        return finish();
    ++m_underWay;
    m_api->closeConnection(m_waiting.takeFirst(), m_context.get(),
                           [this](const hub::Result<QJsonObject> &answer) {
                               --m_underWay;
                               if (answer) {
                                   ++m_closed;
                               } else if (answer.error().code == "unknown_connection") {
                                   ++m_gone;
                               } else {
                                   ++m_failed;
                                   m_reason = answer.error().message;
                               }
                               emit progressed(m_closed + m_gone + m_failed, m_all);
                               sendNext();
                           });
}

void Disconnector::stop()
{
    if (isBusy())
        finish();
}

void Disconnector::finish()
{
    m_context = std::make_unique<QObject>(); // no further answer arrives
    const int untried = std::exchange(m_all, 0) - m_closed - m_gone - m_failed;
    m_waiting.clear();
    QStringList sentences{m_closed == 1
                              ? tr("1 connection was disconnected.")
                              : tr("%Ln connections were disconnected.", nullptr, m_closed)};
    if (m_gone > 0)
        sentences << tr("%Ln had ended before.", nullptr, m_gone);
    if (m_failed > 0) {
        sentences << tr("%Ln could not be disconnected: %1.", nullptr, m_failed)
                         .arg(oneLine(m_reason, 300));
    }
    if (untried > 0)
        sentences << tr("The rest was stopped: it is not known for %Ln of them whether they ended.",
                        nullptr, untried);
    emit finished(sentences.join(QLatin1Char(' ')));
}

} // namespace ui
