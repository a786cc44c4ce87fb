// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QModelIndex>
#include <QString>

class QTreeView;

namespace ui {

/// Returns the row of a cell as one line, with a tab between the columns. The columns are those
/// that the user sees, in their order.
QString rowText(const QTreeView &view, const QModelIndex &cell);

} // namespace ui
