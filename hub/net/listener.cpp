// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/net/listener.h"

#include "hub/base/log.h"
#include "hub/net/descriptorchannel.h"
#include "hub/net/socketchannel.h"

#include <QSslSocket>
#include <QtEndian>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace hub {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds pauseTime = 200ms;
constexpr int mostLastAccepts = SOMAXCONN; ///< The length of the kernel's queue.

struct Accepted
{
    UniqueFd fd; ///< Non-blocking. Empty, with errno set, when accept() failed.
    QHostAddress address;
    quint16 port = 0;
};

Accepted acceptOne(int listening)
{
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    auto *address = reinterpret_cast<sockaddr *>(&peer);
    Accepted accepted;
#ifdef SOCK_CLOEXEC
    accepted.fd.reset(::accept4(listening, address, &size, SOCK_CLOEXEC | SOCK_NONBLOCK));
#else
    accepted.fd.reset(::accept(listening, address, &size));
    if (accepted.fd) {
        ::fcntl(accepted.fd.get(), F_SETFD, FD_CLOEXEC);
        ::fcntl(accepted.fd.get(), F_SETFL, O_NONBLOCK);
    }
#endif
    if (!accepted.fd)
        return accepted;
    accepted.address = QHostAddress(address);
    accepted.port = qFromBigEndian(peer.ss_family == AF_INET6
                                       ? reinterpret_cast<sockaddr_in6 *>(&peer)->sin6_port
                                       : reinterpret_cast<sockaddr_in *>(&peer)->sin_port);
    return accepted;
}

/// Sets how long sent bytes may stay unacknowledged; accepted connections inherit it. Without this
/// option Linux retransmits for about 15 minutes to a peer that has vanished.
void setPeerTimeout(int listening, std::chrono::milliseconds timeout)
{
#ifdef TCP_USER_TIMEOUT
    const auto ms = static_cast<unsigned>(timeout.count());
    ::setsockopt(listening, IPPROTO_TCP, TCP_USER_TIMEOUT, &ms, sizeof ms);
#else
    Q_UNUSED(listening)
    Q_UNUSED(timeout)
#endif
}

/// Sets the size of the kernel's send buffer; accepted connections inherit it. Without this option
/// the kernel buffers up to 4 MiB of unread bytes, which count as memory of the hub. 0 keeps the
/// default of the system.
void setSendBuffer(int listening, qsizetype bytes)
{
    const int size = static_cast<int>(bytes);
    if (size > 0)
        ::setsockopt(listening, SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
}

} // namespace

Listener::Listener(std::shared_ptr<NetContext> context, Serve serve)
    : m_context(std::move(context))
    , m_serve(std::move(serve))
{
    setListenBacklogSize(SOMAXCONN); // with Qt's default of 50 a burst waits for SYN retransmits
}

bool Listener::start(const QHostAddress &address, quint16 port)
{
    return listen(address, port) && begin();
}

bool Listener::adopt(UniqueFd listening)
{
    m_adopted = true;
    if (!setSocketDescriptor(listening.get()))
        return false;
    listening.release();
    return begin();
}

bool Listener::begin()
{
    pauseAccepting();
    applySocketOptions();
    m_listening.reset(::fcntl(static_cast<int>(socketDescriptor()), F_DUPFD_CLOEXEC, 0));
    if (!m_listening)
        return false;
    m_notifier = std::make_unique<QSocketNotifier>(m_listening.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Listener::acceptWaiting);
    return true;
}

void Listener::applySocketOptions()
{
    const int listening = static_cast<int>(socketDescriptor());
    setPeerTimeout(listening, m_context->options.limits.peerTimeout);
    setSendBuffer(listening, m_context->options.limits.sendBufferBytes);
}

void Listener::stop()
{
    if (!m_adopted)
        acceptUpTo(mostLastAccepts); // close() would reset the waiting connections
    m_notifier->setEnabled(false); // before its descriptor is closed
    m_listening.reset();
    close();
}

void Listener::acceptUpTo(int most)
{
    for (int i = 0; i < most && isListening(); ++i) {
        Accepted accepted = acceptOne(m_listening.get());
        if (accepted.fd) {
            if (std::exchange(m_paused, false))
                qCInfo(lcHttp, "accepts connections again");
            admit(std::move(accepted.fd), withoutMapping(accepted.address), accepted.port);
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            return;
        } else if (errno != EINTR && errno != ECONNABORTED) {
            return pause();
        }
    }
}

void Listener::admit(UniqueFd fd, const QHostAddress &address, quint16 port)
{
    std::optional<ConnectionPlace> place = enter(address);
    // Close without an answer: an EventSource retries after a broken connection, but a 503 would
    // end it for good.
    if (!place)
        return;
    std::unique_ptr<Channel> channel = makeChannel(std::move(fd), *std::move(place), port);
    if (!channel)
        return;
    addPendingConnection(m_serve(std::move(channel)));
    pauseAccepting(); // Qt's server took the connection, which resumed accepting
}

/// Returns null, and closes the connection, when the system or a limit does not allow it.
std::unique_ptr<Channel> Listener::makeChannel(UniqueFd fd, ConnectionPlace place, quint16 port)
{
    const auto &tls = m_context->options.tls;
    if (tls)
        return makeTlsChannel(std::move(fd), std::move(place), *tls);
    if (m_context->options.transport == Transport::Descriptor) {
        auto channel = std::make_unique<DescriptorChannel>(std::move(fd), std::move(place), port,
                                                           m_context.get());
        return channel->watched() ? std::move(channel) : nullptr;
    }
    auto socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(fd.get()))
        return nullptr;
    fd.release();
    return std::make_unique<SocketChannel>(std::move(socket), std::move(place), m_context.get());
}

std::unique_ptr<Channel> Listener::makeTlsChannel(UniqueFd fd, ConnectionPlace place,
                                                  const QSslConfiguration &tls)
{
    if (m_context->handshakes.count() >= m_context->options.limits.tlsHandshakes) {
        m_context->reached(
            QByteArrayLiteral("tls_handshakes"),
            QStringLiteral("a connection from %1 was closed").arg(place.address().toString()));
        return nullptr;
    }
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(tls);
    if (!socket->setSocketDescriptor(fd.get()))
        return nullptr;
    fd.release();
    auto channel =
        std::make_unique<SocketChannel>(std::move(socket), std::move(place), m_context.get());
    channel->startHandshake();
    return channel;
}

std::optional<ConnectionPlace> Listener::enter(const QHostAddress &address)
{
    using Reached = ConnectionLedger::Reached;
    const NetLimits &limits = m_context->options.limits;
    // All clients of a proxy have its address, so the limit per address cannot apply to it.
    const bool exempt = (limits.exemptLoopback && address.isLoopback())
                        || (m_context->isProxy && m_context->isProxy(address));
    const ConnectionLedger::Limits most{
        limits.connections, exempt ? 0 : limits.connectionsPerAddress, limits.ipv6Prefix};
    const Reached reached = m_context->ledger->reachedFor(address, most);
    if (reached == Reached::None)
        return m_context->ledger->enter(address, most);
    m_context->reached(reached == Reached::All ? QByteArrayLiteral("connections")
                                               : QByteArrayLiteral("connections_per_address"),
                       QStringLiteral("a connection from %1 was closed").arg(address.toString()));
    return std::nullopt;
}

/// Stops accepting for a short time after an error, which usually means that the process is out of
/// descriptors. An immediate retry would only spin. New connections wait in the kernel's queue.
void Listener::pause()
{
    const int error = errno;
    if (!std::exchange(m_paused, true)) // only once, not at every retry
        qCWarning(lcHttp, "cannot accept connections: %s",
                  std::generic_category().message(error).c_str());
    if (error == EMFILE || error == ENFILE)
        m_context->reached(QByteArrayLiteral("descriptors"),
                           QStringLiteral("connections wait to be accepted"));
    m_notifier->setEnabled(false);
    QTimer::singleShot(pauseTime, m_notifier.get(),
                       [this] { m_notifier->setEnabled(isListening()); });
}

} // namespace hub
