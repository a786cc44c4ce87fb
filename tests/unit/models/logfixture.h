// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/manualclock.h"
#include "ui/models/logrows.h"

#include <QList>

namespace test {

/// Returns the sequence numbers of all rows.
inline QList<qint64> sequences(const ui::LogRows &rows)
{
    QList<qint64> all;
    for (qint64 row = 0; row < rows.count(); ++row)
        all << rows.sequenceAt(row);
    return all;
}

/// An event ring with small blocks, so that eviction happens often, and rows that are filtered
/// without a thread. Each tenth event is a failure.
struct LogFixture
{
    ui::EventRing ring{{200, 1 << 20, 10, 1 << 16}};
    ManualClock clock;
    ui::LogRows rows{&ring, clock};
    int next = 0;

    void append(int count)
    {
        for (int i = 0; i < count; ++i, ++next) {
            ui::LogRow row;
            row.ms = next;
            row.type = next % 10 == 0 ? hub::EventType::Failed : hub::EventType::Progress;
            row.level = next % 3 == 0 ? ui::LogLevel::Info : ui::LogLevel::None;
            ring.append(row, "job-" + QByteArray::number(next % 7),
                        "row " + QByteArray::number(next));
        }
        rows.advance(std::chrono::milliseconds(100));
    }
    void note() { ring.append({.kind = ui::LogKind::Gap}, {}, "gap"); }
    QList<qint64> shown() const { return sequences(rows); }
};

} // namespace test
