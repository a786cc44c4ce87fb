// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/revocations.h"

#include "hub/base/clock.h"
#include "hub/base/errorcode.h"
#include "hub/wire/userid.h"

#include <algorithm>

namespace hub {

Result<void> Revocations::add(const QByteArray &tokenId, const QByteArray &subject, qint64 untilMs)
{
    if (tokenId.size() > mostTokenIdBytes) {
        return Error{errorcode::badField,
                     QStringLiteral("jti: must have at most %1 bytes").arg(mostTokenIdBytes)};
    }
    if (!tokenId.isEmpty())
        return insert(m_tokens, tokenId, untilMs);
    if (const auto fault = faultOfUser(subject))
        return Error{errorcode::badField, QStringLiteral("sub: ") + *fault};
    return insert(m_subjects, subject, untilMs);
}

Result<void> Revocations::insert(Entries &entries, const QByteArray &name, qint64 untilMs)
{
    const qint64 nowMs = m_clock->wallMs();
    if (untilMs <= nowMs)
        return Error{errorcode::badField, QStringLiteral("until: must be in the future")};
    if (entries.size() >= most && !entries.contains(name))
        entries.removeIf([nowMs](const auto &entry) { return entry.value() <= nowMs; });
    if (entries.size() >= most && !entries.contains(name))
        return Error{QByteArrayLiteral("too_many_revocations"),
                     QStringLiteral("too many revocations: at most %1 may be in force").arg(most)};
    qint64 &entry = entries[name];
    entry = std::max(entry, untilMs);
    return {};
}

bool Revocations::holds(const Entries &entries, const QByteArray &name) const
{
    const auto found = entries.constFind(name);
    return found != entries.constEnd() && m_clock->wallMs() < *found;
}

bool Revocations::isRevoked(const Principal &principal) const
{
    return holds(m_tokens, principal.tokenId) || holds(m_subjects, principal.subject);
}

} // namespace hub
