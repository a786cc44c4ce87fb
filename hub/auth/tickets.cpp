// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/tickets.h"

#include "hub/base/clock.h"
#include "hub/crypto/base64.h"
#include "hub/crypto/digest.h"
#include "hub/crypto/randombytes.h"

namespace hub {

namespace {
constexpr qsizetype ticketBytes = 32;
constexpr qsizetype mostTextBytes = 64; // longer text cannot be a ticket
} // namespace

Result<QByteArray> Tickets::issue(const Principal &principal)
{
    const auto isFull = [&] {
        return m_entries.size() >= most || m_perSubject.value(principal.subject) >= mostOfSubject;
    };
    if (isFull())
        removeOld();
    if (isFull())
        return Error{
            QByteArrayLiteral("too_many_tickets"),
            QStringLiteral("too many unused tickets: at most %1 in all and %2 for one user")
                .arg(most)
                .arg(mostOfSubject)};
    const auto random = randomBytes(ticketBytes);
    if (!random)
        return random.error();
    const QByteArray ticket = encodeBase64Url(*random);
    m_entries.insert(sha256(ticket), {principal, m_clock->steadyMs() + lifetime.count()});
    ++m_perSubject[principal.subject];
    return ticket;
}

Result<Principal> Tickets::redeem(QByteArrayView ticket)
{
    const Error refusal{QByteArrayLiteral("bad_ticket"),
                        QStringLiteral("the ticket is unknown, used or older than %1 s")
                            .arg(lifetime / std::chrono::seconds{1})};
    if (ticket.size() > mostTextBytes)
        return refusal;
    const QByteArray hash = sha256(ticket);
    const auto found = m_entries.constFind(hash);
    if (found == m_entries.constEnd())
        return refusal;
    const Entry entry = *found;
    remove(hash);
    if (m_clock->steadyMs() >= entry.untilMs)
        return refusal;
    return entry.principal;
}

void Tickets::remove(const QByteArray &hash)
{
    const QByteArray subject = m_entries.take(hash).principal.subject;
    if (--m_perSubject[subject] <= 0)
        m_perSubject.remove(subject);
}

void Tickets::removeOld()
{
    const qint64 nowMs = m_clock->steadyMs();
    QByteArrayList old;
    for (auto it = m_entries.constBegin(); it != m_entries.constEnd(); ++it) {
        if (it->untilMs <= nowMs)
            old << it.key();
    }
    for (const QByteArray &hash : old)
        remove(hash);
}

} // namespace hub
