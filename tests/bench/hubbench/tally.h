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
    qint64 closed = 0; ///< Streams that the hub ended.
    qint64 refused = 0; ///< Requests that were not answered as they should.

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

    void take(quint64 number, Faults &faults);
    /// Everything below `total` was sent: what is missing is lost.
    void finish(quint64 total, Faults &faults) const;

private:
    void takeOrdered(quint64 number, Faults &faults);

    Order m_order;
    quint64 m_next = 0;
    std::vector<bool> m_seen; ///< Order::Any only.
};

} // namespace bench
