// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/notifier.h"

namespace ui {

/// Shows notifications as balloons of the tray icon. They have no actions but a click.
class TrayNotifier : public Notifier
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrayNotifier)

public:
    /// `tray` is not owned and outlives this.
    explicit TrayNotifier(Tray *tray, QObject *parent = nullptr);

    void show(const Notice &notice) override;
    /// Qt cannot close a balloon. A click on it then shows only the window.
    void withdraw() override;

private:
    Tray *m_tray;
};

} // namespace ui
