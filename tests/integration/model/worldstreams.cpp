// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/model/world.h"
#include "tests/support/httpcall.h"

#include <QJsonArray>

#include <algorithm>

namespace model {

using hub::EventType;

namespace {

constexpr size_t mostFollowers = 16;

} // namespace

// ── Subscribers ──

World::Follower *World::someFollower(bool present)
{
    std::vector<Follower *> found;
    for (Follower &follower : m_followers)
        if ((follower.life != nullptr) == present)
            found.push_back(&follower);
    return found.empty() ? nullptr : found[size_t(chance(int(found.size())))];
}

void World::follow()
{
    Follower *away = someFollower(false);
    if (away && (chance(2) == 0 || m_followers.size() >= mostFollowers))
        return comeBack(*away);
    if (m_followers.size() >= mostFollowers)
        return;
    m_followers.push_back({someWish(), {}, nullptr});
    comeBack(m_followers.back());
}

void World::comeBack(Follower &follower)
{
    // One in eight subscribers starts over with a new subscription.
    if (chance(8) == 0)
        follower = {someWish(), {}, nullptr};
    ++m_count.lives;
    follower.life =
        std::make_unique<Life>(m_url, follower.wanted, someCursor(follower), m_reference.head());
}

void World::leave(Follower &follower)
{
    if (!follower.life->isOver())
        follower.life->cut();
    follower.cursor = follower.life->cursor();
    m_past.push_back(std::move(follower.life));
}

void World::pauseOrResume()
{
    Follower *present = someFollower(true);
    if (!present || present->life->isOver())
        return;
    if (present->life->isPaused())
        present->life->resume();
    else if (present->life->isAnswered())
        present->life->pause();
}

QByteArray World::someCursor(const Follower &follower)
{
    const auto own = hub::Cursor::parse(follower.cursor);
    switch (own ? chance(24) : -1) {
    case 0: return {};
    case 1: return "foreign.1-0";
    case 2: return "not a cursor";
    case 3: return own->epoch + ".99999999999999-0";
    case 4:
    case 5: { // any position in the whole history
        const auto &facts = m_reference.facts();
        return hub::Cursor{own->epoch, std::next(facts.begin(), chance(int(facts.size())))->first}
            .toWire();
    }
    default: return follower.cursor;
    }
}

Wanted World::someWish()
{
    const size_t lane = size_t(chance(int(m_jobs.size())));
    const QByteArray job = m_jobs[lane].isEmpty() ? QByteArray("j1") : someJob(lane);
    const Fact *fact = m_reference.lastOf(job);
    if (fact && fact->kind == hub::JobKind::Execution && chance(2) == 0)
        return execution(job);
    if (fact && fact->kind == hub::JobKind::Image && chance(2) == 0)
        return image(job);
    switch (chance(12)) {
    case 0: return allJobs();
    case 1: return ofKind(hub::JobKind::Restore);
    case 2: return ofTypes({EventType::Log, EventType::Failed, EventType::Completed});
    case 3: return ofTypes({EventType::Progress});
    case 4: return ofOwner("o1");
    case 5: return notificationsOf("u" + QByteArray::number(chance(2)));
    case 6: return allImages();
    case 7: return severalJobs({job, "j" + QByteArray::number(m_serial + chance(8))});
    case 8: return oneJob("j" + QByteArray::number(m_serial + chance(8))); // does not exist yet
    default: return oneJob(job);
    }
}

// ── The end of a hub ──

void World::die(bool orderly)
{
    ++m_count.deaths;
    if (orderly)
        m_hub->stop();
    else
        m_hub->kill();
    for (Follower &follower : m_followers) {
        if (!follower.life)
            continue;
        // A paused reader may have missed the final event.
        const bool wasTold = orderly && !follower.life->isPaused();
        follower.life->resume();
        waitFor("a stream breaks with its hub", [&] { return follower.life->isOver(); });
        if (!wasTold)
            follower.life->cut();
        leave(follower);
    }
    m_url = m_hub->start();
    for (const auto &lane : m_lanes)
        lane->connectTo(m_url);
}

// ── Checks ──

void World::settle()
{
    waitFor("every publisher is answered", [this] {
        return std::all_of(m_lanes.begin(), m_lanes.end(),
                           [](const auto &lane) { return lane->isIdle(); });
    });
    for (const auto &lane : m_lanes)
        complain(lane->complaint());
    for (Follower &follower : m_followers) {
        if (!follower.life)
            continue;
        follower.life->resume();
        const Life &life = *follower.life;
        waitFor("a subscriber has everything", [&] { return life.hasAll(m_reference); });
        if (!life.hasAll(m_reference))
            complain(m_complaint + QStringLiteral("; ") + life.name());
        if (life.isOver())
            leave(follower);
        else
            judge(life);
    }
    for (const auto &life : m_past)
        judge(*life);
    m_past.clear();
    compareJobs();
}

void World::judge(const Life &life)
{
    complain(life.verdict(m_reference));
    if (!life.isOver())
        return;
    m_count.replays += life.resumed() == "replayed" ? 1 : 0;
    m_count.gaps += life.resumed() == "gap" ? 1 : 0;
    m_count.skipped += life.skipped(m_reference);
    m_count.idOnly += life.idOnlyFrames();
}

/// Checks promise 5: a filter does not keep a cursor from moving.
void World::settleHeads()
{
    settle();
    for (const Wanted &wish : {ofOwner("nobody"), ofTypes({EventType::Lost}), oneJob("never"),
                               notificationsOf("nobody"), image("never")}) {
        m_followers.push_back(
            {wish, {}, std::make_unique<Life>(m_url, wish, QByteArray(), m_reference.head())});
        ++m_count.lives;
    }
    settle(); // now all streams have begun
    m_lanes[0]->send({inventJob(0)});
    settle();
    for (Follower &follower : m_followers) {
        if (!follower.life || !m_complaint.isEmpty())
            continue;
        const Life &life = *follower.life;
        waitFor("a heartbeat brings a filtered subscriber to the head", [&] {
            const auto cursor = hub::Cursor::parse(life.cursor());
            return life.isOver() || (cursor && cursor->id == m_reference.head());
        });
        leave(follower);
    }
    settle();
}

/// Checks promise 6: everything acknowledged is present, and no job moved backwards.
void World::compareJobs()
{
    QByteArray page;
    qsizetype seen = 0;
    do {
        const auto answer = test::httpCall(
            m_url, "GET", "/api/v1/jobs?limit=1000" + (page.isEmpty() ? page : "&cursor=" + page));
        for (const QJsonValue &value : answer.json().value(QLatin1String("jobs")).toArray()) {
            const QJsonObject job = value.toObject();
            const auto text = [&](const char *name) {
                return job.value(QLatin1String(name)).toString().toUtf8();
            };
            ++seen;
            const Fact *fact = m_reference.lastOf(text("job_id"));
            const auto last = hub::Cursor::parse(text("last_event_id"));
            if (!fact || !last || last->id != fact->id
                || text("status") != hub::toString(fact->status)
                || job.value(QLatin1String("progress")).toDouble() != fact->progress
                || job.value(QLatin1String("attempt")).toInt() != fact->attempt)
                complain(QStringLiteral("job %1 differs from the reference model")
                             .arg(QString::fromUtf8(text("job_id"))));
        }
        page = answer.json().value(QLatin1String("next")).toString().toUtf8();
    } while (!page.isEmpty() && m_complaint.isEmpty());
    if (seen != m_reference.jobs().size())
        complain(
            QStringLiteral("%1 jobs, but %2 were made").arg(seen).arg(m_reference.jobs().size()));
}

QString World::summary() const
{
    return QStringLiteral("%1 submissions, %2 told again, %3 events of %4 jobs; %5 hubs ended; "
                          "%6 streams: %7 replays, %8 gaps, %9 events skipped")
               .arg(m_count.submissions)
               .arg(m_count.repeats)
               .arg(m_reference.facts().size())
               .arg(m_reference.jobs().size())
               .arg(m_count.deaths)
               .arg(m_count.lives)
               .arg(m_count.replays)
               .arg(m_count.gaps)
               .arg(m_count.skipped)
           + QStringLiteral(", %1 ids alone").arg(m_count.idOnly);
}

} // namespace model
