// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/preferences.h"

#include <QMessageBox>

namespace ui {

/// Asks whether closing the window quits the program or keeps it running in the tray. With Cancel
/// or Escape the window stays open and chosen() is not emitted.
class CloseDialog : public QMessageBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CloseDialog)

public:
    explicit CloseDialog(QWidget *parent);

signals:
    void chosen(ui::CloseChoice choice);
};

} // namespace ui
