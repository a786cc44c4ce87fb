// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QByteArrayView>

namespace hub {

/// Whether `keyPem` holds the private key, without a password, of the first certificate in
/// `certificatePem`. The Error `bad_certificate` says which of the two is wrong, never what is in
/// it.
Result<void> checkKeyPair(QByteArrayView certificatePem, QByteArrayView keyPem);

} // namespace hub
