// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clock.h"
#include "ui/client/doctor/patient.h"
#include "ui/client/streamconnection.h"

#include <QJsonObject>
#include <QPointer>

#include <chrono>
#include <optional>

namespace ui {

/// Records what arrives on one stream connection, and when. Never reconnects.
class StreamWatch : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamWatch)

public:
    struct Arrival
    {
        QByteArray event;
        QByteArray id;
        QJsonObject data;
        std::chrono::milliseconds after{0}; ///< Time since open().
    };
    struct End
    {
        StreamEnd how = StreamEnd::Clean;
        QString reason;
        int status = 0;
    };

    /// `network` and `clock` are not owned and outlive this.
    StreamWatch(QNetworkAccessManager *network, const Patient &patient, const hub::Clock &clock);
    ~StreamWatch() override;

    /// Forgets everything recorded and opens a new connection.
    void open(const QByteArray &path, const QByteArray &query, const QByteArray &lastEventId);
    void close();

    /// Time since open().
    std::chrono::milliseconds elapsed() const;
    /// Time from open() to the first byte.
    std::optional<std::chrono::milliseconds> firstByte() const { return m_firstByte; }
    const std::optional<End> &end() const { return m_end; }
    /// Arrival of each heartbeat, as time since open().
    const QList<std::chrono::milliseconds> &beats() const { return m_beats; }
    /// Returns the first event of this name, or null.
    const Arrival *firstEvent(const QByteArray &name) const;
    /// Returns the job event with this id, or null.
    const Arrival *withId(const QByteArray &id) const;

signals:
    /// Something arrived, or the connection ended.
    void changed();

private:
    void note(const hub::SseEvent &event);

    QNetworkAccessManager *m_network;
    const Patient m_patient;
    const hub::Clock &m_clock;
    QPointer<StreamConnection> m_connection;
    qint64 m_openedMs = 0;
    std::optional<std::chrono::milliseconds> m_firstByte;
    std::optional<End> m_end;
    QList<Arrival> m_arrivals;
    QList<std::chrono::milliseconds> m_beats;
};

} // namespace ui
