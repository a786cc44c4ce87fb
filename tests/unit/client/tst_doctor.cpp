// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/doctor/doctor.h"

#include "tests/support/manualclock.h"
#include "tests/support/scriptedserver.h"
#include "tests/unit/client/frames.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace test::frames;
using namespace ui;

namespace {

const QByteArray json = QByteArrayLiteral("application/json");

/// A doctor with its usual time limits, a clock, and a scripted hub. The hub answers every request
/// except those for the paths in `silent`. The test sends the bytes of the streams.
struct Desk
{
    test::ManualClock clock;
    ScriptedServer server;
    QNetworkAccessManager network;
    Patient patient;
    std::unique_ptr<Doctor> doctor;
    QByteArrayList silent;
    bool doctorFinished = false;
    qint64 clockSkewMs = 0; ///< Clock of the hub minus that of the doctor.

    explicit Desk(const char *scheme = "http")
    {
        patient.hub = server.url();
        patient.hub.setScheme(QString::fromLatin1(scheme));
        server.respond([this](int n, const ScriptedRequest &request) { respond(n, request); });
    }

    void start()
    {
        doctor = std::make_unique<Doctor>(&network, patient, clock);
        QObject::connect(doctor.get(), &Doctor::finished, doctor.get(),
                         [this] { doctorFinished = true; });
        doctor->start();
    }

    void respond(int n, const ScriptedRequest &request)
    {
        if (silent.contains(request.path()))
            return;
        if (request.path() == "/healthz")
            return server.answer(n, 200, json, R"({"status":"ok"})");
        if (request.path().startsWith("/api/v1/events/")) {
            streams << n;
            return;
        }
        if (request.path().endsWith("/events")) {
            published << QJsonDocument::fromJson(request.body)[QLatin1String("type")].toString();
            return server.answer(n, 202, json, R"({"event_id":")" + eventId() + R"("})");
        }
        server.answer(n, 200, json, "{}");
    }
    /// Returns the id of the last published event.
    QByteArray eventId() const
    {
        return "e1." + QByteArray::number(clock.wallMs() + clockSkewMs) + '-'
               + QByteArray::number(published.size());
    }
    /// Sends bytes on the last stream.
    void stream(const QByteArray &bytes) { server.send(streams.last(), bytes); }
    /// Sends the last published event on the last stream.
    void streamEvent() { stream(jobEvent(eventId(), "j", published.last().toLatin1())); }

    /// Advances the clock after the current timer has looked at it once more.
    void pass(qint64 ms)
    {
        const int readings = clock.readings();
        QTRY_VERIFY(clock.readings() >= readings + 2);
        clock.advance(ms);
    }
    /// Returns the last finding as `check severity text`.
    QString lastFinding() const
    {
        if (doctor->findings().isEmpty())
            return {};
        const Finding &finding = doctor->findings().last();
        return QString::fromLatin1(finding.check + ' ' + toString(finding.severity) + ' ')
               + finding.text;
    }

    QList<int> streams; ///< Requests for streams, in order.
    QStringList published; ///< Types of the published events, in order.
};

} // namespace

/// The time limits of the doctor, in the time of a clock that the test moves.
class TestDoctor : public QObject
{
    Q_OBJECT

private slots:
    void givesUpATlsHandshake();
    void givesUpARequest_data();
    void givesUpARequest();
    void measuresAnEvent_data();
    void measuresAnEvent();
    void findsAHeldStream();
    void countsHeartbeats();
    void comparesTheClocks();
};

void TestDoctor::givesUpATlsHandshake()
{
    Desk desk("https"); // the server waits for an HTTP request and never answers the handshake
    desk.start();
    QTRY_VERIFY(desk.lastFinding().startsWith(QLatin1String("tcp good connected")));
    QVERIFY(desk.lastFinding().endsWith(QLatin1String(" in 0 ms")));
    desk.pass(7'999);
    desk.pass(0);
    QVERIFY(!desk.doctorFinished);
    desk.clock.advance(1);
    QTRY_VERIFY(desk.doctorFinished);
    QCOMPARE(desk.lastFinding(), QStringLiteral("tls fault no answer within 8 s"));
}

void TestDoctor::givesUpARequest_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("finding");
    QTest::newRow("health") << QByteArray("/healthz")
                            << QStringLiteral("host fault no hub answers here: no answer in time");
    QTest::newRow("list of jobs") << QByteArray("/api/v1/jobs")
                                  << QStringLiteral("auth fault no answer in time");
}

void TestDoctor::givesUpARequest()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, finding);
    Desk desk;
    desk.silent << path;
    desk.start();
    QTRY_VERIFY(!desk.server.requestsFor(path).isEmpty());
    desk.pass(7'999);
    desk.pass(0);
    QVERIFY(!desk.doctorFinished);
    desk.clock.advance(1);
    QTRY_VERIFY(desk.doctorFinished);
    QCOMPARE(desk.lastFinding(), finding);
}

void TestDoctor::measuresAnEvent_data()
{
    QTest::addColumn<int>("ms");
    QTest::addColumn<QString>("finding");
    QTest::newRow("in time") << 999
                             << QStringLiteral("buffering good nothing between this machine and "
                                               "the hub delays events");
    QTest::newRow("late") << 1'000
                          << QStringLiteral(
                                 "buffering fault an event arrived 1000 ms after it was sent");
}

void TestDoctor::measuresAnEvent()
{
    QFETCH(int, ms);
    QFETCH(QString, finding);
    Desk desk;
    desk.start();
    QTRY_COMPARE(desk.streams.size(), 1);
    desk.server.stream(desk.streams.last());
    desk.clock.advance(40);
    desk.stream(hello());
    QTRY_COMPARE(desk.lastFinding(), QStringLiteral("clock good the clocks of the hub and this "
                                                    "machine differ by at most 0 ms"));
    QCOMPARE(desk.doctor->findings().at(desk.doctor->findings().size() - 2).text,
             QStringLiteral("text/event-stream, the first byte arrived after 40 ms"));
    const QByteArray event = jobEvent(desk.eventId(), "j", "processing");
    desk.clock.advance(ms);
    desk.stream(event);
    QTRY_COMPARE(desk.lastFinding(), finding);
}

void TestDoctor::findsAHeldStream()
{
    Desk desk;
    desk.start();
    QTRY_COMPARE(desk.streams.size(), 1);
    QCOMPARE(desk.published, QStringList());
    desk.pass(3'000); // no hub.hello in time
    QTRY_COMPARE(desk.published, QStringList{QStringLiteral("processing")});
    QTRY_VERIFY(desk.lastFinding().startsWith(QLatin1String("clock good")));
    desk.pass(2'999);
    desk.pass(0);
    QCOMPARE(desk.published.size(), 1);
    desk.clock.advance(1); // no event in time
    QTRY_COMPARE(desk.published.size(), 2);
    QCOMPARE(desk.published.last(), QStringLiteral("completed"));
    desk.server.stream(desk.streams.last(), hello());
    desk.streamEvent();
    desk.server.close(desk.streams.last());
    QTRY_VERIFY(desk.doctorFinished);
    QCOMPARE(desk.lastFinding(),
             QStringLiteral("buffering fault nothing arrived within 3 s; everything arrived when "
                            "the hub ended the stream"));
}

void TestDoctor::countsHeartbeats()
{
    Desk desk;
    desk.start();
    QTRY_COMPARE(desk.streams.size(), 1);
    desk.server.stream(desk.streams.last(), hello());
    QTRY_COMPARE(desk.published.size(), 1);
    desk.streamEvent();
    QTRY_VERIFY(desk.lastFinding().startsWith(QLatin1String("buffering good")));
    QVERIFY(desk.server.request(desk.streams.last()).target.endsWith("?heartbeat=5"));
    desk.pass(5'000);
    desk.stream(": beat\n\n");
    desk.pass(7'999); // one more is missing; 13 s are the limit for two
    desk.pass(0);
    QVERIFY(desk.lastFinding().startsWith(QLatin1String("buffering good")));
    desk.clock.advance(1);
    QTRY_COMPARE(desk.published.size(), 2); // the next check begins
    QVERIFY2(desk.lastFinding().startsWith(QLatin1String("heartbeat fault 1 of 2")),
             qPrintable(desk.lastFinding()));
    desk.doctor->stop();
    QTRY_VERIFY(desk.doctorFinished);
}

void TestDoctor::comparesTheClocks()
{
    Desk desk;
    desk.clockSkewMs = -2'001;
    desk.start();
    QTRY_COMPARE(desk.streams.size(), 1);
    desk.server.stream(desk.streams.last(), hello());
    QTRY_COMPARE(desk.lastFinding(), QStringLiteral("clock fault the hub's clock is 2.0 s behind "
                                                    "the clock of this machine"));
}

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
