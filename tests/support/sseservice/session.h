// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/sseservice/callbacks.h"
#include "tests/support/sseservice/streamparameters.h"
#include "ui/client/eventstream.h"

/// One stream of the service: an EventStream that reports its events as callbacks.
class Session : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)

public:
    explicit Session(const StreamParameters &parameters, QObject *parent = nullptr);

    /// Returns false for an unknown command.
    bool command(const QByteArray &json);

private:
    QNetworkAccessManager m_network;
    Callbacks m_callbacks;
    ui::EventStream m_stream;
};
