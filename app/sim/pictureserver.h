// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHttpServer>
#include <QString>

namespace sim {

/// Serves a picture at every `/pictures/<name>` on a free loopback port, so that results can be
/// shown without a network.
class PictureServer
{
public:
    PictureServer();

    /// The URL of the pictures, without a slash at its end; empty when no port was free.
    QString url() const { return m_url; }

private:
    QHttpServer m_server;
    QString m_url;
};

} // namespace sim
