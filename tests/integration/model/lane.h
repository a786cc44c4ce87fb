// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/integration/model/referencemodel.h"

#include <QTcpSocket>
#include <QUrl>

#include <memory>

namespace model {

/// A publisher on one keep-alive connection, with jobs of its own: it waits for each answer before
/// it goes on. What the hub dies over it tells the next one again.
class Lane
{
public:
    explicit Lane(ReferenceModel &reference) : m_reference(reference) { }

    /// To a hub, or the next one: what was not answered is sent once more.
    void connectTo(const QUrl &hub);
    void send(std::vector<Submission> submissions);
    /// Something that was accepted; it must not count a second time.
    void repeat(const Submission &submission);

    bool isIdle() const { return m_waiting.empty(); }
    /// The first thing that was wrong.
    const QString &complaint() const { return m_complaint; }
    /// Everything of this lane that was accepted.
    const std::vector<Submission> &accepted() const { return m_accepted; }

private:
    void write();
    void read();
    void handleAnswer(int status, const QByteArray &body);

    ReferenceModel &m_reference;
    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_received;
    std::vector<Submission> m_waiting;
    bool m_repeating = false;
    std::vector<Submission> m_accepted;
    QString m_complaint;
};

} // namespace model
