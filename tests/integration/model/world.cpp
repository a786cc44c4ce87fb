// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/model/world.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace model {

using hub::EventType;
using Way = Submission::Way;

namespace {

constexpr size_t lanes = 4;
constexpr qsizetype largeBytes = 144 * 1024;
constexpr hub::JobKind kinds[] = {hub::JobKind::Generic, hub::JobKind::Restore,
                                  hub::JobKind::Execution, hub::JobKind::Image};

} // namespace

World::World(std::unique_ptr<ModelHub> hub, quint32 seed)
    : m_hub(std::move(hub))
    , m_random(seed)
    , m_url(m_hub->start())
    , m_jobs(lanes)
{
    for (size_t i = 0; i < lanes; ++i) {
        m_lanes.push_back(std::make_unique<Lane>(m_reference));
        m_lanes.back()->connectTo(m_url);
    }
}

void World::complain(const QString &text)
{
    if (m_complaint.isEmpty())
        m_complaint = text;
}

void World::step()
{
    QCoreApplication::processEvents();
    const int what = chance(1000);
    if (what < 560)
        publish();
    else if (what < 620)
        repeat();
    else if (what < 780)
        follow();
    else if (what < 850) {
        if (Follower *present = someFollower(true))
            leave(*present);
    } else if (what < 920)
        pauseOrResume();
    else if (what < 935)
        burst();
    else if (what < 970)
        m_hub->moveClock(chance(10) == 0 ? -3'600'000 : chance(5));
    else if (what < 985)
        settle();
    else
        die(chance(3) == 0);
    for (const auto &lane : m_lanes)
        if (!lane->complaint().isEmpty())
            complain(lane->complaint());
}

// ── Publishers ──

Lane *World::idleLane()
{
    waitFor("a publisher is answered", [this] {
        return std::any_of(m_lanes.begin(), m_lanes.end(),
                           [](const auto &lane) { return lane->isIdle(); });
    });
    std::vector<Lane *> idle;
    for (const auto &lane : m_lanes)
        if (lane->isIdle())
            idle.push_back(lane.get());
    return idle.empty() ? nullptr : idle[size_t(chance(int(idle.size())))];
}

void World::publish()
{
    Lane *lane = idleLane();
    if (!lane)
        return;
    const auto number = size_t(std::find_if(m_lanes.begin(), m_lanes.end(),
                                            [lane](const auto &one) { return one.get() == lane; })
                               - m_lanes.begin());
    std::vector<Submission> submissions{invent(number)};
    const int more = submissions[0].way == Way::Publish && chance(4) == 0 ? chance(12) : 0;
    for (int i = 0; i < more; ++i) {
        submissions.push_back(inventEvent(someJob(number)));
        submissions.back().way = Way::Publish;
    }
    m_count.submissions += int(submissions.size());
    lane->send(std::move(submissions));
}

void World::repeat()
{
    Lane *lane = idleLane();
    if (!lane || lane->accepted().empty())
        return;
    ++m_count.repeats;
    const auto &known = lane->accepted();
    const size_t recent = std::min<size_t>(known.size(), 60);
    lane->repeat(known[known.size() - 1 - size_t(chance(int(recent)))]);
}

/// Sends more than the socket buffers of a paused subscriber hold.
void World::burst()
{
    waitFor("the first publisher is answered", [this] { return m_lanes[0]->isIdle(); });
    const Submission job = inventJob(0);
    m_lanes[0]->send({job});
    Follower &reader = m_followers.emplace_back(Follower{oneJob(job.target), {}, nullptr});
    reader.life = std::make_unique<Life>(m_url, reader.wanted, QByteArray(), m_reference.head());
    ++m_count.lives;
    waitFor("a stream is answered", [&] { return reader.life->isAnswered(); });
    reader.life->pause();
    for (int i = 0; i < 7 && m_complaint.isEmpty(); ++i) {
        waitFor("the first publisher is answered", [this] { return m_lanes[0]->isIdle(); });
        std::vector<Submission> submissions;
        for (int j = 0; j < 10; ++j)
            submissions.push_back(inventLarge(job.target));
        m_count.submissions += int(submissions.size());
        m_lanes[0]->send(std::move(submissions));
    }
}

Submission World::inventLarge(const QByteArray &job)
{
    Submission submission = inventEvent(job);
    submission.way = Way::Publish;
    submission.padding = largeBytes;
    if (hub::isTerminal(submission.type)) // the job must not end yet
        submission.type = EventType::Log;
    return submission;
}

Submission World::invent(size_t lane)
{
    if (m_jobs[lane].size() < 2 || chance(12) == 0)
        return inventJob(lane);
    if (chance(10) > 0)
        return inventEvent(someJob(lane));
    Submission notification;
    notification.serial = ++m_serial;
    notification.way = Way::Notify;
    notification.target = "u" + QByteArray::number(chance(2));
    return notification;
}

Submission World::inventJob(size_t lane)
{
    Submission submission;
    submission.serial = ++m_serial;
    submission.way = Way::Create;
    submission.target = "j" + QByteArray::number(m_serial);
    submission.type = EventType::Queued;
    submission.kind = kinds[chance(4)];
    submission.owner = "o" + QByteArray::number(chance(2));
    m_jobs[lane] += submission.target;
    return submission;
}

QByteArray World::someJob(size_t lane)
{
    const QByteArrayList &jobs = m_jobs[lane];
    const qsizetype recent = std::min<qsizetype>(jobs.size(), 4);
    return jobs[jobs.size() - 1 - chance(int(chance(8) == 0 ? jobs.size() : recent))];
}

Submission World::inventEvent(const QByteArray &job)
{
    Submission submission;
    submission.serial = ++m_serial;
    submission.target = job;
    const Fact *now = m_reference.lastOf(job);
    const double progress = now ? now->progress : 0;
    const int attempt = now ? now->attempt : 1;
    const int what = chance(100);
    submission.type = what < 50   ? EventType::Progress
                      : what < 72 ? EventType::Log
                      : what < 82 ? EventType::Processing
                      : what < 88 ? EventType::Queued
                      : what < 94
                          ? EventType::Completed
                          : std::array{EventType::Failed, EventType::Cancelled, EventType::TimedOut,
                                       EventType::Lost}[size_t(chance(4))];
    if (submission.type == EventType::Progress) // one in eight is older than the job's progress
        submission.progress =
            chance(8) == 0 ? std::floor(progress / 2) : std::min(100.0, progress + chance(5));
    if (chance(16) == 0)
        submission.attempt = attempt + 1;
    else if (attempt > 1 && chance(8) == 0)
        submission.attempt = attempt - 1;
    const bool hasName =
        submission.type == EventType::Processing || submission.type == EventType::Completed
        || submission.type == EventType::Failed || submission.type == EventType::TimedOut;
    if (now && now->kind == hub::JobKind::Execution && hasName && !submission.attempt)
        submission.way = Way::Webhook;
    return submission;
}

} // namespace model
