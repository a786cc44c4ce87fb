// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/bytebudget.h"

#include <utility>

namespace hub {

ByteBudget::ByteBudget(Limits limits) : m_ledger(std::make_shared<Ledger>())
{
    m_ledger->limits = limits;
}

void ByteBudget::setLimits(Limits limits)
{
    m_ledger->limits = limits;
}

std::optional<ByteBudget::Hold> ByteBudget::take(const QByteArray &owner, qint64 bytes)
{
    if (!m_ledger->add(owner, bytes))
        return std::nullopt;
    return Hold(m_ledger, owner, bytes);
}

qint64 ByteBudget::used() const
{
    return m_ledger->used;
}

bool ByteBudget::Ledger::add(const QByteArray &owner, qint64 bytes)
{
    const qint64 held = byOwner.value(owner);
    // Subtract, because a sum could overflow.
    if (bytes > limits.total - used || bytes > limits.perOwner - held)
        return false;
    used += bytes;
    if (bytes > 0)
        byOwner.insert(owner, held + bytes);
    return true;
}

void ByteBudget::Ledger::remove(const QByteArray &owner, qint64 bytes)
{
    used -= bytes;
    const auto found = byOwner.find(owner);
    if (found == byOwner.end())
        return;
    *found -= bytes;
    if (*found <= 0)
        byOwner.erase(found);
}

ByteBudget::Hold::Hold(std::shared_ptr<Ledger> ledger, QByteArray owner, qint64 bytes)
    : m_ledger(std::move(ledger))
    , m_owner(std::move(owner))
    , m_bytes(bytes)
{ }

ByteBudget::Hold::Hold(Hold &&other) noexcept
    : m_ledger(std::move(other.m_ledger))
    , m_owner(std::move(other.m_owner))
    , m_bytes(std::exchange(other.m_bytes, 0))
{ }

ByteBudget::Hold &ByteBudget::Hold::operator=(Hold &&other) noexcept
{
    std::swap(m_ledger, other.m_ledger);
    std::swap(m_owner, other.m_owner);
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

ByteBudget::Hold::~Hold()
{
    if (m_ledger)
        m_ledger->remove(m_owner, m_bytes);
}

bool ByteBudget::Hold::grow(qint64 bytes)
{
    if (!m_ledger->add(m_owner, bytes))
        return false;
    m_bytes += bytes;
    return true;
}

void ByteBudget::Hold::shrinkTo(qint64 bytes)
{
    if (bytes >= m_bytes)
        return;
    m_ledger->remove(m_owner, m_bytes - bytes);
    m_bytes = bytes;
}

} // namespace hub
