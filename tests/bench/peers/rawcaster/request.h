// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace raw {

/// One request. Its members are views into the bytes that it was read from.
struct Request
{
    std::string_view method;
    std::string_view path;
    std::string_view body;
    std::size_t size = 0; ///< Size of the whole request in bytes.
};

/// The first request in `bytes`; nullopt while it is incomplete. Trusts its only client, the load
/// generator.
std::optional<Request> firstRequest(std::string_view bytes);

} // namespace raw
