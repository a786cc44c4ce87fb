// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QSslConfiguration>

namespace hub {

/// What the server shows of itself under TLS 1.2 and later: a certificate with those that lead to
/// its root, and its private key, both in PEM. An Error `bad_certificate` says what is wrong.
Result<QSslConfiguration> tlsIdentity(const QByteArray &certificatesPem, const QByteArray &keyPem);

} // namespace hub
