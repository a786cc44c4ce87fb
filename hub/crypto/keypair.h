// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QByteArrayView>

namespace hub {

/// Checks that `keyPem` holds the private key of the first certificate in `certificatePem`, and
/// that the key has no password. The error `bad_certificate` tells which of the two is wrong; its
/// message contains neither of them.
Result<void> checkKeyPair(QByteArrayView certificatePem, QByteArrayView keyPem);

} // namespace hub
