// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"
#include "hub/auth/authenticator.h"

#include <QSslConfiguration>

#include <optional>

namespace app {

/// The keys that the configuration names, read; an Error `bad_config` names key and file.
hub::Result<hub::Authenticator::Options> authenticationOf(const Config &config);

/// The certificate that it names; nothing when it names none.
hub::Result<std::optional<QSslConfiguration>> tlsOf(const Config &config);

} // namespace app
