// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/crypto/randombytes.h"

#include <openssl/rand.h>

namespace hub {

Result<QByteArray> randomBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    if (RAND_bytes(reinterpret_cast<unsigned char *>(bytes.data()), int(count)) != 1)
        return Error{QByteArrayLiteral("no_randomness"),
                     QStringLiteral("the system's random number generator failed")};
    return bytes;
}

} // namespace hub
