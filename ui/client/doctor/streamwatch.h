// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clock.h"
#include "ui/client/doctor/patient.h"
#include "ui/client/streamconnection.h"

#include <QJsonObject>
#include <QPointer>

#include <optional>

namespace ui {

/// One connection of a stream, and when which part of it came. Never reconnects.
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
        qint64 ms = 0; ///< Since open().
    };
    struct End
    {
        StreamEnd how = StreamEnd::Clean;
        QString reason;
        int status = 0;
    };

    /// `network` is not owned.
    StreamWatch(QNetworkAccessManager *network, const Patient &patient);
    ~StreamWatch() override;

    /// Forgets what was seen and connects anew.
    void open(const QByteArray &path, const QByteArray &query, const QByteArray &lastEventId);
    void close();

    /// Since open().
    qint64 elapsed() const;
    bool isStream() const { return m_isStream; }
    std::optional<qint64> firstByteMs() const { return m_firstByteMs; }
    const std::optional<End> &end() const { return m_end; }
    const QList<Arrival> &arrivals() const { return m_arrivals; }
    const QList<qint64> &beats() const { return m_beats; }
    /// The first event of this name; null when there is none.
    const Arrival *event(const QByteArray &name) const;
    /// The event with this id; null when there is none.
    const Arrival *withId(const QByteArray &id) const;

signals:
    /// Something came, or it ended.
    void changed();

private:
    void note(const hub::SseEvent &event);

    QNetworkAccessManager *m_network;
    const Patient m_patient;
    const hub::SystemClock m_clock;
    QPointer<StreamConnection> m_connection;
    qint64 m_openedMs = 0;
    bool m_isStream = false;
    std::optional<qint64> m_firstByteMs;
    std::optional<End> m_end;
    QList<Arrival> m_arrivals;
    QList<qint64> m_beats;
};

} // namespace ui
