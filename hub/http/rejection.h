// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/error.h"

namespace hub {

/// The reason why a request is refused before it reaches a route.
struct Rejection
{
    int status = 400;
    Error error; ///< `code` is one of the stable codes in `resources/docs/api.md`.
};

} // namespace hub
