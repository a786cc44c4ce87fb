// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/integration/model/submission.h"
#include "tests/integration/model/wanted.h"

#include <QString>

#include <map>
#include <vector>

namespace model {

/// What the hub ought to have accepted: plain data, no store, no streams. It learns the ids from
/// the hub's answers and says what is wrong with them; every complaint is text, empty = none.
class ReferenceModel
{
public:
    /// What must become of it now.
    enum class Verdict { Accepted, Duplicate, Ignored, Refused };
    Verdict verdictOn(const Submission &submission) const;

    /// The answer to something told for the first time, or again because the hub died over it.
    QString learn(Submission &submission, const Ack &ack);
    /// The answer to something that was accepted before and is told again.
    QString learnRepeat(Submission &submission, const Ack &ack);

    /// In id order.
    const std::map<hub::EventId, Fact> &facts() const { return m_facts; }
    hub::EventId head() const;
    /// The last fact of a job up to an id; null when there is none.
    const Fact *lastOf(const QByteArray &job, hub::EventId upTo) const;
    const Fact *lastOf(const QByteArray &job) const;
    /// The first fact of a job after an id; null when there is none.
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
