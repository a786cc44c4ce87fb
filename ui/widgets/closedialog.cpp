// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/closedialog.h"

#include <QPushButton>

namespace ui {

CloseDialog::CloseDialog(QWidget *parent) : QMessageBox(parent)
{
    setIcon(Question);
    setWindowTitle(tr("Close the window"));
    setText(tr("Keep Heliograph running in the tray?"));
    setInformativeText(tr("Heliograph continues to receive events and notifies you when jobs end. "
                          "You can change your choice in the settings."));
    auto *keep = addButton(tr("Keep running"), AcceptRole);
    auto *quit = addButton(tr("Quit"), DestructiveRole);
    addButton(Cancel);
    setDefaultButton(keep);
    connect(keep, &QPushButton::clicked, this, [this] { emit chosen(CloseChoice::KeepRunning); });
    connect(quit, &QPushButton::clicked, this, [this] { emit chosen(CloseChoice::Quit); });
}

} // namespace ui
