// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/crypto/privatekey.h"

#include <QString>

namespace helio {

/// A key pair to try a hub with, in two files of a folder.
struct DevKey
{
    hub::PrivateKey key;
    QString privateFile; ///< For its owner alone.
    QString publicFile; ///< For the hub's configuration.
    bool isNew = false;
};

/// Reads the pair, or makes it (Ed25519), and the folder. A private key is never overwritten.
hub::Result<DevKey> devKeyIn(const QString &folder);

} // namespace helio
