// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/filteredit.h"

class QMenu;

namespace ui {

/// Adds the entries `Filter by …` and `Exclude …` for a term to a menu. They call `use`.
void addFilterActions(QMenu &menu, const QString &term, const std::function<void(FilterUse)> &use);

/// Adds the entries that combine a term with a filter that is set: `Or …` and `Only …`.
void addCombinations(QMenu &menu, const QString &term, const std::function<void(FilterUse)> &use);

} // namespace ui
