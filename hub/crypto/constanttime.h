// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace hub {

/// Returns whether `a` and `b` are equal. The time does not depend on where they differ, so an
/// attacker cannot guess a secret byte by byte. It does reveal whether their sizes are equal.
bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

} // namespace hub
