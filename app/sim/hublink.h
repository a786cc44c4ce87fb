// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <functional>

namespace sim {

/// A producer's HTTP calls to the hub.
class HubLink : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubLink)

public:
    /// Receives the HTTP status of the answer; 0 when there was no answer.
    using Answer = std::function<void(int status)>;

    explicit HubLink(const QUrl &hub, QObject *parent = nullptr);

    /// `answer` is not called once `context` is destroyed.
    void post(const QString &path, const QJsonObject &body, QObject *context, Answer answer);

    /// Asks `/readyz` until it answers 200, then emits ready().
    void waitUntilReady();

signals:
    void ready();

private:
    QUrl urlOf(const QString &path) const;

    QNetworkAccessManager m_network;
    QUrl m_hub;
};

} // namespace sim
