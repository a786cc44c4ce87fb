// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace ui {

/// Tells whether the machine has a network. This base class always says yes; tests override it.
class Reachability : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Reachability)

public:
    using QObject::QObject;

    virtual bool online() const { return true; }

    /// Returns an object that asks the operating system through QNetworkInformation. Without a
    /// suitable backend the machine always counts as online. `parent` owns the object.
    static Reachability *system(QObject *parent);

signals:
    void onlineChanged(bool online);
};

} // namespace ui
