// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <vector>

namespace bench {

/// Faults of streams. Figures of a hub that loses events mean nothing.
struct Faults
{
    qint64 lost = 0;
    qint64 repeated = 0; ///< Received twice, or after a later one.
    qint64 closed = 0; ///< Connections that the server closed.
    qint64 refused = 0; ///< Requests that got a wrong answer.

    Faults &operator+=(const Faults &other)
    {
        lost += other.lost;
        repeated += other.repeated;
        closed += other.closed;
        refused += other.refused;
        return *this;
    }
    bool any() const { return lost + repeated + closed + refused > 0; }
};

/// The numbers 0, 1, 2 … that one subscriber must receive, each once.
class Tally
{
public:
    /// Strict: a single producer, so the numbers arrive in order. Any: several producers, so they
    /// do not.
    enum class Order { Strict, Any };

    explicit Tally(Order order) : m_order(order) { }

    void take(quint64 number, Faults &faults)
    {
        if (m_order == Order::Strict && number == m_next)
            ++m_next; // the usual case, which happens a million times per second
        else
            takeOther(number, faults);
    }
    /// All numbers below `total` were published. Missing ones count as lost.
    void finish(quint64 total, Faults &faults) const;

private:
    void takeOther(quint64 number, Faults &faults);
    void takeOrdered(quint64 number, Faults &faults);

    Order m_order;
    quint64 m_next = 0;
    std::vector<bool> m_seen; ///< Only with Order::Any.
};

} // namespace bench
