// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace raw {

/// One request; views into the bytes that it was read from.
struct Request
{
    std::string_view method;
    std::string_view path;
    std::string_view body;
    std::size_t size = 0; ///< Of all of it.
};

/// The first request of `bytes`, when it is complete. Trusts its one client, the load generator.
std::optional<Request> firstRequest(std::string_view bytes);

} // namespace raw
