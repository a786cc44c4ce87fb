// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/sqlitestore.h"
#include "tests/support/manualclock.h"
#include "tests/support/storecalls.h"

#include <QTemporaryDir>

namespace test {

inline QByteArrayList idsOf(const std::vector<hub::Job> &jobs)
{
    QByteArrayList ids;
    for (const hub::Job &job : jobs)
        ids.append(job.id);
    return ids;
}

/// A store on a file in a temporary folder, with a clock that the test moves.
struct StoreFixture
{
    StoreFixture() { options.path = folder.filePath(QStringLiteral("data/hub.db")); }

    /// Opens the store, or closes it and opens it again. Returns false when that fails.
    bool open()
    {
        calls.reset();
        store.reset();
        auto opened = hub::SqliteStore::open(options, clock);
        if (!opened) {
            qWarning("%s", qPrintable(opened.error().message));
            return false;
        }
        store = std::move(*opened);
        calls.emplace(*store);
        return true;
    }

    QByteArray cursor(hub::EventId id) const { return hub::Cursor{store->epoch(), id}.toWire(); }

    /// Publishes an event 10 ms after the one before. Returns its id, or a null id on failure.
    hub::EventId publish(const QByteArray &job, hub::EventType type,
                         std::optional<double> progress = {})
    {
        clock.advance(10);
        const auto answer = calls->publish(job, type, progress);
        return answer ? answer->receipt.event : hub::EventId{};
    }

    QTemporaryDir folder;
    ManualClock clock;
    hub::StoreOptions options;
    std::unique_ptr<hub::SqliteStore> store;
    std::optional<StoreCalls> calls;
};

} // namespace test
