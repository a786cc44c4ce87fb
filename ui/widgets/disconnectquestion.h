// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/hubfeed.h"

#include <QMessageBox>

namespace ui {

/// Asks whether to close connections of the hub. Shows how many there are and the first ten. The
/// list is that of the moment of the question: connections that open later are not in it.
class DisconnectQuestion : public QMessageBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DisconnectQuestion)

public:
    static constexpr int mostNamed = 10;

    /// `connections` is not empty. Deletes itself when it is closed.
    DisconnectQuestion(const QList<ConnectionInfo> &connections, QWidget *parent);

signals:
    /// The user said yes to exactly these connections.
    void confirmed(const QList<qint64> &ids);

private:
    QList<qint64> m_ids;
};

} // namespace ui
