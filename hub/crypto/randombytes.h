// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QByteArray>

namespace hub {

/// So many bytes that nobody can guess; `no_randomness` when the system has none to give.
Result<QByteArray> randomBytes(qsizetype count);

} // namespace hub
