// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace ui {

/// Returns bytes as lines of 16: their offset, the bytes as hexadecimal numbers, and the printable
/// ASCII characters among them.
QString hexDump(QByteArrayView bytes);

} // namespace ui
