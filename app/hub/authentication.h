// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"
#include "hub/auth/authenticator.h"

#include <QSslConfiguration>

#include <optional>

namespace app {

/// Reads the access keys that the configuration names. Blocks on the file system. An Error
/// `bad_config` names key and file.
hub::Result<hub::Authenticator::Options> authenticationOf(const Config &config);

/// Reads the TLS certificate and its key; returns nothing when the configuration names none. Blocks
/// on the file system. An Error `bad_config` names what is wrong.
hub::Result<std::optional<QSslConfiguration>> tlsOf(const Config &config);

} // namespace app
