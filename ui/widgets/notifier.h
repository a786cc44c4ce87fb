// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/notice.h"

#include <QObject>

namespace ui {

class Tray;

/// Shows notifications on the desktop, and reports what the operator does with them. Never blocks.
class Notifier : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Notifier)

public:
    using QObject::QObject;

    /// Returns the notifier for this desktop. It shows what it can, and leaves the rest to `tray`,
    /// which is not owned and outlives it. The caller owns the result through `parent`.
    static Notifier *make(Tray *tray, QObject *parent);

    virtual void show(const Notice &notice) = 0;
    /// Closes all notices of this program, and drops those that wait.
    virtual void withdraw() = 0;

signals:
    /// The operator wants to see what the notice is about. `token` lets the window take the focus
    /// (xdg-activation); it comes from another program, and it may be empty.
    void showWanted(const ui::Notice &notice, const QByteArray &token);
    void copyWanted(const ui::Notice &notice);
    /// The operator wants no notifications for an hour.
    void muteWanted();
    /// The notice of this topic is not shown any more.
    void closed(ui::NoticeTopic topic);
};

} // namespace ui
