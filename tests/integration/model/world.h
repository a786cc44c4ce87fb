// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/integration/model/lane.h"
#include "tests/integration/model/life.h"
#include "tests/integration/model/modelhub.h"

#include <QTest>

#include <deque>
#include <random>

namespace model {

/// A hub, its publishers and its subscribers. A random generator decides what they do.
class World
{
public:
    World(std::unique_ptr<ModelHub> hub, quint32 seed);

    /// Performs one random action.
    void step();
    /// Waits until nothing is in progress and checks everything against the reference model.
    void settle();
    /// Like settle(). Also waits until the cursor of every subscriber is at the head, with or
    /// without matching events.
    void settleHeads();

    /// The first fault; empty = none. Results after it mean nothing.
    const QString &complaint() const { return m_complaint; }
    QString summary() const;

private:
    /// A subscriber with one subscription, over any number of connections.
    struct Follower
    {
        Wanted wanted;
        QByteArray cursor;
        std::unique_ptr<Life> life; ///< Null while it is not connected.
    };

    int chance(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }
    template<typename Condition>
    void waitFor(const char *what, const Condition &condition)
    {
        constexpr int patienceMs = 20'000;
        if (!QTest::qWaitFor([&] { return !m_complaint.isEmpty() || condition(); }, patienceMs))
            complain(QStringLiteral("did not happen in time: %1").arg(QLatin1String(what)));
    }
    void complain(const QString &text);

    void publish();
    void repeat();
    void burst();
    Lane *idleLane();
    Submission invent(size_t lane);
    Submission inventJob(size_t lane);
    Submission inventEvent(const QByteArray &job);
    Submission inventLarge(const QByteArray &job);
    QByteArray someJob(size_t lane);

    void follow();
    void leave(Follower &follower);
    void comeBack(Follower &follower);
    QByteArray someCursor(const Follower &follower);
    Wanted someWish();
    Follower *someFollower(bool present);
    void pauseOrResume();

    void die(bool orderly);
    void judge(const Life &life);
    void compareJobs();

    std::unique_ptr<ModelHub> m_hub;
    std::mt19937 m_random;
    QUrl m_url;
    ReferenceModel m_reference;
    std::vector<std::unique_ptr<Lane>> m_lanes;
    std::vector<QByteArrayList> m_jobs; ///< The jobs of each lane.
    std::deque<Follower> m_followers;
    std::vector<std::unique_ptr<Life>> m_past; ///< Ended connections, not yet checked.
    QString m_complaint;
    int m_serial = 0;
    struct
    {
        int submissions = 0;
        int repeats = 0;
        int deaths = 0;
        int lives = 0;
        int replays = 0;
        int gaps = 0;
        int skipped = 0;
        int idOnly = 0;
    } m_count;
};

} // namespace model
