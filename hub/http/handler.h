// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/reply.h"
#include "hub/http/request.h"

#include <functional>

namespace hub {

/// Answers a request before it returns, or later on the hub thread.
using Handler = std::function<void(const Request &, Reply)>;

} // namespace hub
