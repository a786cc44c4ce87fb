// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace hub {

/// Tells a webhook that is sent again from a new one of the same source.
struct DedupKey
{
    QByteArray text; ///< Empty = never the same as another.
    /// It is an id that the sender gave. Without one the key is made of the bytes, which may be
    /// sent anew: they are a repeat only while the job has not moved on.
    bool isId = false;

    bool operator==(const DedupKey &) const = default;
};

} // namespace hub
