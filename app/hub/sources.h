// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"
#include "hub/source/source.h"

#include <map>
#include <memory>

namespace app {

/// By the last segment of the webhook path.
using Sources = std::map<QByteArray, std::unique_ptr<hub::Source>>;

/// One source of each built-in scheme, and what the configuration adds or replaces. An Error
/// (`bad_config`) names the entry.
hub::Result<Sources> makeSources(const std::vector<SourceConfig> &configured);

} // namespace app
