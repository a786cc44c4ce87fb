// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/noticerules.h"

#include <QWidget>

class QCheckBox;
class QSpinBox;
class QTimeEdit;

namespace ui {

/// The page of the settings about notifications.
class NoticeSettings : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoticeSettings)

public:
    explicit NoticeSettings(const NoticeRules &rules, QWidget *parent = nullptr);

    /// Returns the edited rules.
    NoticeRules rules() const;

private:
    QWidget *makeEvents(const NoticeRules &rules);
    QWidget *makeLimits(const NoticeRules &rules);

    QCheckBox *m_failed;
    QCheckBox *m_completed;
    QCheckBox *m_stalled;
    QCheckBox *m_link;
    QSpinBox *m_perTenMinutes;
    QSpinBox *m_perHour;
    QCheckBox *m_quiet;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
};

} // namespace ui
