// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

class QHeaderView;

namespace ui {

/// The columns' order, widths, visibility and sorting as text, keyed by the names of the columns,
/// so that a later version with other columns still finds its way.
QByteArray saveHeader(const QHeaderView &header, const QList<QByteArray> &names);

/// Applies what fits; what is unknown, missing or from another version leaves the header as it is.
void restoreHeader(QHeaderView &header, const QList<QByteArray> &names, const QByteArray &state);

} // namespace ui
