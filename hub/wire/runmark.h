// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace hub {

/// Tells which of two runs of a job is the later one, for a sender that does not number its runs. A
/// later run has larger values. 0 = not given.
struct RunMark
{
    qint64 part = 0; ///< The highest id of the run's parts, such as its builds.
    qint64 atMs = 0; ///< The latest time given, in ms since 1970 by the sender's clock.

    bool operator==(const RunMark &) const = default;

    bool isEmpty() const { return part == 0 && atMs == 0; }
};

/// Returns whether `mark` has a higher part than `other`. Returns false unless both have a part.
inline bool hasNewerPart(const RunMark &mark, const RunMark &other)
{
    return mark.part != 0 && other.part != 0 && mark.part > other.part;
}

/// Returns whether `mark` is later than `other`. Compares the parts if both have one and they
/// differ, otherwise the times. Returns false when a value to compare is missing.
inline bool isAfter(const RunMark &mark, const RunMark &other)
{
    if (mark.part != 0 && other.part != 0 && mark.part != other.part)
        return mark.part > other.part;
    return mark.atMs != 0 && other.atMs != 0 && mark.atMs > other.atMs;
}

} // namespace hub
