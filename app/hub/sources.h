// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"
#include "hub/service/webhooksource.h"

namespace app {

/// Returns the sources that exist without configuration. They have no secrets, so they accept
/// webhooks from everybody.
std::vector<SourceConfig> builtInSources();

/// Checks an entry, except for the content of its secrets. An Error `bad_config` names the entry.
hub::Result<void> checkSource(const SourceConfig &config);

/// Creates the built-in and the configured sources. A configured source replaces a built-in one of
/// the same name. Reads the files of the secrets. An Error `bad_config` names the entry and the
/// file.
hub::Result<hub::WebhookSources> makeSources(const std::vector<SourceConfig> &configured);

} // namespace app
