// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QStringList>
#include <QUrl>

namespace helio {

/// Removes `--hub URL` or `--hub=URL` from `words` and returns the address. Without the option,
/// returns $HELIOGRAPH_URL, or http://127.0.0.1:4354 if that is not set. The last of several
/// options counts, here and below.
hub::Result<QUrl> takeHub(QStringList *words);

/// Removes `--token-file FILE` from `words` and returns the token in that file. Without the option,
/// uses the file that $HELIOGRAPH_TOKEN_FILE names, then the value of $HELIOGRAPH_TOKEN. Returns an
/// empty token if none is set. No option takes the token itself, because other users of the machine
/// can read the command line.
hub::Result<QByteArray> takeToken(QStringList *words);

/// Removes `--ca-file FILE` from `words`. Without the option, uses $HELIOGRAPH_CA_FILE. From then
/// on this process trusts the certificates in the file in addition to those of the system.
hub::Result<void> takeAuthorities(QStringList *words);

/// Returns the URL if `text` is an http or https address with a host. The error quotes `text`.
hub::Result<QUrl> hubAddress(const QString &text);

} // namespace helio
