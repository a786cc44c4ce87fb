// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>

#include <memory>
#include <optional>

namespace hub {

/// Limits the bytes that all owners hold together, and the bytes that each owner holds. An owner is
/// any name: an address, a user, a source. Used by one thread.
class ByteBudget
{
public:
    /// Bytes reserved for one owner. The destructor returns them to the budget, and may run after
    /// the ByteBudget is destroyed. Move-only.
    class Hold;

    struct Limits
    {
        qint64 total = 0; ///< Bytes of all owners together.
        qint64 perOwner = 0; ///< Bytes of one owner.
    };

    explicit ByteBudget(Limits limits);

    /// Replaces the limits. Bytes already reserved stay reserved, even above the new limits.
    void setLimits(Limits limits);

    /// Reserves `bytes` (0 or more) for `owner`. Returns nullopt when this would exceed a limit.
    std::optional<Hold> take(const QByteArray &owner, qint64 bytes);

    Limits limits() const { return m_ledger->limits; }

    /// Returns the bytes reserved now, for all owners together.
    qint64 used() const;

private:
    struct Ledger
    {
        Limits limits;
        qint64 used = 0;
        QHash<QByteArray, qint64> byOwner; ///< Only owners that hold bytes.

        bool add(const QByteArray &owner, qint64 bytes);
        void remove(const QByteArray &owner, qint64 bytes);
    };

    std::shared_ptr<Ledger> m_ledger;
};

class ByteBudget::Hold
{
public:
    Hold(Hold &&other) noexcept;
    Hold &operator=(Hold &&other) noexcept;
    ~Hold();

    /// Reserves `bytes` more. Returns false and changes nothing when this would exceed a limit.
    bool grow(qint64 bytes);
    /// Returns the bytes above `bytes` to the budget. Does nothing when fewer are reserved.
    void shrinkTo(qint64 bytes);
    qint64 bytes() const { return m_bytes; }

private:
    friend class ByteBudget;
    Hold(std::shared_ptr<Ledger> ledger, QByteArray owner, qint64 bytes);

    std::shared_ptr<Ledger> m_ledger; ///< Null once moved from.
    QByteArray m_owner;
    qint64 m_bytes = 0;
};

} // namespace hub
