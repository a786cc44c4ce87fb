// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace hub {

/// What a sender says of the run that it speaks of, when it does not number its runs: both grow
/// from each run of a job to the next. 0 = not said.
struct RunMark
{
    qint64 part = 0; ///< The newest part of the run, such as the highest number of its builds.
    qint64 atMs = 0; ///< The latest moment that the sender names, ms since 1970 by its clock.

    bool operator==(const RunMark &) const = default;

    bool isEmpty() const { return part == 0 && atMs == 0; }
};

/// Whether the part of `mark` is newer than that of `other`; false unless both say one.
inline bool hasNewerPart(const RunMark &mark, const RunMark &other)
{
    return mark.part != 0 && other.part != 0 && mark.part > other.part;
}

/// Whether `mark` was made later than `other`: by their parts where these differ, else by their
/// times. False when there is nothing to compare.
inline bool isAfter(const RunMark &mark, const RunMark &other)
{
    if (mark.part != 0 && other.part != 0 && mark.part != other.part)
        return mark.part > other.part;
    return mark.atMs != 0 && other.atMs != 0 && mark.atMs > other.atMs;
}

} // namespace hub
