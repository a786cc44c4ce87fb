// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/filter/filtervalue.h"
#include "ui/models/formats.h"

#include <optional>

namespace ui {

/// A mistake in the text of a filter, for the field in which it was typed.
struct FilterProblem
{
    qsizetype position = 0; ///< Of the first wrong character, in UTF-16 code units.
    qsizetype length = 0; ///< 0 = something is missing at the position.
    QString message; ///< For people, without the position.
};

// The widgets know the time of a filter only by this name.
using FilterMoment = hub::FilterContext;

/// Returns the time to which `today`, `14:00` and ages in a filter are relative. Times without an
/// offset are local, or UTC when times are shown so.
FilterMoment filterMoment(qint64 wallMs, TimeStyle style);

/// Returns the same time for a filter that judges a whole list in one turn of the GUI thread: a
/// regular expression takes at most 500 steps from one position, and sees 512 characters of a text.
FilterMoment inOneTurn(FilterMoment moment);

} // namespace ui
