// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace ui {

/// The state of the search in the hub for jobs that match the filter of the list and are not
/// loaded.
struct JobSearch
{
    enum class State {
        None, ///< There is no filter, or all jobs of the hub are loaded.
        Local, ///< Only the monitor can judge the filter, so only loaded jobs are searched.
        Asking, ///< A page is on its way.
        More, ///< The hub has more matches.
        Complete, ///< All matches of the hub are loaded.
        Full, ///< The hub has more matches, but no more jobs fit into the store.
        Failed, ///< The hub did not answer with a page; see `problem`.
    };

    State state = State::None;
    QString problem{}; ///< For people.
    int unjudged = 0; ///< Jobs that the hub left out: a regular expression took too long.

    bool operator==(const JobSearch &) const = default;
};

} // namespace ui
