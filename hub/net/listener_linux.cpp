// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/epollset.h"
#include "hub/net/descriptorchannel.h"
#include "hub/net/listener.h"

#include <QSocketNotifier>
#include <QTcpSocket>
#include <QTimer>
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

const Transport defaultTransport = Transport::Descriptor;

namespace {

constexpr std::chrono::milliseconds pauseTime = 200ms;
constexpr int mostLastAccepts = SOMAXCONN; ///< The length of the kernel's queue.
/// Connections accepted in one turn of the event loop, so that open ones are served, too.
constexpr int mostAccepts = 64;

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
    accepted.fd.reset(::accept4(listening, address, &size, SOCK_CLOEXEC | SOCK_NONBLOCK));
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
    const auto ms = static_cast<unsigned>(timeout.count());
    ::setsockopt(listening, IPPROTO_TCP, TCP_USER_TIMEOUT, &ms, sizeof ms);
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

/// Calls accept() itself: when the process is out of descriptors, QTcpServer's own loop would spin
/// without reporting an error.
class LinuxListener final : public Listener
{
public:
    LinuxListener(std::shared_ptr<NetContext> netContext, Serve serve);

    void stop() override;
    void applySocketOptions() override;

private:
    bool begin() override;
    void acceptWaiting() { acceptUpTo(mostAccepts); }
    void acceptUpTo(int most);
    void admit(UniqueFd fd, const QHostAddress &address, quint16 port);
    std::unique_ptr<Channel> makeChannel(UniqueFd fd, ConnectionPlace place, quint16 port);
    void pause();

    /// A duplicate of the listening descriptor. An event dispatcher allows one notifier for each
    /// descriptor, and QTcpServer has its own notifier.
    UniqueFd m_listening;
    std::unique_ptr<QSocketNotifier> m_notifier; ///< Must be destroyed before m_listening.
};

LinuxListener::LinuxListener(std::shared_ptr<NetContext> netContext, Serve serve)
    : Listener(std::move(netContext), std::move(serve))
{
    setListenBacklogSize(SOMAXCONN); // with Qt's default of 50 a burst waits for SYN retransmits
    if (!context().channels)
        context().channels = std::make_shared<EpollSet>();
}

bool LinuxListener::begin()
{
    pauseAccepting();
    applySocketOptions();
    m_listening.reset(::fcntl(static_cast<int>(socketDescriptor()), F_DUPFD_CLOEXEC, 0));
    if (!m_listening)
        return false;
    m_notifier = std::make_unique<QSocketNotifier>(m_listening.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &LinuxListener::acceptWaiting);
    return true;
}

void LinuxListener::applySocketOptions()
{
    const int listening = static_cast<int>(socketDescriptor());
    setPeerTimeout(listening, context().options.limits.peerTimeout);
    setSendBuffer(listening, context().options.limits.sendBufferBytes);
}

void LinuxListener::stop()
{
    if (!isAdopted())
        acceptUpTo(mostLastAccepts); // close() would reset the waiting connections
    m_notifier->setEnabled(false); // before its descriptor is closed
    m_listening.reset();
    close();
}

void LinuxListener::acceptUpTo(int most)
{
    for (int i = 0; i < most && isListening(); ++i) {
        Accepted accepted = acceptOne(m_listening.get());
        if (accepted.fd) {
            sayResumed();
            admit(std::move(accepted.fd), withoutMapping(accepted.address), accepted.port);
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            return;
        } else if (errno != EINTR && errno != ECONNABORTED) {
            return pause();
        }
    }
}

void LinuxListener::admit(UniqueFd fd, const QHostAddress &address, quint16 port)
{
    std::optional<ConnectionPlace> place = enter(address);
    // Close without an answer: an EventSource retries after a broken connection, but a 503 would
    // end it for good.
    if (!place)
        return;
    std::unique_ptr<Channel> channel = makeChannel(std::move(fd), *std::move(place), port);
    if (!channel)
        return;
    addPendingConnection(served(std::move(channel)));
    pauseAccepting(); // Qt's server took the connection, which resumed accepting
}

/// Returns null, and closes the connection, when the system or a limit does not allow it.
std::unique_ptr<Channel> LinuxListener::makeChannel(UniqueFd fd, ConnectionPlace place,
                                                    quint16 port)
{
    const NetOptions &options = context().options;
    if (!options.tls && options.transport == Transport::Descriptor) {
        auto channel =
            std::make_unique<DescriptorChannel>(std::move(fd), std::move(place), port, &context());
        return channel->watched() ? std::move(channel) : nullptr;
    }
    if (!hasRoomForHandshake(place.address()))
        return nullptr;
    std::unique_ptr<QTcpSocket> socket = makeSocket();
    if (!socket->setSocketDescriptor(fd.get()))
        return nullptr;
    fd.release();
    return makeSocketChannel(std::move(socket), std::move(place));
}

/// Stops accepting for a short time after an error, which usually means that the process is out of
/// descriptors. An immediate retry would only spin. New connections wait in the kernel's queue.
void LinuxListener::pause()
{
    const int error = errno;
    sayPaused(QString::fromLatin1(std::generic_category().message(error).c_str()),
              error == EMFILE || error == ENFILE);
    m_notifier->setEnabled(false);
    QTimer::singleShot(pauseTime, m_notifier.get(),
                       [this] { m_notifier->setEnabled(isListening()); });
}

} // namespace

std::unique_ptr<Listener> Listener::make(std::shared_ptr<NetContext> context, Serve serve)
{
    return std::make_unique<LinuxListener>(std::move(context), std::move(serve));
}

} // namespace hub
