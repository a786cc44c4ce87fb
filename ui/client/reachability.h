// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace ui {

/// Whether the machine has a network at all. This one says always; a test says what it likes.
class Reachability : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Reachability)

public:
    using QObject::QObject;

    virtual bool online() const { return true; }

    /// What the system knows, through QNetworkInformation; always online when it has no backend for
    /// it.
    static Reachability *system(QObject *parent);

signals:
    void onlineChanged(bool online);
};

} // namespace ui
