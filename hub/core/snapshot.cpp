// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/snapshot.h"

namespace hub {

namespace {

/// Bytes of one part, the unit of writes to a slow socket. The last job of a part may exceed it.
constexpr qsizetype partBytes = 64 * 1024;

QByteArray tail(bool truncated)
{
    return truncated ? QByteArrayLiteral("],\"truncated\":true}\n\n")
                     : QByteArrayLiteral("],\"truncated\":false}\n\n");
}

/// Puts each line of the JSON on a `data` line of its own, because a line break ends the field.
QByteArray inDataLines(QByteArray json)
{
    if (!json.contains('\n') && !json.contains('\r'))
        return json;
    json.replace("\r\n", "\n").replace('\r', '\n');
    return json.replace("\n", "\ndata: ");
}

} // namespace

Snapshot::Snapshot(const QByteArray &asOf, bool withId)
{
    const QByteArray id = withId ? "id: " + asOf + '\n' : QByteArray();
    append(id + "event: hub.snapshot\ndata: {\"as_of\":\"" + asOf + "\",\"jobs\":[");
}

void Snapshot::add(const QByteArray &job)
{
    const QByteArray text = inDataLines(job);
    append(m_jobs++ > 0 ? ',' + text : text);
}

void Snapshot::finish(bool truncated)
{
    m_truncated = truncated;
    append(tail(truncated));
}

QByteArray Snapshot::cutOff()
{
    return tail(true);
}

void Snapshot::append(const QByteArray &text)
{
    if (m_parts.empty() || m_parts.back().size() >= partBytes)
        m_parts.push_back(text);
    else
        m_parts.back() += text;
    m_bytes += text.size();
}

} // namespace hub
