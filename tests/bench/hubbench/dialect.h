// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QString>

#include <functional>

namespace bench {

/// The requests and answers of a kind of server: how it publishes, subscribes and acknowledges.
class Dialect
{
    Q_DISABLE_COPY_MOVE(Dialect)

public:
    virtual ~Dialect() = default;

    /// The path of a stream of these topics.
    virtual QByteArray streamTarget(const QByteArrayList &topics) const = 0;
    /// A text in the first frame of a stream; the response head counts as part of that frame.
    virtual QByteArray greeting() const = 0;

    /// The request that publishes event `number` on a topic; on the stream it has about 220 bytes.
    /// `ns` is the time that the event carries.
    virtual QByteArray publish(quint16 port, const QByteArray &topic, qint64 number,
                               qint64 ns = 0) const = 0;
    virtual bool published(int status) const = 0;

    virtual bool hasBatches() const = 0;
    /// True when the server has webhooks, cursors and a store.
    virtual bool isHub() const = 0;

protected:
    Dialect() = default;
};

/// `heliograph`, `core` (only its streams, publishes and batches) or `plain` (the adapters of other
/// servers). Null for any other name.
const Dialect *dialectNamed(const QString &name);

} // namespace bench
