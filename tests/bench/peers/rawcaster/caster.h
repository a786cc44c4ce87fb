// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/peers/rawcaster/request.h"
#include "tests/bench/peers/rawcaster/topic.h"

#include "hub/loop/uniquefd.h"

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace raw {

/// The least that a server must do to work with the load generator: no store, no limits, no Qt. Its
/// figures show the limit of the machine.
class Caster
{
public:
    explicit Caster(std::uint16_t port);
    Caster(const Caster &) = delete;
    Caster &operator=(const Caster &) = delete;
    ~Caster();

    [[noreturn]] void run();

private:
    struct Connection : Stream
    {
        Topic *topic = nullptr; ///< Null until the client asks for a stream.
        std::string in;
    };

    void accept();
    void handleReady(Connection &connection, std::uint32_t events);
    void close(Connection &connection);
    void answer(Connection &connection, const Request &request);
    void openStream(Connection &connection, std::string_view topic);
    void publish(std::string_view topic, std::string_view members);
    /// Publishes lines that each begin with `job_id`. Returns an answer with one line for each.
    std::string publishAll(std::string_view lines);
    void append(Topic &topic, std::string_view name, std::string_view members);
    void markDirty(Topic &topic);
    Topic &topicNamed(std::string_view name);
    void writeDirty();
    void waitForRoom(Stream &stream, bool wait);
    void watch(int operation, int fd, std::uint32_t events, void *whose);

    hub::UniqueFd m_epoll;
    hub::UniqueFd m_listener;
    std::unordered_map<std::string, std::unique_ptr<Topic>> m_topics;
    Topic *m_all = nullptr; ///< The topic of streams of everything.
    std::vector<Topic *> m_dirty;
    std::string m_head; ///< The start of the current frame; a member, to keep its capacity.
    std::uint64_t m_number = 0;
};

} // namespace raw
