// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobthumbnails.h"

#include "tests/support/manualclock.h"
#include "tests/support/scriptedserver.h"
#include "tests/unit/models/modelevents.h"
#include "ui/client/hubapi.h"
#include "ui/models/imageloader.h"
#include "ui/models/session.h"
#include "ui/widgets/joblist.h"

#include <QBuffer>
#include <QNetworkAccessManager>
#include <QScrollBar>
#include <QTest>

namespace {

QByteArray png(const QColor &color)
{
    QImage image(64, 64, QImage::Format_RGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

/// A list of completed jobs, each with an image that the server answers with.
struct Fixture
{
    test::ManualClock clock;
    ScriptedServer server;
    QNetworkAccessManager network;
    ui::HubApi api{&network, server.url()};
    ui::ImageLoader loader;
    ui::JobThumbnails thumbnails{&loader};
    ui::Session session{&clock};
    ui::JobList list{clock};

    explicit Fixture(int jobs)
    {
        server.respond([this](int number, const ScriptedRequest &) {
            server.answer(number, 200, "image/png", png(Qt::magenta));
        });
        loader.setApi(&api);
        list.setJobs(session.sortedJobs());
        list.setThumbnails(&thumbnails);
        ui::arrival::Snapshot snapshot;
        for (int n = 0; n < jobs; ++n) {
            const QByteArray id = "job-" + QByteArray::number(n);
            hub::Job job = test::job(id.constData(), hub::JobStatus::Completed, 100, n);
            job.result = "{\"images\":[\"/" + id + ".png\"]}";
            snapshot.jobs << job;
        }
        session.receive(snapshot);
        session.tick();
        list.resize(1200, 300);
        list.show();
        clock.advance(1000);
    }
    bool showsMagenta()
    {
        const QImage shown = list.viewport()->grab().toImage();
        for (int y = 0; y < shown.height(); ++y) {
            for (int x = 0; x < shown.width(); ++x) {
                if (shown.pixelColor(x, y) == QColor(Qt::magenta))
                    return true;
            }
        }
        return false;
    }
};

} // namespace

class JobThumbnailsTest : public QObject
{
    Q_OBJECT

private slots:
    void onlyVisibleRowsLoad();
    void notWhileScrolling();
    void failedOnesAreNotAskedAgain();
    void anotherHubHasOthers();
};

void JobThumbnailsTest::onlyVisibleRowsLoad()
{
    Fixture f(500);
    QVERIFY(!f.showsMagenta());
    f.list.passSecond();
    QTRY_VERIFY(f.showsMagenta());
    const int rows =
        f.list.viewport()->height() / f.list.visualRect(f.list.model()->index(0, 0)).height() + 2;
    QTRY_VERIFY(f.server.count() >= rows - 3);
    f.clock.advance(1000);
    f.list.passSecond();
    QCoreApplication::processEvents();
    QVERIFY(f.server.count() <= rows);
}

void JobThumbnailsTest::notWhileScrolling()
{
    Fixture f(500);
    f.list.verticalScrollBar()->setValue(1000);
    f.list.passSecond();
    QCoreApplication::processEvents();
    QCOMPARE(f.server.count(), 0);
    f.clock.advance(1000);
    f.list.passSecond();
    QTRY_VERIFY(f.server.count() > 0);
}

void JobThumbnailsTest::failedOnesAreNotAskedAgain()
{
    Fixture f(1);
    f.server.respond([&f](int number, const ScriptedRequest &) {
        f.server.answer(number, 404, "text/plain", {});
    });
    f.list.passSecond();
    QTRY_COMPARE(f.server.count(), 1);
    QTRY_VERIFY(f.thumbnails.of("job-0").isEmpty());
    f.clock.advance(5000);
    f.list.passSecond();
    QCoreApplication::processEvents();
    QCOMPARE(f.server.count(), 1);
}

void JobThumbnailsTest::anotherHubHasOthers()
{
    Fixture f(1);
    f.list.passSecond();
    QTRY_COMPARE(f.thumbnails.of("job-0").size(), 1);
    ui::HubApi other(&f.network, f.server.url());
    f.loader.setApi(&other);
    QVERIFY(f.thumbnails.of("job-0").isEmpty());
    f.loader.setApi(nullptr);
}

QTEST_MAIN(JobThumbnailsTest)
#include "tst_jobthumbnails.moc"
