// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/jobcolumns.h"

#include <QStringList>

namespace ui {

/// Returns the words of the language that a column of the jobs table shows: those of the states or
/// of the kinds. Returns none for a column with other texts.
QStringList wordsOf(JobColumn column);

} // namespace ui
