// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/error.h"

namespace hub {

/// Why a request is refused before any route sees it.
struct Rejection
{
    int status = 400;
    Error error; ///< `code` is a stable word of api.md.
};

} // namespace hub
