// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/readsession.h"

namespace hub {

Result<std::unique_ptr<ReadSession>> openReadSession(const StoreOptions &options,
                                                     const Clock &clock)
{
    auto database = std::make_unique<Database>(options.path);
    // Closing this connection must not copy the log into the file: only the writer knows whether
    // the file is damaged or was replaced.
    database->setCheckpointsOnClose(false);
    database->execute("PRAGMA busy_timeout = "
                      + QByteArray::number(qint64{options.busyTimeout.count()})
                      + ";PRAGMA query_only = ON;"
                        "PRAGMA temp_store = MEMORY;"
                        "PRAGMA cache_size = -16384"); // KiB
    database->setMaxValueBytes(options.maxValueBytes);
    auto session = std::make_unique<ReadSession>(std::move(database), clock);
    if (const auto failure = session->database->takeFailure()) {
        return Error{
            QByteArrayLiteral("store_unusable"),
            QStringLiteral("cannot read the database %1: %2").arg(options.path, failure->message)};
    }
    return session;
}

} // namespace hub
