// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/integration/model/submission.h"
#include "tests/integration/model/wanted.h"

#include <QString>

#include <map>
#include <vector>

namespace model {

/// What the hub should have accepted, as plain data without a store or streams. It learns ids from
/// the hub's answers and checks the answers. Each check returns a message; an empty one means no
/// fault.
class ReferenceModel
{
public:
    /// The outcome that the hub must give to a submission now.
    enum class Expectation { Accepted, Duplicate, Ignored, Refused };
    Expectation expectationOf(const Submission &submission) const;

    /// Checks the answer to a new submission, or to one sent again because the hub died before it
    /// answered.
    QString learn(Submission &submission, const Ack &ack);
    /// Checks the answer to a repeat of an accepted submission.
    QString learnRepeat(Submission &submission, const Ack &ack);

    /// All accepted events in id order.
    const std::map<hub::EventId, Fact> &facts() const { return m_facts; }
    hub::EventId head() const;
    /// The last event of a job up to an id; null when there is none.
    const Fact *lastOf(const QByteArray &job, hub::EventId upTo) const;
    const Fact *lastOf(const QByteArray &job) const;
    /// The first event of a job after an id; null when there is none.
    const Fact *nextOf(const QByteArray &job, hub::EventId after) const;
    /// Jobs in the order in which they were created.
    const QByteArrayList &jobs() const { return m_jobs; }

private:
    QString accept(Submission &submission, const Ack &ack);
    Fact after(const Submission &submission) const;

    std::map<hub::EventId, Fact> m_facts;
    std::map<QByteArray, std::vector<hub::EventId>> m_byJob;
    QByteArrayList m_jobs;
    std::map<int, hub::EventId> m_events; ///< That each submission became last, by serial.
};

} // namespace model
