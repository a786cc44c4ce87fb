// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/models/modelevents.h"
#include "ui/models/inbox.h"

#include <QTest>

using hub::EventType;
using ui::Arrival;

namespace {

ui::LinkStatus linkState(int attempt)
{
    return {ui::LinkState::Reconnecting, attempt, {}, {}};
}

/// Pushes events that no limit merges or drops alone, until the inbox has `count` entries.
void fill(ui::Inbox &inbox, size_t count)
{
    while (inbox.size() < count)
        inbox.push(test::jobEvent("full", EventType::Processing, 1));
}

} // namespace

/// The queue between the client layer and the models.
class TestInbox : public QObject
{
    Q_OBJECT

private slots:
    void returnsTheOldestFirst();
    void mergesOnlyProgressAboveTheSoftLimit_data();
    void mergesOnlyProgressAboveTheSoftLimit();
    void keepsProgressBelowTheSoftLimit();
    void continuesAfterItWasEmptied();
    void dropsAtTheHardLimit_data();
    void dropsAtTheHardLimit();
    void keepsTheOrderOfWhatItKeeps();
    void neverDropsLinkStates();
    void progressDoesNotOverflow();
    void mergesWhatProgressSays();
    void dropsLinesAndProgressFirst();
    void countsWhatIsMissing();
};

void TestInbox::returnsTheOldestFirst()
{
    ui::Inbox inbox;
    QVERIFY(inbox.empty());
    inbox.push(ui::arrival::Epoch{"e1"});
    inbox.push(test::progress("a", 1, 5));
    inbox.push(ui::arrival::Closed{7});
    QCOMPARE(inbox.size(), size_t(3));
    QCOMPARE(std::get<ui::arrival::Epoch>(inbox.take()).name, QByteArray("e1"));
    QCOMPARE(std::get<ui::JobEvent>(inbox.take()).delta.jobId, QByteArray("a"));
    QVERIFY(!inbox.empty());
    QCOMPARE(std::get<ui::arrival::Closed>(inbox.take()).id, qint64(7));
    QVERIFY(inbox.empty());
}

void TestInbox::mergesOnlyProgressAboveTheSoftLimit_data()
{
    QTest::addColumn<Arrival>("arrival");
    QTest::addColumn<bool>("kept");
    const auto row = [](const char *name, const Arrival &arrival, bool kept = true) {
        QTest::newRow(name) << arrival << kept;
    };
    row("progress", test::progress("a", 1, 5), false);
    for (size_t type = 0; type < hub::eventTypes - 1; ++type) {
        const auto event = static_cast<EventType>(type);
        if (event != EventType::Progress)
            row(hub::toString(event).constData(), test::jobEvent("a", event, 1));
    }
    row("snapshot", ui::arrival::Snapshot{});
    row("polled jobs", ui::arrival::Polled{});
    row("epoch", ui::arrival::Epoch{"e2"});
    row("gap", ui::Gap{});
    row("link state", linkState(1));
    row("figures", ui::HubFigures{});
    row("connections", QList<ui::ConnectionInfo>{});
    row("opened connection", ui::arrival::Opened{});
    row("closed connection", ui::arrival::Closed{1});
}

void TestInbox::mergesOnlyProgressAboveTheSoftLimit()
{
    QFETCH(const Arrival, arrival);
    QFETCH(const bool, kept);
    ui::Inbox inbox({3, 10});
    fill(inbox, 3);
    inbox.push(arrival);
    QCOMPARE(inbox.size(), size_t(kept ? 4 : 3));
    QCOMPARE(inbox.merged(), qint64(kept ? 0 : 1));
    QVERIFY(!inbox.takeOverflow());
}

void TestInbox::keepsProgressBelowTheSoftLimit()
{
    ui::Inbox inbox({3, 10});
    fill(inbox, 2);
    inbox.push(test::progress("a", 1, 5));
    QCOMPARE(inbox.size(), size_t(3));
    QCOMPARE(inbox.merged(), qint64(0));
}

void TestInbox::continuesAfterItWasEmptied()
{
    ui::Inbox inbox({1, 10});
    fill(inbox, 1);
    inbox.push(test::progress("a", 1, 5));
    inbox.take();
    inbox.push(test::progress("a", 2, 6));
    QCOMPARE(*std::get<ui::JobEvent>(inbox.take()).delta.progress, 6.0);
    QCOMPARE(inbox.merged(), qint64(1)); // counts all that were dropped so far
}

void TestInbox::dropsAtTheHardLimit_data()
{
    QTest::addColumn<Arrival>("arrival");
    QTest::newRow("event") << Arrival(test::jobEvent("a", EventType::Failed, 1));
    QTest::newRow("snapshot") << Arrival(ui::arrival::Snapshot{});
    QTest::newRow("polled jobs") << Arrival(ui::arrival::Polled{});
    QTest::newRow("gap") << Arrival(ui::Gap{});
    QTest::newRow("figures") << Arrival(ui::HubFigures{});
    QTest::newRow("connections") << Arrival(QList<ui::ConnectionInfo>{});
    QTest::newRow("opened connection") << Arrival(ui::arrival::Opened{});
    QTest::newRow("closed connection") << Arrival(ui::arrival::Closed{1});
}

void TestInbox::dropsAtTheHardLimit()
{
    // GIVEN an inbox that is one entry below its hard limit
    QFETCH(const Arrival, arrival);
    ui::Inbox inbox({3, 5});
    fill(inbox, 4);
    inbox.push(arrival);
    QCOMPARE(inbox.size(), size_t(5));
    QVERIFY(!inbox.takeOverflow());
    // WHEN another entry comes
    inbox.push(linkState(1));
    // THEN the waiting entries are gone, and the overflow is told once
    QCOMPARE(inbox.size(), size_t(1));
    QVERIFY(inbox.takeOverflow());
    QVERIFY(!inbox.takeOverflow());
}

void TestInbox::keepsTheOrderOfWhatItKeeps()
{
    ui::Inbox inbox({3, 5});
    inbox.push(linkState(1));
    inbox.push(test::jobEvent("a", EventType::Processing, 1));
    inbox.push(ui::arrival::Epoch{"e2"});
    inbox.push(test::jobEvent("a", EventType::Failed, 2));
    inbox.push(linkState(2));
    inbox.push(linkState(3));
    QVERIFY(inbox.takeOverflow());
    QCOMPARE(inbox.size(), size_t(4));
    QCOMPARE(std::get<ui::LinkStatus>(inbox.take()).attempt, 1);
    QCOMPARE(std::get<ui::arrival::Epoch>(inbox.take()).name, QByteArray("e2"));
    QCOMPARE(std::get<ui::LinkStatus>(inbox.take()).attempt, 2);
    QCOMPARE(std::get<ui::LinkStatus>(inbox.take()).attempt, 3);
}

void TestInbox::neverDropsLinkStates()
{
    ui::Inbox inbox({2, 4});
    for (int attempt = 0; attempt < 20; ++attempt)
        inbox.push(linkState(attempt));
    for (int attempt = 0; attempt < 20; ++attempt)
        QCOMPARE(std::get<ui::LinkStatus>(inbox.take()).attempt, attempt);
    QVERIFY(inbox.empty());
}

void TestInbox::progressDoesNotOverflow()
{
    ui::Inbox inbox({3, 5});
    fill(inbox, 5);
    inbox.push(test::progress("a", 1, 5));
    QCOMPARE(inbox.size(), size_t(5));
    QCOMPARE(inbox.merged(), qint64(1));
    QVERIFY(!inbox.takeOverflow());
}

void TestInbox::mergesWhatProgressSays()
{
    ui::Inbox inbox({2, 10});
    fill(inbox, 2);
    inbox.push(test::progress("a", 1, 5));
    inbox.push(test::jobEvent("a", EventType::Progress, 2, R"({"message":"half"})"));
    inbox.push(test::progress("b", 3, 7));
    inbox.push(test::progress("a", 4, 6));
    inbox.push(test::jobEvent("b", EventType::Progress, 5, R"({"progress":1,"attempt":2})"));
    QList<ui::JobEvent> merged = inbox.takeMerged();
    std::sort(merged.begin(), merged.end(), [](const ui::JobEvent &a, const ui::JobEvent &b) {
        return a.delta.jobId < b.delta.jobId;
    });
    QCOMPARE(merged.size(), 2);
    QCOMPARE(*merged[0].delta.progress, 6.0);
    QCOMPARE(*merged[0].delta.message, QStringLiteral("half"));
    QCOMPARE(merged[0].delta.id, test::progress("a", 4, 6).delta.id);
    QCOMPARE(*merged[1].delta.progress, 1.0); // of the later attempt
    QCOMPARE(inbox.merged(), qint64(5));
    QVERIFY(inbox.takeMerged().isEmpty());
}

void TestInbox::dropsLinesAndProgressFirst()
{
    ui::Inbox inbox({5, 5});
    inbox.push(test::progress("a", 1, 5));
    inbox.push(test::jobEvent("a", EventType::Log, 2));
    inbox.push(test::jobEvent("a", EventType::Failed, 3));
    inbox.push(test::jobEvent("b", EventType::Log, 4));
    inbox.push(test::jobEvent("b", EventType::Completed, 5));
    inbox.push(linkState(1));
    QVERIFY(!inbox.takeOverflow());
    QCOMPARE(inbox.size(), size_t(3));
    QCOMPARE(std::get<ui::JobEvent>(inbox.take()).delta.type, EventType::Failed);
    QCOMPARE(std::get<ui::JobEvent>(inbox.take()).delta.type, EventType::Completed);
    QCOMPARE(inbox.takeMerged().size(), 1);
    QCOMPARE(inbox.takeMissing(), 3);
}

void TestInbox::countsWhatIsMissing()
{
    ui::Inbox inbox({2, 4});
    fill(inbox, 2);
    QCOMPARE(inbox.takeMissing(), 0);
    inbox.push(test::progress("a", 1, 5));
    inbox.push(test::progress("a", 2, 5));
    QCOMPARE(inbox.takeMissing(), 2);
    fill(inbox, 4);
    inbox.push(linkState(1));
    QVERIFY(inbox.takeOverflow());
    QCOMPARE(inbox.takeMissing(), 4);
    QCOMPARE(inbox.takeMissing(), 0);
}

QTEST_GUILESS_MAIN(TestInbox)
#include "tst_inbox.moc"
