// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/boundedreply.h"
#include "ui/client/doctor/patient.h"

#include <QJsonObject>
#include <QNetworkRequest>

class QNetworkAccessManager;
class QNetworkReply;

namespace hub {
class Clock;
}

namespace ui {

/// The doctor's requests. They carry its token, end within its deadline, follow no redirect, and
/// accept answers of at most 1 MiB.
class DoctorCalls
{
public:
    using Answer = std::function<void(const hub::Result<QJsonObject> &)>;
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    /// `network` and `clock` are not owned and outlive this.
    DoctorCalls(QNetworkAccessManager *network, const Patient &patient, const hub::Clock &clock);

    /// `path` may contain a query. The answer must be a JSON object; otherwise the error is
    /// `bad_answer`.
    void get(const QByteArray &path, QObject *context, const Answer &answer) const;
    void post(const QByteArray &path, const QByteArray &body, const Headers &headers,
              QObject *context, const Answer &answer) const;

private:
    QNetworkRequest request(const QByteArray &path) const;
    void receiveInTime(QNetworkReply *reply, QObject *context, const Answer &answer) const;

    QNetworkAccessManager *m_network;
    Patient m_patient;
    const hub::Clock &m_clock;
};

} // namespace ui
