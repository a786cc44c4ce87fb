// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <vector>

namespace bench {

/// What went wrong on streams. A benchmark of a hub that loses events measures nothing.
struct Faults
{
    qint64 lost = 0;
    qint64 repeated = 0; ///< A second time, or behind a later one.
    qint64 closed = 0; ///< Connections that the server ended.
    qint64 refused = 0; ///< Requests that were not answered as they should.

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

/// The numbers 0, 1, 2 … that one subscriber must get, each once.
class Tally
{
public:
    /// Ordered: they come in this order, from a single producer. Unordered: producers raced each
    /// other.
    enum class Order { Strict, Any };

    explicit Tally(Order order) : m_order(order) { }

    void take(quint64 number, Faults &faults)
    {
        if (m_order == Order::Strict && number == m_next)
            ++m_next; // all there is to do a million times a second
        else
            takeOther(number, faults);
    }
    /// Everything below `total` was sent: what is missing is lost.
    void finish(quint64 total, Faults &faults) const;

private:
    void takeOther(quint64 number, Faults &faults);
    void takeOrdered(quint64 number, Faults &faults);

    Order m_order;
    quint64 m_next = 0;
    std::vector<bool> m_seen; ///< Order::Any only.
};

} // namespace bench
