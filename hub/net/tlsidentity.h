// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QSslConfiguration>

namespace hub {

/// Returns the TLS configuration of a server, for TLS 1.2 and later. `certificatesPem` has the
/// server certificate first, then its intermediates. The key must be RSA or elliptic curve. The
/// error `bad_certificate` says what is wrong.
Result<QSslConfiguration> tlsIdentity(const QByteArray &certificatesPem, const QByteArray &keyPem);

} // namespace hub
