// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolButton>

namespace ui {

class SortedJobs;

/// Says `▼ 12 new` while rows wait because the user's hand is in the list. A click sorts the list
/// at once. The button keeps its room while it has nothing to say, so that nothing beside it moves.
class WaitingButton : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WaitingButton)

public:
    /// `jobs` is not owned and outlives this.
    explicit WaitingButton(SortedJobs *jobs, QWidget *parent = nullptr);

    QSize sizeHint() const override;

private:
    void showCount(int rows);
    static QString textFor(int rows);
};

} // namespace ui
