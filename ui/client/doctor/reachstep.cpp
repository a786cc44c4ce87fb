// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/doctor/reachstep.h"

#include "ui/client/hubnetwork.h"

#include <QDateTime>
#include <QHostInfo>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimeZone>

namespace ui {

namespace {

constexpr std::chrono::days soon{14}; ///< Certificates are usually renewed 30 days before the end.

QString protocolName(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2: return QStringLiteral("TLS 1.2");
    case QSsl::TlsV1_3: return QStringLiteral("TLS 1.3");
    default: return ReachStep::tr("an old version of TLS");
    }
}

} // namespace

ReachStep::ReachStep(const Patient &patient, const hub::Clock &clock)
    : DoctorStep(patient, clock)
    , m_socket(std::make_unique<QSslSocket>())
    , m_deadline(clock)
{
    connect(&m_deadline, &hub::ClockTimer::timedOut, this, &ReachStep::handleTimeout);
    connect(m_socket.get(), &QAbstractSocket::connected, this, &ReachStep::handleConnected);
    connect(m_socket.get(), &QAbstractSocket::errorOccurred, this, &ReachStep::handleError);
    connect(m_socket.get(), &QSslSocket::encrypted, this, &ReachStep::handleEncrypted);
    connect(m_socket.get(), &QSslSocket::sslErrors, this, &ReachStep::handleSslErrors);
}

ReachStep::~ReachStep()
{
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
}

void ReachStep::start()
{
    startPart();
    // The default may have changed since construction.
    const QSslConfiguration usual = QSslConfiguration::defaultConfiguration();
    m_socket->setSslConfiguration(m_patient.pin.isEmpty() ? usual : trustingNobody(usual));
    const QHostAddress literal(m_patient.hub.host());
    if (!literal.isNull())
        return connectTo(literal);
    m_lookup = QHostInfo::lookupHost(m_patient.hub.host(), this, [this](const QHostInfo &info) {
        m_lookup = -1;
        handleAddresses(info.addresses(), info.errorString());
    });
}

void ReachStep::startPart()
{
    m_startedMs = m_clock.steadyMs();
    m_deadline.start(m_patient.deadline);
}

void ReachStep::handleAddresses(const QList<QHostAddress> &addresses, const QString &error)
{
    if (isFinished())
        return;
    const QString host = m_patient.hub.host();
    if (addresses.isEmpty()) {
        fault("dns", tr("%1 has no address: %2").arg(host, error));
        return finish();
    }
    QStringList texts;
    for (const QHostAddress &address : addresses)
        texts << address.toString();
    good("dns", tr("%1 is %2, found in %3 ms")
                    .arg(host, texts.join(QStringLiteral(", ")))
                    .arg(elapsed().count()));
    // Connect by name: Qt then tries one address after the other, as other clients do.
    startPart();
    m_socket->connectToHost(
        host, static_cast<quint16>(
                  m_patient.hub.port(m_patient.hub.scheme() == QLatin1String("https") ? 443 : 80)));
}

void ReachStep::connectTo(const QHostAddress &address)
{
    good("dns", tr("%1 is an IP address; no name to look up").arg(address.toString()));
    m_socket->connectToHost(address,
                            static_cast<quint16>(m_patient.hub.port(
                                m_patient.hub.scheme() == QLatin1String("https") ? 443 : 80)));
}

void ReachStep::handleConnected()
{
    m_connected = true;
    const QHostAddress peer = m_socket->peerAddress();
    good("tcp", tr("connected to %1 port %2 in %3 ms")
                    .arg(peer.toString())
                    .arg(m_socket->peerPort())
                    .arg(elapsed().count()));
    if (m_patient.hub.scheme() == QLatin1String("https")) {
        startPart();
        m_socket->setPeerVerifyName(m_patient.hub.host());
        return m_socket->startClientEncryption();
    }
    if (!peer.isLoopback())
        note("tls", tr("the connection is not encrypted: others can read tokens and events"),
             tr("put nginx or Caddy with TLS in front of the hub (see packaging/proxies)"));
    finish();
}

void ReachStep::handleSslErrors(const QList<QSslError> &errors)
{
    const QSslCertificate shown = m_socket->peerCertificate();
    if (!m_patient.pin.isEmpty() && fingerprintOf(shown) == m_patient.pin)
        return m_socket->ignoreSslErrors(errors);
    const auto refused = Certificate::describe(m_patient.hub, shown, errors, m_patient.pin);
    m_refusal = refused.reason();
    emit certificateRefused(refused);
}

void ReachStep::handleEncrypted()
{
    const QSslCertificate certificate = m_socket->peerCertificate();
    const qint64 days = QDateTime::fromMSecsSinceEpoch(m_clock.wallMs(), QTimeZone::utc())
                            .daysTo(certificate.expiryDate());
    const auto left = static_cast<int>(days);
    const QString words =
        m_patient.pin.isEmpty()
            ? tr("%1 in %2 ms; the certificate is valid and expires in %n days", nullptr, left)
            : tr("%1 in %2 ms; the certificate is the pinned one and expires in %n days", nullptr,
                 left);
    const QString text =
        words.arg(protocolName(m_socket->sessionProtocol())).arg(elapsed().count());
    if (days < soon.count())
        note("tls", text, tr("renew the certificate, and check why automatic renewal failed"));
    else
        good("tls", text);
    finish();
}

void ReachStep::handleError()
{
    if (isFinished())
        return;
    if (!m_connected)
        fault("tcp", tr("no connection: %1").arg(m_socket->errorString()),
              tr("check that the hub runs and listens on this port, and that no firewall "
                 "blocks it"));
    else
        fault("tls", tr("the TLS handshake failed: %1")
                         .arg(m_refusal.isEmpty() ? m_socket->errorString() : m_refusal));
    finish();
}

void ReachStep::handleTimeout()
{
    const char *check = m_lookup >= 0 ? "dns" : m_connected ? "tls" : "tcp";
    fault(check, tr("no answer within %1 s").arg(m_patient.deadline.count() / 1000));
    finish();
}

} // namespace ui
