// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/noticesettings.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace ui {

namespace {

QCheckBox *makeCheck(const QString &text, bool checked, QWidget *parent)
{
    auto *box = new QCheckBox(text, parent);
    box->setChecked(checked);
    return box;
}

QSpinBox *makeLimit(int value, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setRange(0, NoticeRules::maxBudget);
    box->setSpecialValueText(NoticeSettings::tr("no limit"));
    box->setValue(value);
    return box;
}

QTimeEdit *makeTime(QTime time, const QString &name, QWidget *parent)
{
    auto *box = new QTimeEdit(time, parent);
    box->setAccessibleName(name);
    QString format = QLocale().timeFormat(QLocale::ShortFormat);
    box->setDisplayFormat(format.remove(QStringLiteral(":ss")));
    return box;
}

} // namespace

NoticeSettings::NoticeSettings(const NoticeRules &rules, QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->addWidget(makeEvents(rules));
    column->addWidget(makeLimits(rules));
    column->addStretch(1);
}

QWidget *NoticeSettings::makeEvents(const NoticeRules &rules)
{
    auto *group = new QGroupBox(tr("Notify"), this);
    m_failed = makeCheck(tr("When a job &fails, times out or is lost"), rules.failed, group);
    m_completed = makeCheck(tr("When a job is &completed"), rules.completed, group);
    m_stalled = makeCheck(tr("When a job is &stalled"), rules.stalled, group);
    m_link =
        makeCheck(tr("When the &hub is lost for 15 s, and when it is back"), rules.link, group);
    auto *column = new QVBoxLayout(group);
    for (QCheckBox *box : {m_failed, m_completed, m_stalled, m_link})
        column->addWidget(box);
    return group;
}

QWidget *NoticeSettings::makeLimits(const NoticeRules &rules)
{
    auto *group = new QGroupBox(tr("Limits"), this);
    m_perTenMinutes = makeLimit(rules.perTenMinutes, group);
    m_perHour = makeLimit(rules.perHour, group);
    for (QSpinBox *box : {m_perTenMinutes, m_perHour})
        box->setToolTip(tr("More notifications come as one digest every 10 minutes."));
    m_quiet = makeCheck(tr("&Quiet from"), rules.quiet.on, group);
    m_quiet->setToolTip(tr("What happens in this time comes as one digest at its end."));
    m_from = makeTime(rules.quiet.from, tr("Begin of the quiet hours"), group);
    m_to = makeTime(rules.quiet.to, tr("End of the quiet hours"), group);
    for (QWidget *box : {m_from, m_to}) {
        box->setEnabled(rules.quiet.on);
        connect(m_quiet, &QCheckBox::toggled, box, &QWidget::setEnabled);
    }
    auto *quiet = new QHBoxLayout;
    quiet->addWidget(m_from);
    quiet->addWidget(new QLabel(tr("to"), group));
    quiet->addWidget(m_to);
    quiet->addStretch(1);
    auto *form = new QFormLayout(group);
    form->addRow(tr("In &10 minutes:"), m_perTenMinutes);
    form->addRow(tr("In an h&our:"), m_perHour);
    form->addRow(m_quiet, quiet);
    return group;
}

NoticeRules NoticeSettings::rules() const
{
    NoticeRules rules;
    rules.failed = m_failed->isChecked();
    rules.completed = m_completed->isChecked();
    rules.stalled = m_stalled->isChecked();
    rules.link = m_link->isChecked();
    rules.perTenMinutes = m_perTenMinutes->value();
    rules.perHour = m_perHour->value();
    rules.quiet = {m_quiet->isChecked(), m_from->time(), m_to->time()};
    return rules;
}

} // namespace ui
