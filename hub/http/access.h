// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace hub {

/// The permission that a route requires of its caller.
enum class Access {
    Open, ///< None. The caller is not identified; webhook routes verify their senders themselves.
    Read,
    Stream, ///< As Read, and a ticket is accepted in place of a token.
    Publish,
    Notify, ///< Publish or Notify; the route checks which users the caller may notify.
    Admin,
};

} // namespace hub
