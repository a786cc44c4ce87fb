// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/testjob.h"

#include "hub/base/clock.h"

#include <QBuffer>
#include <QImage>
#include <QJsonArray>
#include <QLinearGradient>
#include <QPainter>

namespace app {

namespace {

constexpr int steps = 12;
constexpr std::chrono::milliseconds stepInterval{350};

/// Draws a sunrise and returns it as a PNG in a `data:` URL.
QString sampleImage()
{
    QImage image(480, 300, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, 0, image.height());
    sky.setColorAt(0, QColor(0x12375f));
    sky.setColorAt(0.6, QColor(0xd98a4a));
    sky.setColorAt(1, QColor(0xffd98a));
    painter.fillRect(image.rect(), sky);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xfff3c4));
    painter.drawEllipse(QPointF(240, 190), 46, 46);
    painter.setBrush(QColor(0x24303f));
    painter.drawPolygon(
        QPolygonF{{0, 300}, {0, 230}, {120, 180}, {230, 240}, {330, 195}, {480, 250}, {480, 300}});
    painter.end();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return QStringLiteral("data:image/png;base64,") + QString::fromLatin1(png.toBase64());
}

QJsonObject completion()
{
    const QJsonObject image{{QStringLiteral("url"), sampleImage()},
                            {QStringLiteral("content_type"), QStringLiteral("image/png")},
                            {QStringLiteral("file_name"), QStringLiteral("sunrise.png")},
                            {QStringLiteral("width"), 480},
                            {QStringLiteral("height"), 300}};
    const QJsonObject result{{QStringLiteral("images"), QJsonArray{image}}};
    return {{QStringLiteral("type"), QStringLiteral("completed")},
            {QStringLiteral("result"), result}};
}

} // namespace

TestJob::TestJob(ui::HubApi *api, const hub::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_id("test-" + QByteArray::number(clock.wallMs() / 1000, 36))
    , m_timer(clock)
{
    connect(&m_timer, &hub::ClockTimer::timedOut, this, &TestJob::step);
    connect(api, &QObject::destroyed, this, &QObject::deleteLater);
}

void TestJob::start()
{
    const QJsonObject body{{QStringLiteral("job_id"), QString::fromLatin1(m_id)},
                           {QStringLiteral("kind"), QStringLiteral("image")},
                           {QStringLiteral("owner"), QStringLiteral("monitor")}};
    m_api->createJob(body, this, [this](const hub::Result<QJsonObject> &created) {
        if (!created) {
            emit failed(created.error().message);
            deleteLater();
            return;
        }
        m_timer.start(stepInterval);
    });
}

void TestJob::step()
{
    ++m_step;
    if (m_step == 1) {
        publish({{QStringLiteral("type"), QStringLiteral("processing")}});
    } else if (m_step <= steps) {
        const QJsonObject count{{QStringLiteral("current"), m_step},
                                {QStringLiteral("total"), steps}};
        publish({{QStringLiteral("type"), QStringLiteral("progress")},
                 {QStringLiteral("progress"), 100.0 * m_step / steps},
                 {QStringLiteral("step"), count},
                 {QStringLiteral("message"), QStringLiteral("simulating work")}});
    } else {
        publish(completion());
    }
}

void TestJob::publish(const QJsonObject &body)
{
    m_api->publish(m_id, body, {}, this, [this](const hub::Result<QJsonObject> &published) {
        if (published && m_step <= steps) {
            m_timer.start(stepInterval);
            return;
        }
        if (!published)
            emit failed(published.error().message);
        deleteLater();
    });
}

} // namespace app
