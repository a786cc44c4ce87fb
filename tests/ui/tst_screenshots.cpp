// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manualclock.h"
#include "tests/ui/demodata.h"
#include "ui/client/hubapi.h"
#include "ui/models/imageloader.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/connectionspage.h"
#include "ui/widgets/detailspage.h"
#include "ui/widgets/imagestrip.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/jobspage.h"
#include "ui/widgets/mainwindow.h"
#include "ui/widgets/settingsdialog.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QDockWidget>
#include <QNetworkAccessManager>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using ui::LinkState;
using namespace std::chrono_literals;

namespace {

/// A window with a session of its own; fill() adds the demo jobs.
struct Desk
{
    QTemporaryDir dir;
    test::ManualClock clock{QDateTime::currentMSecsSinceEpoch()};
    QSettings settings{dir.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    QNetworkAccessManager network;
    ui::HubApi api{&network, QUrl(QStringLiteral("http://127.0.0.1:4354"))};
    ui::Session session{&clock};
    ui::JobDetail detail;
    ui::ImageLoader images;
    ui::MainWindow window{&session, &detail, &images, &settings};

    Desk()
    {
        images.setApi(&api);
        window.setTimeStyle(ui::TimeStyle::Utc);
        window.setHub(QStringLiteral("http://127.0.0.1:4354"),
                      QStringLiteral("curl -d '{\"job_id\":\"job-1\",\"kind\":\"restore\"}' "
                                     "http://127.0.0.1:4354/api/v1/jobs"));
        window.resize(1360, 860);
    }
    void fill()
    {
        test::fillDemo(session, clock);
        for (int second = 0; second < 3; ++second) {
            clock.advance(1000);
            session.tick();
        }
        window.banner()->setNotice({});
    }
    void receive(const ui::LinkStatus &status)
    {
        session.receive(status);
        session.tick();
    }
};

} // namespace

/// Takes screenshots of the window in its states, light and dark, and keeps them in `screens` of
/// the build folder. QT_SCALE_FACTOR makes HiDPI ones. An empty picture fails the test.
class TestScreenshots : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void window_data();
    void window();

private:
    void keep(QWidget &widget, const QString &name) const;

    QDir m_dir;
};

void TestScreenshots::initTestCase()
{
    const QString folder = QStringLiteral(QT_TESTCASE_BUILDDIR "/screens");
    QVERIFY(m_dir.mkpath(folder));
    m_dir.setPath(folder);
}

void TestScreenshots::window_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestScreenshots::window()
{
    QFETCH(const bool, dark);
    ui::Theme theme;
    theme.setChoice(dark ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
    {
        Desk empty;
        empty.window.show();
        keep(empty.window, QStringLiteral("waiting"));
        empty.session.receive(ui::arrival::Snapshot{});
        empty.receive({LinkState::Live, 0, {}, {}});
        keep(empty.window, QStringLiteral("first-start"));
    }
    Desk desk;
    desk.fill();
    desk.window.show();
    desk.window.jobsPage()->table()->selectJob("img-sunrise-9f31c2d0");
    test::showImageJob(desk.detail, desk.clock.wallMs());
    QTRY_COMPARE(desk.window.detailsPage()->images()->shownCount(), 2);
    keep(desk.window, QStringLiteral("jobs"));
    desk.receive({LinkState::Reconnecting, 2, 7s, QStringLiteral("connection refused")});
    auto *connections = desk.window.findChild<QDockWidget *>(QStringLiteral("connections"));
    connections->raise();
    keep(desk.window, QStringLiteral("reconnecting"));
    desk.receive({LinkState::Live, 0, {}, {}});
    test::fillDemo(desk.session, desk.clock);
    keep(desk.window, QStringLiteral("connections"));
    ui::SettingsDialog settings(ui::Preferences{}, &desk.window);
    settings.show();
    keep(settings, QStringLiteral("settings"));
}

void TestScreenshots::keep(QWidget &widget, const QString &name) const
{
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    QApplication::processEvents();
    const QPixmap picture = widget.grab();
    const QString file = QStringLiteral("%1-%2-%3x.png")
                             .arg(name, QString::fromLatin1(QTest::currentDataTag()))
                             .arg(picture.devicePixelRatio());
    QVERIFY(picture.save(m_dir.filePath(file)));
    QSet<QRgb> tones;
    const QImage image = picture.toImage();
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            tones.insert(image.pixel(x, y));
    }
    QVERIFY2(tones.size() > 20, qPrintable(file));
}

QTEST_MAIN(TestScreenshots)
#include "tst_screenshots.moc"
