// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHttpServer>
#include <QString>

namespace sim {

/// Serves any `/pictures/<name>` on a loopback port of its own, so that results show without a
/// network.
class PictureServer
{
public:
    PictureServer();

    /// Where pictures are, without a slash at its end; empty when no port could be had.
    QString url() const { return m_url; }

private:
    QHttpServer m_server;
    QString m_url;
};

} // namespace sim
