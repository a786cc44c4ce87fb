// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/source.h"

#include "hub/crypto/digest.h"

#include <QCryptographicHash>

namespace hub {

DedupKey bodyDedupKey(const Inbound &inbound, QByteArrayView kind)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(inbound.source);
    hash.addData(QByteArrayLiteral("\n")); // no source name holds one
    if (!kind.isEmpty())
        hash.addData(kind.toByteArray() + '\n'); // no header value holds one
    hash.addData(inbound.body);
    return {hash.result().toHex()};
}

DedupKey idDedupKey(const Inbound &inbound, QByteArrayView id)
{
    return {"id:" + sha256(inbound.source + '\n' + id.toByteArray()).toHex(), true};
}

} // namespace hub
