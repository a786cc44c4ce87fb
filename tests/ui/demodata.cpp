// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/demodata.h"

#include <QBuffer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLinearGradient>
#include <QPainter>
#include <QRandomGenerator>

using namespace std::chrono_literals;

namespace test {

namespace {

ui::JobEvent event(const QByteArray &job, hub::EventType type, qint64 ms,
                   const QJsonObject &data = {})
{
    static quint32 n = 0;
    const hub::EventId id{ms, ++n};
    ui::JobEvent made{hub::Cursor{QByteArrayLiteral("k3f9a2"), id}.toWire(),
                      {},
                      QJsonDocument(data).toJson(QJsonDocument::Compact)};
    made.delta = hub::parseJobDelta(id, type, made.text).value();
    made.delta.jobId = job;
    return made;
}

QJsonObject step(double percent, int current, int total, const QString &message)
{
    return {{QStringLiteral("progress"), percent},
            {QStringLiteral("step"),
             QJsonObject{{QStringLiteral("current"), current}, {QStringLiteral("total"), total}}},
            {QStringLiteral("message"), message}};
}

QString picture(const QColor &top, const QColor &bottom)
{
    QImage image(640, 420, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient gradient(0, 0, 0, image.height());
    gradient.setColorAt(0, top);
    gradient.setColorAt(1, bottom);
    painter.fillRect(image.rect(), gradient);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 244, 214));
    painter.drawEllipse(QPointF(430, 170), 60, 60);
    painter.setBrush(QColor(20, 30, 45));
    painter.drawPolygon(
        QPolygonF{{0, 420}, {0, 330}, {150, 230}, {320, 360}, {450, 280}, {640, 380}, {640, 420}});
    painter.end();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return QStringLiteral("data:image/png;base64,") + QString::fromLatin1(png.toBase64());
}

QJsonObject imageOf(const QString &name, const QString &url)
{
    return {{QStringLiteral("url"), url},
            {QStringLiteral("content_type"), QStringLiteral("image/png")},
            {QStringLiteral("file_name"), name},
            {QStringLiteral("width"), 640},
            {QStringLiteral("height"), 420}};
}

const char *const twoImages =
    R"({"images":[{"url":"https://cdn.example.org/a.png"},{"url":"https://cdn.example.org/b.png"}]})";

/// Lets a completed job end in another way.
void failJob(hub::Job &job, QRandomGenerator &random)
{
    static const std::pair<hub::JobStatus, const char *> ends[] = {
        {hub::JobStatus::Failed,
         R"({"code":"CUDA_OOM","message":"out of memory while allocating 2.4 GiB on cuda:0"})"},
        {hub::JobStatus::TimedOut, R"({"code":"TIMEOUT","message":"no result within 600 s"})"},
        {hub::JobStatus::Lost, R"({"message":"the provider does not know this job any more"})"},
        {hub::JobStatus::Cancelled, ""}};
    const auto &[status, error] = ends[random.bounded(4)];
    job.status = status;
    job.error = error;
    job.result.clear();
    job.progress = 10 + random.bounded(80);
}

hub::Job jobOf(int number, qint64 nowMs, QRandomGenerator &random)
{
    static const char *const names[] = {"restore-5ddd8a7c", "img-portrait-b1e44f",
                                        "exec-nightly-etl-20c1", "upscale-a04e7037-batch"};
    static const char *const owners[] = {"ann", "ben.osei", "studio-berlin", "ci"};
    static const char *const messages[] = {"upscaling tiles", "loading the model",
                                           "denoising, pass 2", "writing the result"};
    hub::Job job;
    const auto kind = random.bounded(4);
    job.id = QByteArray(names[kind]) + '-' + QByteArray::number(4700 + number);
    job.kind = static_cast<hub::JobKind>((kind + 1) % 4);
    job.owner = owners[random.bounded(4)];
    job.createdMs = nowMs - 60'000 - random.bounded(1'500'000);
    job.message = QString::fromLatin1(messages[random.bounded(4)]);
    job.externalId = "rp-" + QByteArray::number(number);
    job.lastEvent = {job.createdMs, 0};
    job.updatedMs = job.createdMs + random.bounded(50'000);
    const int fate = random.bounded(100);
    if (fate < 8) {
        job.message.clear();
        return job;
    }
    job.startedMs = job.createdMs + 1500;
    job.status = hub::JobStatus::Processing;
    if (fate < 40) {
        const int done = 1 + random.bounded(18);
        job.progress = done * 100.0 / 19;
        job.step = hub::Step{done, 19};
        job.updatedMs = nowMs - random.bounded(20'000);
        return job;
    }
    job.finishedMs = job.startedMs + 20'000 + random.bounded(200'000);
    job.updatedMs = job.finishedMs;
    job.progress = 100;
    job.status = hub::JobStatus::Completed;
    job.result = twoImages;
    if (fate >= 85)
        failJob(job, random);
    return job;
}

/// The `number`th event of the demonstration, as a log line.
ui::JobEvent logLine(const hub::Job &job, int number, qint64 ms)
{
    return event(job.id, hub::EventType::Log, ms,
                 {{QStringLiteral("message"), QStringLiteral("tile 12 of 64 took 318 ms")},
                  {QStringLiteral("level"),
                   number % 4 ? QStringLiteral("info") : QStringLiteral("warning")}});
}

/// The `number`th event of the demonstration, as progress.
ui::JobEvent progressOf(const hub::Job &job, int number, qint64 ms)
{
    const int done = qMin(19, (job.step ? job.step->current : 1) + number / 2000);
    return event(job.id, hub::EventType::Progress, ms,
                 step(done * 100.0 / 19, done, 19, job.message));
}

ui::JobEvent failure(const hub::Job &job, qint64 ms)
{
    return event(job.id, hub::EventType::Failed, ms,
                 {{QStringLiteral("error"),
                   QJsonObject{{QStringLiteral("code"), QStringLiteral("CUDA_OOM")},
                               {QStringLiteral("message"), QStringLiteral("out of memory")}}}});
}

void fillConnections(ui::Session &session, qint64 nowMs)
{
    QList<ui::ConnectionInfo> all;
    const std::tuple<const char *, const char *, const char *> kinds[] = {
        {"job/*", "Heliograph/0.1.0", "heliograph-own"},
        {"hub", "Heliograph/0.1.0", "heliograph-own"},
        {"job/restore-5ddd8a7c-4702", "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0", "web-81"},
        {"job/restore-5ddd8a7c-4702", "curl/8.5.0", ""},
        {"user/ann", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Safari/605.1", "web-12"},
        {"job/exec-nightly-etl-20c1-4731", "node-eventsource/2.0.2", "ci-7"}};
    qint64 id = 40;
    for (const auto &[topic, agent, client] : kinds) {
        ui::ConnectionInfo info;
        info.id = ++id;
        info.topic = topic;
        info.userAgent = QString::fromLatin1(agent);
        info.client = client;
        info.remote = QStringLiteral("127.0.0.1:%1").arg(40000 + id * 7);
        info.openedMs = nowMs - id * 61'000;
        info.bytesSent = id * id * 913;
        info.lagEvents = id == 44 ? 17 : 0;
        info.backlogBytes = id == 44 ? 20'480 : 0;
        all << info;
    }
    session.connections()->setOwnClient("heliograph-own");
    ui::HubFigures stats;
    stats.connections = all.size();
    stats.connectionsPeak = 31;
    stats.framesPerSecond = 214;
    stats.bytesPerSecond = 48'300;
    session.receive(stats);
    session.receive(all);
}

} // namespace

void fillDemo(ui::Session &session, const hub::Clock &clock)
{
    QRandomGenerator random(4711);
    const qint64 now = clock.wallMs();
    session.receive(ui::LinkStatus{ui::LinkState::Live, 0, {}, {}});
    QList<hub::Job> jobs{imageJob(now)};
    for (int i = 0; i < 140; ++i)
        jobs << jobOf(i, now, random);
    session.receive(ui::arrival::Snapshot{jobs, "k3f9a2.1-0", true});
    for (int i = 0; i < 4000; ++i) {
        const hub::Job &job = jobs.at(1 + random.bounded(140));
        if (hub::isTerminal(job.status))
            continue;
        const qint64 ms = now - 90'000 + i * 22;
        session.receive(i % 23 == 0 ? logLine(job, i, ms) : progressOf(job, i, ms));
        if (i == 3950) {
            session.receive(ui::LinkStatus{ui::LinkState::Reconnecting, 0, 800ms,
                                           QStringLiteral("connection closed")});
            session.receive(ui::LinkStatus{ui::LinkState::Live, 0, {}, {}});
            session.receive(ui::Gap{"k3f9a2.1731-4", "k3f9a2.1739-0", QStringLiteral("evicted")});
        }
        if (i % 977 == 0)
            session.receive(failure(job, ms));
    }
    fillConnections(session, now);
    do {
        session.tick();
    } while (session.queued() > 0);
}

hub::Job imageJob(qint64 nowMs)
{
    hub::Job job;
    job.id = "img-sunrise-9f31c2d0";
    job.kind = hub::JobKind::Image;
    job.owner = "studio-berlin";
    job.status = hub::JobStatus::Completed;
    job.attempt = 2;
    job.progress = 100;
    job.createdMs = nowMs - 190'000;
    job.startedMs = nowMs - 186'000;
    job.finishedMs = nowMs - 42'000;
    job.updatedMs = job.finishedMs;
    job.restoreId = "a04e7037";
    job.externalId = "rp-81";
    job.lastEvent = {job.updatedMs, 0};
    job.labels = {{QStringLiteral("team"), QStringLiteral("a")},
                  {QStringLiteral("model"), QStringLiteral("flux-dev")}};
    const QJsonObject result{{QStringLiteral("images"),
                              QJsonArray{imageOf(QStringLiteral("sunrise-0.png"),
                                                 picture(QColor(0x17406d), QColor(0xf2a65a))),
                                         imageOf(QStringLiteral("sunrise-1.png"),
                                                 picture(QColor(0x3b1c4a), QColor(0xe2725b)))}},
                             {QStringLiteral("seed"), 1234567},
                             {QStringLiteral("seconds"), 143.2}};
    job.result = QJsonDocument(result).toJson(QJsonDocument::Compact);
    return job;
}

void showImageJob(ui::JobDetail &detail, qint64 nowMs)
{
    const hub::Job job = imageJob(nowMs);
    detail.setJob(job);
    QList<ui::JobEvent> events{event(job.id, hub::EventType::Queued, job.createdMs),
                               event(job.id, hub::EventType::Processing, job.startedMs)};
    for (int i = 1; i < 12; ++i) {
        events << event(job.id, hub::EventType::Progress, job.startedMs + i * 11'700,
                        step(i * 100.0 / 12, i, 12, QStringLiteral("denoising, pass %1").arg(i)));
    }
    events << event(job.id, hub::EventType::Completed, job.finishedMs,
                    {{QStringLiteral("result"), QJsonDocument::fromJson(job.result).object()}});
    detail.timeline()->add(events);
}

} // namespace test
