// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manualclock.h"
#include "ui/models/session.h"
#include "ui/widgets/logpage.h"
#include "ui/widgets/logview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace {

/// A log of at most 2000 rows in blocks of a hundred, and a view of about twenty rows.
struct Fixture
{
    ui::EventRing ring{{2000, 1 << 24, 100, 1 << 20}};
    test::ManualClock clock;
    ui::LogRows rows{&ring, clock};
    ui::LogView view{&rows};
    int next = 0;

    Fixture()
    {
        view.resize(900, 300);
        view.show();
        const int besideRows = view.height() - view.viewport()->height();
        view.resize(900, besideRows + view.rowHeight() * 20 + view.rowHeight() / 2);
    }
    void append(int count)
    {
        for (int i = 0; i < count; ++i, ++next) {
            ui::LogRow row;
            row.ms = 1'731'000'000'000 + next;
            row.type = next % 10 == 0 ? hub::EventType::Failed : hub::EventType::Progress;
            ring.append(row, "job-" + QByteArray::number(next % 3),
                        "text " + QByteArray::number(next));
        }
        rows.advance(std::chrono::milliseconds(50));
    }
    void scrollTo(int row) { view.verticalScrollBar()->setValue(row); }
    bool atEnd() const
    {
        return view.verticalScrollBar()->value() == view.verticalScrollBar()->maximum();
    }
    QPoint pointOf(int visibleRow) const
    {
        return {20, visibleRow * view.rowHeight() + view.rowHeight() / 2};
    }
};

} // namespace

class LogViewTest : public QObject
{
    Q_OBJECT

private slots:
    void followsAtTheEnd();
    void neverMovesUnderTheReader_data();
    void neverMovesUnderTheReader();
    void stopsWhenARowIsClicked();
    void resumesAtTheEnd();
    void countsWhatIsNew();
    void keepsItsPlaceThroughAFilter();
    void copiesWholeRows();
    void saysWhatACopyLeavesOut();
    void tellsTheJob();
};

void LogViewTest::followsAtTheEnd()
{
    Fixture f;
    for (int i = 0; i < 50; ++i) {
        f.append(97);
        QVERIFY(f.view.isFollowing());
        QVERIFY(f.atEnd());
    }
    QCOMPARE(f.view.newRows(), 0);
    QCOMPARE(f.view.topSequence(), f.ring.end() - 20);
}

void LogViewTest::neverMovesUnderTheReader_data()
{
    QTest::addColumn<QString>("filter");
    QTest::newRow("all rows") << QString();
    QTest::newRow("filtered") << QStringLiteral("type:failed");
}

void LogViewTest::neverMovesUnderTheReader()
{
    // GIVEN a view scrolled into a full log
    QFETCH(const QString, filter);
    Fixture f;
    f.append(2000);
    f.rows.setFilter(ui::LogFilter::parse(filter).value());
    f.rows.advance(std::chrono::milliseconds(1000));
    f.scrollTo(static_cast<int>(f.rows.count()) - 60);
    QVERIFY(!f.view.isFollowing());
    const qint64 top = f.view.topSequence();
    // WHEN rows are added at the end and old ones are removed at the beginning
    const qint64 firstBefore = f.ring.first();
    while (f.ring.first() + 200 < top) {
        f.append(37);
        // THEN the top row stays
        QCOMPARE(f.view.topSequence(), top);
    }
    QVERIFY(f.ring.first() > firstBefore);
    // AND when that row is removed itself, the oldest remaining row takes its place
    while (f.ring.holds(top))
        f.append(37);
    QVERIFY(!f.view.isFollowing());
    QCOMPARE(f.view.topSequence(), f.rows.sequenceAt(0));
}

void LogViewTest::stopsWhenARowIsClicked()
{
    Fixture f;
    f.append(500);
    QSignalSpy following(&f.view, &ui::LogView::followingChanged);
    const qint64 clicked = f.view.topSequence() + 5;
    QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, f.pointOf(5));
    QCOMPARE(following.size(), 1);
    QCOMPARE(f.view.currentSequence(), clicked);
    const qint64 top = f.view.topSequence();
    f.append(100);
    QCOMPARE(f.view.topSequence(), top);
    QCOMPARE(f.view.currentSequence(), clicked);
}

void LogViewTest::resumesAtTheEnd()
{
    Fixture f;
    f.append(500);
    f.scrollTo(100);
    QVERIFY(!f.view.isFollowing());
    f.scrollTo(f.view.verticalScrollBar()->maximum());
    QVERIFY(f.view.isFollowing());
    f.scrollTo(10);
    QTest::keyClick(&f.view, Qt::Key_End);
    QVERIFY(f.view.isFollowing());
    f.append(10);
    QVERIFY(f.atEnd());
}

void LogViewTest::countsWhatIsNew()
{
    Fixture f;
    f.append(500);
    f.scrollTo(100);
    QCOMPARE(f.view.newRows(), 0); // all rows were visible before
    f.append(42);
    QCOMPARE(f.view.newRows(), 42);
    auto *chip = f.view.viewport()->findChild<QPushButton *>();
    QVERIFY(chip->isVisible());
    QVERIFY(chip->text().contains(QStringLiteral("42")));
    f.rows.setPaused(true);
    f.append(8);
    QCOMPARE(f.view.newRows(), 50);
    chip->click();
    QVERIFY(f.view.isFollowing());
    QVERIFY(!f.rows.isPaused());
    QCOMPARE(f.view.newRows(), 0);
    QVERIFY(!chip->isVisible());
}

void LogViewTest::keepsItsPlaceThroughAFilter()
{
    Fixture f;
    f.append(1000);
    f.scrollTo(500);
    f.rows.setFilter(ui::LogFilter::parse(QStringLiteral("type:failed")).value());
    f.rows.advance(std::chrono::milliseconds(1000));
    QCOMPARE(f.view.topSequence(), 500);
    f.rows.setFilter({});
    QCOMPARE(f.view.topSequence(), 500);
}

void LogViewTest::copiesWholeRows()
{
    Fixture f;
    f.view.setTimeStyle(ui::TimeStyle::Utc);
    f.append(500);
    f.scrollTo(100);
    QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, f.pointOf(2));
    QTest::keyClick(&f.view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keySequence(&f.view, QKeySequence(QKeySequence::Copy));
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("2024-11-07T17:20:00.102Z\tProgress\tjob-0\ttext 102\n"
                            "2024-11-07T17:20:00.103Z\tProgress\tjob-1\ttext 103"));
    QTest::keySequence(&f.view, QKeySequence(QKeySequence::SelectAll));
    QCOMPARE(f.view.selectedText().count(QLatin1Char('\n')), 499);
    // Selected rows that are gone are not copied, and they cause no fault.
    f.append(4000);
    QCOMPARE(f.view.selectedText(), QString());
}

void LogViewTest::saysWhatACopyLeavesOut()
{
    const test::ManualClock clock;
    ui::Session session(&clock);
    ui::LogPage page(&session);
    page.show();
    QSignalSpy told(&page, &ui::LogPage::told);
    const auto receive = [&session](int count) {
        for (int i = 0; i < count; ++i)
            session.receive(ui::Gap{});
        do {
            session.tick();
        } while (session.queued() > 0);
    };
    receive(2);
    page.view()->selectAll();
    page.view()->copySelection();
    QCOMPARE(told.takeFirst().first().toString(), QStringLiteral("2 rows copied"));
    receive(ui::LogView::maxCopied);
    page.view()->selectAll();
    page.view()->copySelection();
    QVERIFY(told.isEmpty());
    const auto *box = page.findChild<QMessageBox *>();
    QVERIFY(box && box->isVisible());
    QCOMPARE(box->text(), QStringLiteral("%1 of %2 rows were copied.")
                              .arg(ui::formatCount(ui::LogView::maxCopied),
                                   ui::formatCount(ui::LogView::maxCopied + 2)));
}

void LogViewTest::tellsTheJob()
{
    Fixture f;
    f.append(100);
    f.scrollTo(10);
    QSignalSpy activated(&f.view, &ui::LogView::jobActivated);
    QTest::mouseDClick(f.view.viewport(), Qt::LeftButton, {}, f.pointOf(3));
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].toByteArray(), QByteArray("job-1"));
}

QTEST_MAIN(LogViewTest)
#include "tst_logview.moc"
