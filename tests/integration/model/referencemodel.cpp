// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/model/referencemodel.h"

#include <algorithm>

namespace model {

using hub::EventId;
using hub::EventType;
using hub::JobStatus;
using Way = Submission::Way;

namespace {

QString describe(const char *what, const Submission &submission, const Ack &ack)
{
    return QStringLiteral("%1: submission %2 (%3 of %4), answered %5, event %6%7%8")
        .arg(QLatin1String(what))
        .arg(submission.serial)
        .arg(QString::fromLatin1(hub::toString(submission.type)),
             QString::fromLatin1(submission.target))
        .arg(ack.status)
        .arg(QString::fromLatin1(ack.event.toString()),
             ack.duplicate ? QStringLiteral(", duplicate") : QString(),
             ack.ignored ? QStringLiteral(", ignored") : QString());
}

} // namespace

EventId ReferenceModel::head() const
{
    return m_facts.empty() ? EventId() : m_facts.rbegin()->first;
}

const Fact *ReferenceModel::lastOf(const QByteArray &job, EventId upTo) const
{
    const auto ids = m_byJob.find(job);
    if (ids == m_byJob.end())
        return nullptr;
    const auto end = std::upper_bound(ids->second.begin(), ids->second.end(), upTo);
    return end == ids->second.begin() ? nullptr : &m_facts.at(*std::prev(end));
}

const Fact *ReferenceModel::lastOf(const QByteArray &job) const
{
    return lastOf(job, head());
}

const Fact *ReferenceModel::nextOf(const QByteArray &job, EventId after) const
{
    const auto ids = m_byJob.find(job);
    if (ids == m_byJob.end())
        return nullptr;
    const auto next = std::upper_bound(ids->second.begin(), ids->second.end(), after);
    return next == ids->second.end() ? nullptr : &m_facts.at(*next);
}

ReferenceModel::Expectation ReferenceModel::expectationOf(const Submission &submission) const
{
    const Fact *job = lastOf(submission.target);
    if (submission.way == Way::Create)
        return job ? Expectation::Duplicate : Expectation::Accepted;
    if (submission.way == Way::Notify)
        return Expectation::Accepted;
    if (!job)
        return Expectation::Accepted; // creates the job
    const EventType type = submission.type;
    const int attempt = submission.attempt.value_or(job->attempt);
    const bool starts = attempt > job->attempt && type != EventType::Log;
    if (hub::isTerminal(job->status) && !starts)
        return hub::statusOf(type) == job->status ? Expectation::Duplicate : Expectation::Refused;
    if (attempt < job->attempt)
        return Expectation::Ignored;
    if (attempt > job->attempt || type == EventType::Log || hub::isTerminal(type))
        return Expectation::Accepted;
    if (type == EventType::Queued)
        return job->status == JobStatus::Queued ? Expectation::Accepted : Expectation::Ignored;
    if (job->status == JobStatus::Processing && job->told == submission.serial)
        return Expectation::Duplicate;
    const bool falls = submission.progress.value_or(100) < job->progress;
    return job->status != JobStatus::Queued && falls ? Expectation::Ignored : Expectation::Accepted;
}

QString ReferenceModel::learn(Submission &submission, const Ack &ack)
{
    const Expectation expectation = expectationOf(submission);
    if (ack.duplicate && !submission.sentBefore && expectation != Expectation::Duplicate)
        return describe("a first submission was answered as a duplicate", submission, ack);
    const Fact *job = lastOf(submission.target);
    switch (expectation) {
    case Expectation::Accepted: return accept(submission, ack);
    case Expectation::Duplicate:
        if (submission.way == Way::Webhook ? ack.ignored || ack.duplicate
                                           : ack.duplicate && ack.event == job->id)
            return {};
        return describe("a submission without news was not answered as a duplicate", submission,
                        ack);
    case Expectation::Ignored:
        if (ack.ignored ? ack.event.isNull() : submission.sentBefore && ack.duplicate)
            return {};
        return describe("a late submission was not ignored", submission, ack);
    case Expectation::Refused: break;
    }
    const bool repeated = submission.sentBefore && ack.duplicate;
    if (ack.status == 409 || (submission.way == Way::Webhook && (ack.ignored || repeated)))
        return {};
    return describe("a submission that moves its job backwards was not refused", submission, ack);
}

QString ReferenceModel::accept(Submission &submission, const Ack &ack)
{
    if (ack.status == 409 || ack.ignored || ack.event.isNull())
        return describe("not accepted", submission, ack);
    if (m_facts.contains(ack.event))
        return describe("got the id of another event", submission, ack);
    if (ack.event <= submission.headBefore)
        return describe("got an id below those before it", submission, ack);
    const Fact *last = lastOf(submission.target);
    if (last && submission.way != Way::Notify && ack.event <= last->id)
        return describe("got an id below its job's last one", submission, ack);
    Fact fact = after(submission);
    fact.id = submission.event = ack.event;
    m_facts[fact.id] = fact;
    m_events[submission.serial] = fact.id;
    if (submission.way == Way::Notify)
        return {};
    auto &ids = m_byJob[submission.target];
    if (ids.empty())
        m_jobs += submission.target;
    ids.push_back(fact.id);
    return {};
}

Fact ReferenceModel::after(const Submission &submission) const
{
    Fact fact;
    fact.type = submission.way == Way::Notify ? EventType::Notification : submission.type;
    fact.large = submission.padding > 0;
    if (submission.way == Way::Notify) {
        fact.topic = hub::Topic::user(submission.target);
        return fact;
    }
    fact.topic = hub::Topic::job(submission.target);
    const Fact *before = lastOf(submission.target);
    fact.kind = before ? before->kind : submission.kind;
    fact.owner = before ? before->owner : submission.owner;
    if (before) {
        fact.status = before->status;
        fact.progress = before->progress;
        fact.attempt = before->attempt;
        fact.told = before->told;
    }
    if (fact.type == EventType::Log)
        return fact;
    if (submission.attempt.value_or(fact.attempt) > fact.attempt) {
        fact.attempt = *submission.attempt;
        fact.progress = 0;
        fact.told = 0;
    }
    if (submission.way == Way::Webhook)
        fact.told = submission.serial;
    fact.progress = std::max(fact.progress, submission.progress.value_or(0));
    fact.status = hub::statusOf(fact.type).value_or(JobStatus::Processing);
    if (fact.status == JobStatus::Completed)
        fact.progress = 100;
    return fact;
}

QString ReferenceModel::learnRepeat(Submission &submission, const Ack &ack)
{
    const EventId event = m_events.at(submission.serial);
    const EventId last = submission.way == Way::Notify ? event : lastOf(submission.target)->id;
    // The webhook has no id of its sender, so it counts anew once its job has moved on.
    if (submission.way == Way::Webhook && last != event)
        return learn(submission, ack);
    // A repeated creation is answered with the job's newest event.
    const EventId expected = submission.way == Way::Create ? last : event;
    if (ack.duplicate && ack.event == expected)
        return {};
    return describe("a repeat was not answered as a duplicate of its event", submission, ack)
           + QStringLiteral(" instead of ") + QString::fromLatin1(expected.toString());
}

} // namespace model
