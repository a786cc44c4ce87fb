// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QObject>
#include <QQueue>
#include <QUrl>

/// Reports the events of a stream to the test suite: `POST <url>/<n>`, numbered from 1. Sends one
/// callback at a time, so that they arrive in order.
class Callbacks : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Callbacks)

public:
    explicit Callbacks(const QUrl &url, QObject *parent = nullptr);

    void post(const QJsonObject &callback);

private:
    void postNext();

    QNetworkAccessManager m_network;
    QUrl m_url;
    QQueue<QByteArray> m_waiting;
    bool m_busy = false;
    int m_posted = 0;
};
