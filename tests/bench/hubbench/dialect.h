// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QString>

#include <functional>

namespace bench {

/// How a server is spoken to: what publishes, what subscribes, what acknowledges.
class Dialect
{
    Q_DISABLE_COPY_MOVE(Dialect)

public:
    virtual ~Dialect() = default;

    /// The path of a stream of these topics.
    virtual QByteArray streamTarget(const QByteArrayList &topics) const = 0;
    /// What the first frame of a stream holds, response head included.
    virtual QByteArray greeting() const = 0;

    /// The request that publishes event `number`, of about 220 bytes on the stream, on a topic;
    /// `ns` is the moment it carries.
    virtual QByteArray publish(quint16 port, const QByteArray &topic, qint64 number,
                               qint64 ns = 0) const = 0;
    virtual bool published(int status) const = 0;

    virtual bool hasBatches() const = 0;
    /// Webhooks, cursors and a store.
    virtual bool isHub() const = 0;

protected:
    Dialect() = default;
};

/// `heliograph`, `core` (of that only streams, publishes and batches) or `plain` (what the adapters
/// of other servers speak); null: none of them.
const Dialect *dialectNamed(const QString &name);

} // namespace bench
