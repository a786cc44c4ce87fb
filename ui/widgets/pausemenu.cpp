// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/pausemenu.h"

namespace ui {

PauseMenu::PauseMenu(QWidget *parent) : QMenu(parent)
{
    const auto offer = [this](const QString &text, PauseChoice choice) {
        connect(addAction(text), &QAction::triggered, this,
                [this, choice] { emit pauseWanted(choice); });
    };
    offer(tr("For &15 minutes"), PauseChoice::QuarterHour);
    offer(tr("For 1 &hour"), PauseChoice::Hour);
    offer(tr("Until &tomorrow, 8:00"), PauseChoice::UntilTomorrow);
    m_endless = addAction(tr("Until they are &resumed"));
    m_endless->setCheckable(true);
    connect(m_endless, &QAction::triggered, this, [this](bool checked) {
        if (checked)
            emit pauseWanted(PauseChoice::UntilResumed);
        else
            emit resumeWanted();
    });
    addSeparator();
    m_resume = addAction(tr("&Show notifications again"));
    connect(m_resume, &QAction::triggered, this, &PauseMenu::resumeWanted);
    setPaused(false, {});
}

void PauseMenu::setPaused(bool paused, const QString &until)
{
    setTitle(paused && !until.isEmpty() ? tr("&Paused until %1").arg(until)
                                        : tr("&Pause notifications"));
    m_endless->setChecked(paused && until.isEmpty());
    m_resume->setEnabled(paused);
}

} // namespace ui
