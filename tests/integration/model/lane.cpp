// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/model/lane.h"

#include <algorithm>

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
    auto acks = readAcks(answered, status, body);
    if (!acks) {
        m_complaint = QStringLiteral("submission %1 was answered %2: %3")
                          .arg(answered.front().serial)
                          .arg(status)
                          .arg(QString::fromUtf8(body));
        return;
    }
    if (!m_repeating && answered.front().sentBefore)
        learnFirst(answered, *acks);
    for (size_t i = 0; i < answered.size() && m_complaint.isEmpty(); ++i)
        learn(answered[i], (*acks)[i]);
}

/// Learns what an earlier sending of a batch had done. When the batch is sent again, the hub judges
/// each line after all of that: a line that was refused may be accepted, because a later line has
/// begun another attempt meanwhile. Removes what was learned.
void Lane::learnFirst(std::vector<Submission> &answered, std::vector<Ack> &acks)
{
    for (size_t i = 0; i < answered.size();) {
        const bool isNew = std::any_of(acks.begin(), acks.end(), [&](const Ack &ack) {
            return !ack.duplicate && ack.event == acks[i].event;
        });
        if (isNew || !m_reference.learn(answered[i], acks[i]).isEmpty()) {
            ++i; // judged with the new ones
            continue;
        }
        remember(answered[i]);
        answered.erase(answered.begin() + qsizetype(i));
        acks.erase(acks.begin() + qsizetype(i));
    }
}

void Lane::learn(Submission &submission, const Ack &ack)
{
    m_complaint =
        m_repeating ? m_reference.learnRepeat(submission, ack) : m_reference.learn(submission, ack);
    remember(submission);
}

void Lane::remember(const Submission &submission)
{
    if (!m_repeating && !submission.event.isNull())
        m_accepted.push_back(submission);
}

} // namespace model
