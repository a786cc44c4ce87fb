// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"
#include "hub/service/webhooksource.h"

namespace app {

/// One source of each built-in scheme, for everybody to send to.
std::vector<SourceConfig> builtInSources();

/// Whether the entry makes sense, without a look at its secrets. An Error (`bad_config`) names it.
hub::Result<void> checkSource(const SourceConfig &config);

/// Those that are built in, and what the configuration adds or replaces. Reads the files
/// of the secrets. An Error (`bad_config`) names the entry, and the file.
hub::Result<hub::WebhookSources> makeSources(const std::vector<SourceConfig> &configured);

} // namespace app
