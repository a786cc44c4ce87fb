// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/pinnedjobs.h"

#include <QSettings>
#include <QUrl>

namespace app {

PinnedJobs::PinnedJobs(QSettings *settings, ui::Session *session, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_session(session)
{
    connect(session, &ui::Session::pinsChanged, this, &PinnedJobs::save);
}

void PinnedJobs::setHub(const QString &address)
{
    m_address = address;
    QSet<QByteArray> ids;
    const QStringList stored = m_settings->value(key()).toStringList();
    for (const QString &id : stored.mid(0, ui::JobStore::maxPins))
        ids.insert(QByteArray::fromPercentEncoding(id.toLatin1()));
    ids.remove({});
    m_session->setPins(ids);
}

/// Ids are bytes, and the settings hold text.
void PinnedJobs::save()
{
    if (m_address.isEmpty())
        return;
    QStringList ids;
    for (const QByteArray &id : m_session->jobs().pins())
        ids << QString::fromLatin1(id.toPercentEncoding());
    ids.sort();
    if (ids.isEmpty())
        m_settings->remove(key());
    else
        m_settings->setValue(key(), ids);
}

/// An address has slashes, which would make groups.
QString PinnedJobs::key() const
{
    return QStringLiteral("pins/") + QString::fromLatin1(QUrl::toPercentEncoding(m_address));
}

} // namespace app
