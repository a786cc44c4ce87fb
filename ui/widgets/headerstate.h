// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

class QHeaderView;

namespace ui {

/// Returns the order, width, visibility and sorting of the columns as text. Sorting by no column is
/// stored as `default=`. `names` has one name for each logical column, and none is `default`.
/// Columns are stored by name, so that the text stays valid when a later version adds or removes
/// columns.
QByteArray saveHeader(const QHeaderView &header, const QList<QByteArray> &names);

/// Applies the text of saveHeader(). Ignores unknown columns and text of another format version.
/// Columns that are missing in the text keep their settings.
void restoreHeader(QHeaderView &header, const QList<QByteArray> &names, const QByteArray &state);

} // namespace ui
