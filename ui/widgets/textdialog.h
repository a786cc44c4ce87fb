// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

namespace ui {

/// Shows a whole text from outside in a monospaced box that scrolls. The window stays usable with a
/// text of many megabytes: it shows the first mostCharacters and says how many there are. The copy
/// button copies all.
class TextDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextDialog)

public:
    static constexpr qsizetype mostCharacters = 200'000;

    TextDialog(const QString &title, const QString &text, QWidget *parent);
};

} // namespace ui
