// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace hub {

/// What a route asks of its caller.
enum class Access {
    Open, ///< Nothing; webhooks verify their sender by themselves.
    Read,
    Publish,
    Admin,
};

} // namespace hub
