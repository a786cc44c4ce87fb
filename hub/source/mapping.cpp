// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/mapping.h"

#include "hub/crypto/digest.h"

#include <QCryptographicHash>

namespace hub {

DedupKey bodyDedupKey(const Inbound &inbound, QByteArrayView kind)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(inbound.source);
    hash.addData(QByteArrayLiteral("\n")); // a source name has no line break
    if (!kind.isEmpty())
        hash.addData(kind.toByteArray() + '\n'); // a header value has no line break
    hash.addData(inbound.body);
    return {hash.result().toHex()};
}

DedupKey idDedupKey(const Inbound &inbound, QByteArrayView id)
{
    return {"id:" + sha256(inbound.source + '\n' + id.toByteArray()).toHex(), true};
}

} // namespace hub
