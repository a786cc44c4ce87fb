// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"

#include <QList>

namespace test {

/// An event of the job `job` with the id `{ms, 0}`.
inline hub::Event eventAt(qint64 ms, const QByteArray &job, hub::EventType type,
                          const QByteArray &data = "{}")
{
    hub::Event made;
    made.id = {ms, 0};
    made.topic = hub::Topic::job(job);
    made.type = type;
    made.data = data;
    return made;
}

/// The `ms` parts of the event ids in the bytes of a stream, in order.
inline QList<qint64> idsIn(const QByteArray &stream)
{
    QList<qint64> ids;
    for (const QByteArray &line : stream.split('\n'))
        if (line.startsWith("id: "))
            ids << hub::Cursor::parse(line.mid(4))->id.ms;
    return ids;
}

inline QList<qint64> upTo(qint64 first, qint64 last)
{
    QList<qint64> ids;
    for (qint64 id = first; id <= last; ++id)
        ids << id;
    return ids;
}

} // namespace test
