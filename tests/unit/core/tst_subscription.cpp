// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/subscription.h"

#include <QTest>

using namespace hub;

class TestSubscription : public QObject
{
    Q_OBJECT

private slots:
    void matches_data();
    void matches();
    void endsWithItsJob();
    void seesWhatItsCallerMay_data();
    void seesWhatItsCallerMay();
    void knowsWhatItsCallerMayCreate();
};

Q_DECLARE_METATYPE(hub::Subscription)
Q_DECLARE_METATYPE(hub::Event)

namespace {
Event jobEvent(const QByteArray &id, JobKind kind = JobKind::Generic,
               EventType type = EventType::Progress, const QByteArray &owner = "u")
{
    return {{1, 0}, Topic::job(id), type, kind, {}, owner, "{}"};
}

Subscription wanting(Scope scope, const QByteArrayList &jobs = {})
{
    Subscription subscription;
    subscription.scope = scope;
    subscription.jobs = jobs;
    return subscription;
}
} // namespace

void TestSubscription::matches_data()
{
    QTest::addColumn<Subscription>("wanted");
    QTest::addColumn<Event>("event");
    QTest::addColumn<bool>("expected");

    Event note = jobEvent("a", JobKind::Generic, EventType::Notification);
    note.topic = Topic::user("u");
    Event hubEvent = note;
    hubEvent.topic = Topic::hub();
    QTest::newRow("all jobs") << wanting(Scope::Jobs) << jobEvent("a") << true;
    QTest::newRow("jobs are no notifications") << wanting(Scope::Jobs) << note << false;
    QTest::newRow("jobs are not the hub") << wanting(Scope::Jobs) << hubEvent << false;
    QTest::newRow("hub") << wanting(Scope::Hub) << hubEvent << true;
    QTest::newRow("hub has no jobs") << wanting(Scope::Hub) << jobEvent("a") << false;
    QTest::newRow("one of several") << wanting(Scope::Jobs, {"a", "b"}) << jobEvent("b") << true;
    QTest::newRow("none of several") << wanting(Scope::Jobs, {"a", "b"}) << jobEvent("c") << false;
    QTest::newRow("execution") << wanting(Scope::Execution, {"a"}) << jobEvent("a") << true;
    QTest::newRow("image") << wanting(Scope::Image) << jobEvent("a", JobKind::Image) << true;
    QTest::newRow("no image") << wanting(Scope::Image) << jobEvent("a") << false;
    QTest::newRow("named image") << wanting(Scope::Image, {"a"}) << jobEvent("a") << true;

    Subscription notes = wanting(Scope::Notifications);
    notes.user = "u";
    QTest::newRow("notification") << notes << note << true;
    notes.user = "v";
    QTest::newRow("another's notification") << notes << note << false;
    Subscription kind = wanting(Scope::Jobs);
    kind.kind = JobKind::Restore;
    QTest::newRow("kind") << kind << jobEvent("a", JobKind::Restore) << true;
    QTest::newRow("other kind") << kind << jobEvent("a", JobKind::Image) << false;
    Subscription types = wanting(Scope::Jobs);
    types.types = {EventType::Failed, EventType::Progress};
    QTest::newRow("type") << types << jobEvent("a") << true;
    QTest::newRow("other type") << types << jobEvent("a", JobKind::Generic, EventType::Log)
                                << false;
    Subscription owner = wanting(Scope::Jobs, {"a"});
    owner.owner = "u";
    QTest::newRow("owner") << owner << jobEvent("a") << true;
    owner.owner = "v";
    QTest::newRow("other owner") << owner << jobEvent("a") << false;
}

void TestSubscription::matches()
{
    QFETCH(Subscription, wanted);
    QFETCH(Event, event);
    QTEST(wanted.matches(event), "expected");
}

void TestSubscription::endsWithItsJob()
{
    QVERIFY(wanting(Scope::Job, {"a"}).endsWithJob());
    QVERIFY(wanting(Scope::Image, {"a"}).endsWithJob());
    QVERIFY(!wanting(Scope::Jobs, {"a"}).endsWithJob());
    QVERIFY(!wanting(Scope::Image).endsWithJob());
    QCOMPARE(toString(Scope::Notifications), "notifications");
}

namespace {
Visibility ownJobs(const QByteArray &owner, std::initializer_list<const char *> patterns = {})
{
    Visibility visible;
    visible.everybodys = false;
    visible.owner = owner;
    if (patterns.size() > 0)
        visible.jobs.emplace();
    for (const char *pattern : patterns)
        visible.jobs->push_back(*TopicPattern::parse(pattern));
    return visible;
}
} // namespace

void TestSubscription::seesWhatItsCallerMay_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("owner");
    QTest::addColumn<bool>("byOwner");
    QTest::addColumn<bool>("byNames");

    QTest::newRow("own") << QByteArray("x") << QByteArray("u") << true << false;
    QTest::newRow("own and named") << QByteArray("r-1") << QByteArray("u") << true << true;
    QTest::newRow("nobody's") << QByteArray("x") << QByteArray() << false << false;
    QTest::newRow("nobody's, named") << QByteArray("r-1") << QByteArray() << false << true;
    QTest::newRow("another's") << QByteArray("x") << QByteArray("v") << false << false;
    QTest::newRow("another's, named") << QByteArray("r-1") << QByteArray("v") << false << false;
}

void TestSubscription::seesWhatItsCallerMay()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, owner);
    QFETCH(bool, byOwner);
    QFETCH(bool, byNames);
    Subscription wanted = wanting(Scope::Jobs);
    const Event event = jobEvent(id, JobKind::Generic, EventType::Progress, owner);
    QVERIFY(wanted.matches(event));
    wanted.visible = ownJobs("u");
    QCOMPARE(wanted.matches(event), byOwner);
    wanted.visible = ownJobs("u", {"job/r-*", "job/b"});
    QCOMPARE(wanted.matches(event), byNames);
}

void TestSubscription::knowsWhatItsCallerMayCreate()
{
    QVERIFY(!ownJobs("u", {"job/r-*"}).coversNew("a"));
    QVERIFY(ownJobs("u", {"job/r-*"}).coversNew("r-9"));
    QVERIFY(ownJobs("u").coversNew("a"));
}

QTEST_GUILESS_MAIN(TestSubscription)
#include "tst_subscription.moc"
