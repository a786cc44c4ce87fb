// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QStringList>
#include <QUrl>

namespace helio {

/// Takes `--hub URL` or `--hub=URL` out of `words`; else the environment's, else the default.
hub::Result<QUrl> takeHub(QStringList *words);

/// Takes `--token-file FILE` out of `words`; else $HELIOGRAPH_TOKEN_FILE's content, else
/// $HELIOGRAPH_TOKEN, else nothing. A token never stands in the words themselves: everybody on the
/// machine could read it there.
hub::Result<QByteArray> takeToken(QStringList *words);

/// Takes `--ca-file FILE` out of `words`, else $HELIOGRAPH_CA_FILE, and trusts what it holds
/// besides what the system trusts.
hub::Result<void> takeAuthorities(QStringList *words);

/// An http or https address, or an error that quotes it.
hub::Result<QUrl> hubAddress(const QString &text);

} // namespace helio
