// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/preferences.h"

#include <QMessageBox>

namespace ui {

/// Asked once: what closing the window means. Escape = the window stays.
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
