// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/peers/rawcaster/caster.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>

namespace raw {

namespace {

constexpr int backlog = 1024;
constexpr std::string_view streams = "/api/v1/events";
constexpr std::string_view batch = "/api/v1/events:batch";
constexpr std::string_view jobs = "/api/v1/jobs/";
// The same text as the hub adds to an event, so that frames have the same size.
constexpr std::string_view idStart = "id: rawcaster0.1795528407206-";
constexpr std::string_view frameEnd = ",\"time\":\"2026-01-01T00:00:00.000Z\"}\n\n";

void sendAll(int fd, std::string_view bytes)
{
    // The answer fits into the socket buffer, because the client waits for each answer.
    if (::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(bytes.size()))
        std::fputs("rawcaster: an answer was not taken\n", stderr);
}

void answerWith(int fd, std::string_view status, std::string_view body)
{
    std::string text("HTTP/1.1 ");
    text.append(status).append("\r\nContent-Type: application/json\r\nContent-Length: ");
    text.append(std::to_string(body.size())).append("\r\n\r\n").append(body);
    sendAll(fd, text);
}

[[noreturn]] void fail(const char *what)
{
    std::perror(what);
    std::exit(1);
}

} // namespace

Caster::Caster(std::uint16_t port)
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
    , m_all(&topicNamed({}))
{
    const int on = 1;
    ::setsockopt(m_listener.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(m_listener.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || ::listen(m_listener.get(), backlog) != 0)
        fail("rawcaster: listen");
    watch(EPOLL_CTL_ADD, m_listener.get(), EPOLLIN, nullptr);
}

Caster::~Caster() = default;

void Caster::run()
{
    std::array<epoll_event, 512> ready;
    for (;;) {
        const int count = ::epoll_wait(m_epoll.get(), ready.data(), ready.size(), -1);
        for (int i = 0; i < count; ++i) {
            const epoll_event &event = ready[static_cast<std::size_t>(i)];
            if (event.data.ptr)
                handleReady(*static_cast<Connection *>(event.data.ptr), event.events);
            else
                accept();
        }
        writeDirty();
    }
}

void Caster::accept()
{
    for (int fd = -1;
         (fd = ::accept4(m_listener.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0;) {
        const int on = 1;
        ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        // close() deletes it. Until then only the epoll set points to it.
        auto *connection = new Connection;
        connection->fd = fd;
        watch(EPOLL_CTL_ADD, fd, EPOLLIN, connection);
    }
}

void Caster::handleReady(Connection &connection, std::uint32_t events)
{
    if ((events & EPOLLOUT) != 0 && connection.topic) {
        waitForRoom(connection, !connection.topic->write(connection));
        markDirty(*connection.topic); // so that trim() can remove what this stream now has
    }
    if ((events & EPOLLOUT) == events)
        return;
    static std::array<char, 256 * 1024> buffer;
    const ssize_t count = ::recv(connection.fd, buffer.data(), buffer.size(), 0);
    if (count == 0 || (count < 0 && errno != EAGAIN))
        return close(connection);
    connection.in.append(buffer.data(), static_cast<std::size_t>(std::max(count, ssize_t{0})));
    while (const std::optional<Request> request = firstRequest(connection.in)) {
        answer(connection, *request);
        connection.in.erase(0, request->size);
    }
    if (connection.topic)
        std::string().swap(connection.in); // ignores further bytes from a stream's client
}

void Caster::close(Connection &connection)
{
    if (connection.topic)
        connection.topic->remove(&connection);
    ::close(connection.fd);
    delete &connection;
}

void Caster::answer(Connection &connection, const Request &request)
{
    const std::string_view path = request.path;
    if (request.method == "GET" && path.starts_with(streams)) {
        const std::string_view rest = path.substr(streams.size());
        openStream(connection, rest.empty() ? rest : rest.substr(1));
    } else if (request.method == "GET") {
        answerWith(connection.fd, "200 OK", R"({"status":"ok"})");
    } else if (path == batch) {
        answerWith(connection.fd, "207 Multi-Status", publishAll(request.body));
    } else {
        const std::string_view topic = path.substr(jobs.size());
        publish(topic.substr(0, topic.find('/')), request.body.substr(1));
        answerWith(connection.fd, "202 Accepted",
                   "{\"event_id\":\"" + std::to_string(m_number) + "\"}");
    }
}

void Caster::openStream(Connection &connection, std::string_view topic)
{
    sendAll(connection.fd,
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
            "event: hub.hello\ndata: {}\n\n");
    connection.topic = &topicNamed(topic);
    connection.topic->add(&connection);
}

void Caster::publish(std::string_view topic, std::string_view members)
{
    ++m_number;
    append(topicNamed(topic), topic, members);
    append(*m_all, topic, members);
}

std::string Caster::publishAll(std::string_view lines)
{
    constexpr std::string_view start = "{\"job_id\":\"";
    std::string answer;
    for (std::size_t number = 1; !lines.empty(); ++number) {
        const std::size_t end = lines.find('\n');
        const std::string_view line = lines.substr(start.size(), end - start.size());
        const std::size_t quote = line.find('"');
        publish(line.substr(0, quote), line.substr(quote + 2));
        answer.append("{\"line\":").append(std::to_string(number));
        answer.append(R"(,"status":202,"event_id":")").append(std::to_string(m_number));
        answer.append("\"}\n");
        lines.remove_prefix(end + 1);
    }
    return answer;
}

void Caster::append(Topic &topic, std::string_view name, std::string_view members)
{
    m_head.assign(idStart).append(std::to_string(m_number)).append("\nevent: log\ndata: ");
    m_head.append("{\"job_id\":\"").append(name).append(R"(","status":"queued",)");
    topic.append(m_head, members.substr(0, members.size() - 1), frameEnd);
    markDirty(topic);
}

void Caster::markDirty(Topic &topic)
{
    if (!std::exchange(topic.dirty, true))
        m_dirty.push_back(&topic);
}

Topic &Caster::topicNamed(std::string_view name)
{
    std::unique_ptr<Topic> &topic = m_topics[std::string(name)];
    if (!topic)
        topic = std::make_unique<Topic>();
    return *topic;
}

void Caster::writeDirty()
{
    for (Topic *topic : m_dirty) {
        topic->dirty = false;
        for (Stream *stream : topic->streams())
            if (!stream->waitsForRoom)
                waitForRoom(*stream, !topic->write(*stream));
        topic->trim();
    }
    m_dirty.clear();
}

void Caster::waitForRoom(Stream &stream, bool wait)
{
    if (std::exchange(stream.waitsForRoom, wait) != wait)
        watch(EPOLL_CTL_MOD, stream.fd, wait ? EPOLLIN | EPOLLOUT : EPOLLIN,
              static_cast<Connection *>(&stream));
}

void Caster::watch(int operation, int fd, std::uint32_t events, void *whose)
{
    epoll_event event{events, {whose}};
    if (::epoll_ctl(m_epoll.get(), operation, fd, &event) != 0)
        fail("rawcaster: epoll");
}

} // namespace raw
