// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/logdesk.h"
#include "ui/models/logmarks.h"
#include "ui/widgets/logminimap.h"
#include "ui/widgets/statepalette.h"

#include <QImage>
#include <QSignalSpy>

using test::LogDesk;

namespace {

/// Returns whether a column of the picture has this colour at any height from `top` to `bottom`.
bool hasColor(const QImage &image, const QColor &color, int x, int top, int bottom)
{
    for (int y = top; y <= bottom; ++y) {
        if (image.pixelColor(x, y) == color)
            return true;
    }
    return false;
}

} // namespace

/// The map beside the event log.
class TestLogMinimap : public QObject
{
    Q_OBJECT

private slots:
    void collectsChanges();
    void showsErrorsAndMarks();
    void scrollsWhereTheUserClicks();
    void isStillWhileHidden();
};

void TestLogMinimap::collectsChanges()
{
    LogDesk desk;
    ui::LogMinimap &map = *desk.view().minimap();
    QTRY_VERIFY(map.refreshes() > 0);
    const int before = map.refreshes();
    for (int i = 0; i < 50; ++i)
        desk.append(10);
    QCOMPARE(map.refreshes(), before); // the pace is that of a timer
    QTRY_VERIFY(map.refreshes() > before);
}

void TestLogMinimap::showsErrorsAndMarks()
{
    LogDesk desk;
    for (int i = 0; i < 2000; ++i) {
        const bool fails = i == 1000;
        desk.session.receive(
            test::jobEvent("job", fails ? hub::EventType::Failed : hub::EventType::Log, i, "{}"));
    }
    desk.drain();
    desk.view().goTo(200);
    desk.view().marks()->toggle({500});
    ui::LogMinimap &map = *desk.view().minimap();
    const QColor failure = ui::StatePalette::of(map.palette()).failure();
    const QColor ink = map.palette().color(QPalette::Text);
    const int middle = map.height() / 2;
    const int quarter = map.height() / 4;
    const auto picture = [&map] { return map.grab().toImage(); };
    QTRY_VERIFY(hasColor(picture(), failure, map.width() - 3, middle - 2, middle + 2));
    QVERIFY(!hasColor(picture(), failure, map.width() - 3, 0, middle - 4));
    QVERIFY(!hasColor(picture(), failure, map.width() - 3, middle + 4, map.height() - 1));
    QTRY_VERIFY(hasColor(picture(), ink, 1, quarter - 3, quarter + 3));
}

void TestLogMinimap::scrollsWhereTheUserClicks()
{
    LogDesk desk;
    desk.append(1000);
    ui::LogMinimap &map = *desk.view().minimap();
    QVERIFY(desk.view().isFollowing());
    QTest::mouseClick(&map, Qt::LeftButton, {}, {3, map.height() / 2});
    QVERIFY(!desk.view().isFollowing());
    const qint64 middle = desk.view().topRow() + desk.view().rowsInSight() / 2;
    QVERIFY2(qAbs(middle - 500) <= 3, qPrintable(QString::number(middle)));
    QTest::mouseClick(&map, Qt::LeftButton, {}, {3, 0});
    QCOMPARE(desk.view().topRow(), 0);
    QTest::mouseClick(&map, Qt::LeftButton, {}, {3, map.height() - 1});
    QVERIFY(desk.view().isFollowing());
}

void TestLogMinimap::isStillWhileHidden()
{
    LogDesk desk;
    ui::LogMinimap &map = *desk.view().minimap();
    desk.append(100);
    QTRY_VERIFY(map.refreshes() > 0);
    desk.page.hide();
    QSignalSpy changed(desk.session.logRows(), &ui::LogRows::changed);
    desk.append(100);
    QVERIFY(changed.size() > 0);
    const int before = map.refreshes();
    desk.page.show();
    QTRY_VERIFY(map.refreshes() > before); // it catches up when it is visible again
}

QTEST_MAIN(TestLogMinimap)
#include "tst_logminimap.moc"
