// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace ui {

/// Returns a file name for result image `number` (from 1) of a job: `job-1-2.png`. The ending is
/// that of the format of `bytes`; none if the format is not known. Other characters of the id than
/// letters, digits, `.`, `_` and `-` become `_`, so that the name has no path, is not hidden and is
/// valid on all systems. At most 120 characters.
QString imageFileName(const QByteArray &jobId, int number, const QByteArray &bytes);

} // namespace ui
