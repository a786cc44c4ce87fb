// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/peers/rawcaster/request.h"

#include <charconv>

namespace raw {

std::optional<Request> firstRequest(std::string_view bytes)
{
    constexpr std::string_view blank = "\r\n\r\n";
    constexpr std::string_view length = "\r\nContent-Length: ";
    const std::size_t end = bytes.find(blank);
    if (end == std::string_view::npos)
        return {};
    const std::string_view head = bytes.substr(0, end);
    std::size_t bodySize = 0;
    if (const std::size_t at = head.find(length); at != std::string_view::npos)
        std::from_chars(head.data() + at + length.size(), head.data() + head.size(), bodySize);
    Request request;
    request.size = end + blank.size() + bodySize;
    if (bytes.size() < request.size)
        return {};
    const std::size_t method = head.find(' ');
    request.method = head.substr(0, method);
    request.path = head.substr(method + 1, head.find(' ', method + 1) - method - 1);
    request.body = bytes.substr(end + blank.size(), bodySize);
    return request;
}

} // namespace raw
