// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace ui {

class JobStore;

/// Returns the texts that jobs have in a field of hub::jobFields(), the most frequent first:
/// owners, sources, values of labels, ids. Looks at the newest 20 000 jobs. Empty for other fields.
QStringList filterValues(const JobStore &jobs, const QString &field);

} // namespace ui
