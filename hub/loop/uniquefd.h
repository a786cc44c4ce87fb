// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <utility>

namespace hub {

/// Closes a file descriptor.
void closeDescriptor(int fd);

/// Owns one file descriptor. Move-only.
class UniqueFd
{
public:
    UniqueFd() = default;
    explicit UniqueFd(int fd) : m_fd(fd) { }
    UniqueFd(UniqueFd &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) { }
    UniqueFd &operator=(UniqueFd &&other) noexcept
    {
        reset(std::exchange(other.m_fd, -1));
        return *this;
    }
    UniqueFd(const UniqueFd &) = delete;
    UniqueFd &operator=(const UniqueFd &) = delete;
    ~UniqueFd() { reset(); }

    int get() const { return m_fd; }
    explicit operator bool() const { return m_fd >= 0; }

    /// Returns the descriptor, which the caller owns from now on; -1 when there is none.
    int release() { return std::exchange(m_fd, -1); }

    /// Closes the owned descriptor, if any, and takes ownership of `fd`.
    void reset(int fd = -1)
    {
        if (m_fd >= 0)
            closeDescriptor(m_fd);
        m_fd = fd;
    }

private:
    int m_fd = -1;
};

} // namespace hub
