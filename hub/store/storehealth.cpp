// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/storehealth.h"

#include "hub/base/errorcode.h"
#include "hub/base/log.h"

namespace hub {

StoreHealth::StoreHealth(const QString &path) : m_path(path) { }

StoreStatus StoreHealth::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

void StoreHealth::noteCommit()
{
    const std::lock_guard lock(m_mutex);
    if (m_status.healthy || m_damage)
        return;
    m_status = {};
    qCInfo(lcStore).noquote() << "database" << m_path << "accepts commits again";
}

void StoreHealth::noteFailure(const SqlFailure &failure)
{
    const std::lock_guard lock(m_mutex);
    const QString problem = QStringLiteral("database %1: %2 (SQLite %3: %4)")
                                .arg(m_path, inWords(failure))
                                .arg(failure.code)
                                .arg(failure.message);
    if (m_damage) // later failures are only consequences
        return;
    if (isDamage(failure))
        m_damage = failure;
    if (m_status.problem != problem) // do not repeat it each second
        qCWarning(lcStore).noquote() << problem;
    m_status = {false, problem};
}

std::optional<SqlFailure> StoreHealth::damage() const
{
    const std::lock_guard lock(m_mutex);
    return m_damage;
}

Error unavailable(const SqlFailure &failure)
{
    return {errorcode::storeUnavailable,
            QStringLiteral("the database request failed: %1").arg(inWords(failure))};
}

} // namespace hub
