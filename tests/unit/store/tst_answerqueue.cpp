// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/answerqueue.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace hub;

namespace {

std::atomic<int> inMemory = 0;

class Page final : public StoreRequest
{
public:
    Page() : StoreRequest(Kind::Reading, 1, "reader") { ++inMemory; }
    ~Page() override { --inMemory; }
    void fail(const Error &) override { }
    void answer() override { }
};

StoreRequests onePage()
{
    StoreRequests pages;
    pages.push_back(std::make_unique<Page>());
    return pages;
}

} // namespace

/// The queue of answers to the hub thread. It keeps only a few pages in memory.
class TestAnswerQueue : public QObject
{
    Q_OBJECT

private slots:
    void onlyTheFirstHasToBeTold();
    void fewPagesAreInMemory();
    void closingEndsTheWait();
};

void TestAnswerQueue::onlyTheFirstHasToBeTold()
{
    AnswerQueue queue;
    QVERIFY(queue.push(onePage()));
    QVERIFY(!queue.push(onePage()));
    QVERIFY(!queue.pushPages(onePage()));
    QCOMPARE(queue.take().size(), size_t(3));
    QVERIFY(queue.pushPages(onePage()));
}

void TestAnswerQueue::fewPagesAreInMemory()
{
    constexpr int count = 2'000;
    AnswerQueue queue;
    std::thread reader([&] {
        for (int i = 0; i < count; ++i)
            queue.pushPages(onePage());
    });
    int taken = 0;
    int most = 0;
    while (taken < count) {
        StoreRequests pages = queue.take();
        taken += static_cast<int>(pages.size());
        most = std::max(most, inMemory.load());
        pages.clear();
        queue.noteGiven();
    }
    reader.join();
    QVERIFY2(most <= 5, qPrintable(QString::number(most))); // four pages, and one that waits
}

void TestAnswerQueue::closingEndsTheWait()
{
    AnswerQueue queue;
    std::thread reader([&] {
        for (int i = 0; i < 100; ++i)
            queue.pushPages(onePage());
    });
    queue.close();
    reader.join();
    QCOMPARE(queue.take().size(), size_t(100));
}

QTEST_APPLESS_MAIN(TestAnswerQueue)
#include "tst_answerqueue.moc"
