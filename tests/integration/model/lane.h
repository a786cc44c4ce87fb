// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/integration/model/referencemodel.h"

#include <QTcpSocket>
#include <QUrl>

#include <memory>

namespace model {

/// A publisher with its own jobs on one keep-alive connection. It sends the next request after the
/// answer to the previous one. Requests that a dying hub left unanswered are sent again to the next
/// hub.
class Lane
{
public:
    explicit Lane(ReferenceModel &reference) : m_reference(reference) { }

    /// Connects to a hub and sends unanswered submissions again.
    void connectTo(const QUrl &hub);
    void send(std::vector<Submission> submissions);
    /// Sends an accepted submission again. The hub must treat it as a duplicate.
    void repeat(const Submission &submission);

    bool isIdle() const { return m_waiting.empty(); }
    /// The first fault; empty = none.
    const QString &complaint() const { return m_complaint; }
    /// All submissions of this lane that the hub accepted.
    const std::vector<Submission> &accepted() const { return m_accepted; }

private:
    void write();
    void read();
    void handleAnswer(int status, const QByteArray &body);
    void learnFirst(std::vector<Submission> &answered, std::vector<Ack> &acks);
    void learn(Submission &submission, const Ack &ack);
    void remember(const Submission &submission);

    ReferenceModel &m_reference;
    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_received;
    std::vector<Submission> m_waiting;
    bool m_repeating = false;
    std::vector<Submission> m_accepted;
    QString m_complaint;
};

} // namespace model
