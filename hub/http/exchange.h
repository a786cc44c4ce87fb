// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/streamsink.h"
#include "hub/http/responsebytes.h"

#include <QPointer>

#include <memory>

namespace hub {

class GateSocket;

/// One request on its connection, from Qt's handler to its answer. Weak to the connection: peers
/// vanish.
class Exchange
{
public:
    Exchange(GateSocket *gate, AnswerTraits traits);
    ~Exchange();

    void send(const Response &response);
    std::unique_ptr<StreamSink> stream(const QList<std::pair<QByteArray, QByteArray>> &headers);
    bool connected() const;

private:
    QPointer<GateSocket> m_gate;
    AnswerTraits m_traits;
};

} // namespace hub
