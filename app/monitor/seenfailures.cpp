// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/seenfailures.h"

#include <QSettings>
#include <QUrl>

namespace app {

SeenFailures::SeenFailures(QSettings *settings, ui::Session *session, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_session(session)
{
    connect(session, &ui::Session::seenUntilChanged, this, [this](qint64 ms) {
        if (!m_address.isEmpty())
            m_settings->setValue(key(), QString::number(ms));
    });
}

void SeenFailures::setHub(const QString &address)
{
    m_address = address;
    bool valid = false;
    const qint64 ms = m_settings->value(key()).toString().toLongLong(&valid);
    m_session->setSeenUntil(valid && ms >= 0 ? std::optional(ms) : std::nullopt);
}

/// An address has slashes, which would make groups.
QString SeenFailures::key() const
{
    return QStringLiteral("seen/") + QString::fromLatin1(QUrl::toPercentEncoding(m_address));
}

} // namespace app
