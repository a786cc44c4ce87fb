// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>

#include <memory>
#include <optional>

namespace hub {

/// A bound on the bytes that many owners hold together, and on what one owner may hold of them.
/// An owner is any name: an address, a user, a source. Used by one thread.
class ByteBudget
{
public:
    /// Bytes that one owner holds. Gives them back when it is destroyed, also after the budget is
    /// gone. Move-only.
    class Hold;

    struct Limits
    {
        qint64 total = 0; ///< Bytes of all owners together.
        qint64 perOwner = 0; ///< Bytes of one owner.
    };

    explicit ByteBudget(Limits limits);

    /// Takes over other limits. What is held stays held, also when it is more than they allow.
    void setLimits(Limits limits);

    /// Reserves `bytes` (0 or more) for `owner`; nothing when one of the limits would be exceeded.
    std::optional<Hold> take(const QByteArray &owner, qint64 bytes);

    Limits limits() const { return m_ledger->limits; }

    /// Bytes that are held now.
    qint64 used() const;

private:
    struct Ledger
    {
        Limits limits;
        qint64 used = 0;
        QHash<QByteArray, qint64> byOwner; ///< Only owners that hold something.

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

    /// Reserves `bytes` more; false, and nothing changed, when one of the limits would be exceeded.
    bool grow(qint64 bytes);
    /// Gives back what is held beyond `bytes`.
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
