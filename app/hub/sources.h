// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"
#include "hub/source/source.h"

#include <map>
#include <memory>

namespace app {

/// The webhook sources by path name: one of each built-in scheme, and what the configuration adds or replaces.
std::map<QByteArray, std::unique_ptr<hub::Source>> makeSources(const Config &config);

} // namespace app
