// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace hub {

/// Whether both hold the same bytes, in a time that tells nothing about where they differ. Their
/// sizes are no secret.
bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

} // namespace hub
