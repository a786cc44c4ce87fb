// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/model/lane.h"

namespace model {

void Lane::connectTo(const QUrl &hub)
{
    m_received.clear();
    m_socket = std::make_unique<QTcpSocket>();
    QObject::connect(m_socket.get(), &QTcpSocket::readyRead, m_socket.get(), [this] { read(); });
    m_socket->connectToHost(hub.host(), static_cast<quint16>(hub.port()));
    for (Submission &submission : m_waiting)
        submission.sentBefore = true;
    if (!m_waiting.empty())
        write();
}

void Lane::send(std::vector<Submission> submissions)
{
    m_waiting = std::move(submissions);
    m_repeating = false;
    for (Submission &submission : m_waiting)
        submission.headBefore = m_reference.head();
    write();
}

void Lane::repeat(const Submission &submission)
{
    m_waiting = {submission};
    m_repeating = true;
    write();
}

void Lane::write()
{
    m_socket->write(requestBytes(m_waiting));
}

void Lane::read()
{
    m_received += m_socket->readAll();
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const qsizetype at = m_received.indexOf("Content-Length: ") + 16;
    const qsizetype length = m_received.mid(at, m_received.indexOf('\r', at) - at).toLongLong();
    if (m_received.size() < end + 4 + length)
        return;
    const int status = m_received.mid(9, 3).toInt();
    const QByteArray body = m_received.mid(end + 4, length);
    m_received.remove(0, end + 4 + length);
    handleAnswer(status, body);
}

void Lane::handleAnswer(int status, const QByteArray &body)
{
    std::vector<Submission> answered;
    answered.swap(m_waiting);
    if (!m_complaint.isEmpty())
        return;
    const auto acks = readAcks(answered, status, body);
    if (!acks) {
        m_complaint = QStringLiteral("submission %1 was answered %2: %3")
                          .arg(answered.front().serial)
                          .arg(status)
                          .arg(QString::fromUtf8(body));
        return;
    }
    for (size_t i = 0; i < answered.size() && m_complaint.isEmpty(); ++i) {
        Submission &submission = answered[i];
        m_complaint = m_repeating ? m_reference.learnRepeat(submission, (*acks)[i])
                                  : m_reference.learn(submission, (*acks)[i]);
        if (!m_repeating && !submission.event.isNull())
            m_accepted.push_back(submission);
    }
}

} // namespace model
