// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/listener.h"

#include "hub/base/log.h"
#include "hub/http/gatesocket.h"
#include "hub/http/lingeringclose.h"
#include "hub/http/responsebytes.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace hub {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds pauseTime = 200ms;
constexpr int mostAccepts = 64; ///< Each turn of the loop, so that those already there get theirs.

int acceptOne(int listening)
{
#ifdef SOCK_CLOEXEC
    return ::accept4(listening, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
#else
    const int descriptor = ::accept(listening, nullptr, nullptr);
    if (descriptor >= 0)
        ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    return descriptor;
#endif
}

/// Connections inherit it. Without, the system sends again for a quarter of an hour before it gives
/// up a peer that vanished.
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

} // namespace

Listener::Listener(std::shared_ptr<HttpContext> context, QObject *gateParent)
    : m_context(std::move(context))
    , m_gateParent(gateParent)
{
    setListenBacklogSize(SOMAXCONN); // Qt's 50 makes bursts wait for SYN retransmits
}

bool Listener::start(const QHostAddress &address, quint16 port)
{
    if (!listen(address, port))
        return false;
    pauseAccepting();
    setPeerTimeout(static_cast<int>(socketDescriptor()), m_context->options.limits.peerTimeout);
    m_notifier = new QSocketNotifier(socketDescriptor(), QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &Listener::acceptWaiting);
    return true;
}

void Listener::stop()
{
    m_notifier->setEnabled(false); // before its descriptor is closed
    close();
}

void Listener::acceptWaiting()
{
    for (int i = 0; i < mostAccepts && isListening(); ++i) {
        const int descriptor = acceptOne(static_cast<int>(socketDescriptor()));
        if (descriptor >= 0) {
            if (std::exchange(m_paused, false))
                qCInfo(lcHttp, "accepts connections again");
            auto socket = std::make_unique<QTcpSocket>();
            if (socket->setSocketDescriptor(descriptor))
                admit(std::move(socket));
            else
                ::close(descriptor);
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            return;
        } else if (errno != EINTR && errno != ECONNABORTED) {
            return pause();
        }
    }
}

void Listener::admit(std::unique_ptr<QTcpSocket> socket)
{
    std::optional<ConnectionPlace> place = enter(withoutMapping(socket->peerAddress()));
    if (!place) {
        qCDebug(lcHttp) << "connection refused, too many:" << socket->peerAddress();
        return; // closed without an answer: a 503 would end an EventSource for good, this is
                // retried
    }
    addPendingConnection(
        new GateSocket(std::move(socket), *std::move(place), m_context, m_gateParent));
    pauseAccepting(); // Qt's server took the connection, which resumes
}

std::optional<ConnectionPlace> Listener::enter(const QHostAddress &address)
{
    const HttpLimits &limits = m_context->options.limits;
    const bool exempt = limits.exemptLoopback && address.isLoopback();
    return m_context->ledger->enter(address, limits.connections,
                                    exempt ? 0 : limits.connectionsPerAddress);
}

/// Out of descriptors, most likely. Trying again at once would only spin; who waits, waits in the
/// backlog.
void Listener::pause()
{
    if (!std::exchange(m_paused, true)) // not five times a second
        qCWarning(lcHttp, "cannot accept connections: %s",
                  std::generic_category().message(errno).c_str());
    m_notifier->setEnabled(false);
    QTimer::singleShot(pauseTime, m_notifier, [this] { m_notifier->setEnabled(isListening()); });
}

} // namespace hub
