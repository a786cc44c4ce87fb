// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace hub {

/// What a route asks of its caller.
enum class Access {
    Open, ///< Nothing; webhooks verify their sender by themselves.
    Read,
    Stream, ///< As Read; the only one that also takes a ticket.
    Publish,
    Notify, ///< Publish or notify.
    Admin,
};

} // namespace hub
