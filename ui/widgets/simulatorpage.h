// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/embeddedsettings.h"
#include "ui/models/embeddedstate.h"

#include <QWidget>

class QFormLayout;
class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace ui {

/// Starts and stops the simulator, sets what it sends, and shows its figures. Only reports what the
/// user wants.
class SimulatorPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SimulatorPage)

public:
    explicit SimulatorPage(const SimulatorSettings &settings, QWidget *parent = nullptr);

    SimulatorSettings settings() const;
    void setState(const SimulatorState &state);

signals:
    void startWanted();
    /// The user wants no more jobs.
    void stopWanted();
    /// The user wants the simulator to end with its jobs unfinished.
    void stopNowWanted();
    /// The user wants secrets for the sources of the simulator.
    void secretsWanted();
    void edited();

private:
    QWidget *makeButtons();
    QWidget *makeFields(const SimulatorSettings &settings);
    QWidget *makeFigures();
    QSpinBox *addField(QGridLayout *grid, const QString &name, int least, int most, int value,
                       const QString &unit);
    QLabel *addFigure(QFormLayout *form, const QString &name);
    void refresh();

    SimulatorState m_state;
    QPushButton *m_start;
    QPushButton *m_stop;
    QLabel *m_text;
    QSpinBox *m_rate = nullptr;
    QSpinBox *m_speed = nullptr;
    QSpinBox *m_failures = nullptr;
    QSpinBox *m_duplicates = nullptr;
    QSpinBox *m_late = nullptr;
    QSpinBox *m_signatures = nullptr;
    QWidget *m_hint;
    QLabel *m_jobs = nullptr;
    QLabel *m_calls = nullptr;
    QLabel *m_mishaps = nullptr;
    QLabel *m_answers = nullptr;
};

} // namespace ui
