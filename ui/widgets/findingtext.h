// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/doctor/finding.h"

class QTextEdit;

namespace ui {

/// Returns the name of a check of the doctor for people: `Certificate` for `tls`. An unknown check
/// is returned as it is.
QString checkName(const QByteArray &check);

/// Adds a finding to the end of `edit`: a sign, the name of the check, the text and the advice. All
/// texts are plain text.
void appendFinding(QTextEdit &edit, const Finding &finding);

} // namespace ui
