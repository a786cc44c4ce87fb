// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/banner.h"

#include "tests/support/manualclock.h"

#include <QTest>

using ui::LinkState;

class BannerTest : public QObject
{
    Q_OBJECT

private slots:
    void countsDownFromTheStatus();
    void showsALongConnecting();
};

void BannerTest::countsDownFromTheStatus()
{
    test::ManualClock clock;
    ui::Banner banner(clock);
    clock.advance(60'000); // the banner is older than the status
    const ui::LinkStatus status{LinkState::Reconnecting, 0, std::chrono::seconds(7),
                                QStringLiteral("refused")};
    banner.setStatus(status);
    QCOMPARE(banner.text(), QStringLiteral("Reconnecting in 7 s (attempt 1): refused"));
    clock.advance(4000);
    banner.refresh();
    QCOMPARE(banner.text(), QStringLiteral("Reconnecting in 3 s (attempt 1): refused"));
    banner.setStatus(status); // the next attempt
    QCOMPARE(banner.text(), QStringLiteral("Reconnecting in 7 s (attempt 1): refused"));
}

void BannerTest::showsALongConnecting()
{
    test::ManualClock clock;
    ui::Banner banner(clock);
    banner.setHub(QStringLiteral("hub"));
    banner.setStatus({LinkState::Connecting, 0, {}, {}});
    clock.advance(1999);
    banner.refresh();
    QCOMPARE(banner.text(), QString());
    clock.advance(1);
    banner.refresh();
    QCOMPARE(banner.text(), QStringLiteral("Connecting to hub"));
}

QTEST_MAIN(BannerTest)
#include "tst_banner.moc"
