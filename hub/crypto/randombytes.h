// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QByteArray>

namespace hub {

/// Returns `count` cryptographically secure random bytes. The error is `no_randomness` when
/// OpenSSL's generator fails.
Result<QByteArray> randomBytes(qsizetype count);

} // namespace hub
