// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/simulatorpage.h"

#include "ui/models/formats.h"
#include "ui/widgets/fonts.h"

#include <QFormLayout>
#include <QGridLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QStringList>
#include <QVBoxLayout>

namespace ui {

namespace {

QString meaningOf(int status)
{
    switch (status) {
    case 0: return SimulatorPage::tr("no answer");
    case 200: return SimulatorPage::tr("200 taken");
    case 201: return SimulatorPage::tr("201 created");
    case 202: return SimulatorPage::tr("202 accepted");
    case 401: return SimulatorPage::tr("401 wrong signature");
    case 404: return SimulatorPage::tr("404 not found");
    case 409: return SimulatorPage::tr("409 conflict");
    case 429: return SimulatorPage::tr("429 too many");
    case 503: return SimulatorPage::tr("503 busy");
    default: return QString::number(status);
    }
}

QString answersOf(const QMap<int, qint64> &answers)
{
    QStringList parts;
    for (auto it = answers.begin(); it != answers.end(); ++it)
        parts << SimulatorPage::tr("%1: %2").arg(meaningOf(it.key()), formatCount(it.value()));
    return parts.isEmpty() ? SimulatorPage::tr("none yet") : parts.join(QStringLiteral(" · "));
}

} // namespace

SimulatorPage::SimulatorPage(const SimulatorSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_start(new QPushButton(tr("&Start"), this))
    , m_stop(new QPushButton(tr("S&top"), this))
    , m_text(new QLabel(this))
    , m_hint(new QWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(makeButtons());
    column->addWidget(makeFields(settings));
    column->addWidget(m_hint);
    column->addWidget(makeFigures());
    column->addStretch(1);
    auto *why =
        new QLabel(tr("The sources of the simulator have no secrets, so no signature can be "
                      "wrong."),
                   m_hint);
    why->setWordWrap(true);
    auto *give = new QPushButton(tr("&Give them secrets"), m_hint);
    give->setAutoDefault(false);
    auto *hint = new QHBoxLayout(m_hint);
    hint->setContentsMargins(0, 0, 0, 0);
    hint->addWidget(why, 1);
    hint->addWidget(give);
    connect(give, &QPushButton::clicked, this, &SimulatorPage::secretsWanted);
    connect(this, &SimulatorPage::edited, this, &SimulatorPage::refresh);
    refresh();
}

QWidget *SimulatorPage::makeButtons()
{
    auto *buttons = new QWidget(this);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(1);
    m_start->setAutoDefault(false);
    m_stop->setAutoDefault(false);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_start);
    row->addWidget(m_stop);
    row->addWidget(m_text, 1);
    connect(m_start, &QPushButton::clicked, this, &SimulatorPage::startWanted);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_state.ending)
            emit stopNowWanted();
        else
            emit stopWanted();
    });
    return buttons;
}

QWidget *SimulatorPage::makeFields(const SimulatorSettings &settings)
{
    auto *fields = new QWidget(this);
    auto *grid = new QGridLayout(fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    const QString percent = tr(" % of jobs");
    m_rate = addField(grid, tr("&Rate:"), 1, SimulatorSettings::mostJobsPerMinute,
                      settings.jobsPerMinute, tr(" jobs/min"));
    m_speed = addField(grid, tr("S&peed:"), 1, SimulatorSettings::mostSpeed, settings.speed,
                       tr(" × as fast"));
    m_speed->setToolTip(tr("Jobs that start from now on take this many times less time."));
    m_failures = addField(grid, tr("&Failures:"), 0, 100, settings.failures, percent);
    m_duplicates = addField(grid, tr("&Duplicates:"), 0, 100, settings.duplicates, percent);
    m_duplicates->setToolTip(tr("The last webhook of the job arrives twice."));
    m_late = addField(grid, tr("&Late:"), 0, 100, settings.late, percent);
    m_late->setToolTip(tr("An early webhook arrives again after the job has ended."));
    m_signatures =
        addField(grid, tr("&Wrong signatures:"), 0, 100, settings.wrongSignatures, percent);
    m_signatures->setToolTip(
        tr("A webhook comes with a wrong signature first. The hub refuses it."));
    return fields;
}

QSpinBox *SimulatorPage::addField(QGridLayout *grid, const QString &name, int least, int most,
                                  int value, const QString &unit)
{
    const int row = grid->rowCount();
    auto *label = new QLabel(name, this);
    auto *slider = new QSlider(Qt::Horizontal, this);
    auto *box = new QSpinBox(this);
    box->setRange(least, most);
    box->setSuffix(unit);
    box->setValue(value);
    box->setAccessibleName(QString(name).remove(QLatin1Char('&')).remove(QLatin1Char(':')));
    slider->setRange(least, most);
    slider->setValue(value);
    slider->setFocusPolicy(Qt::NoFocus); // the box beside it has the keys
    slider->setAccessibleName(box->accessibleName());
    label->setBuddy(box);
    grid->addWidget(label, row, 0);
    grid->addWidget(slider, row, 1);
    grid->addWidget(box, row, 2);
    connect(slider, &QSlider::valueChanged, box, &QSpinBox::setValue);
    connect(box, &QSpinBox::valueChanged, slider, &QSlider::setValue);
    connect(box, &QSpinBox::valueChanged, this, &SimulatorPage::edited);
    return box;
}

QWidget *SimulatorPage::makeFigures()
{
    auto *group = new QGroupBox(tr("Sent"), this);
    auto *form = new QFormLayout(group);
    m_jobs = addFigure(form, tr("Jobs:"));
    m_calls = addFigure(form, tr("Calls:"));
    m_mishaps = addFigure(form, tr("Of these:"));
    m_answers = addFigure(form, tr("Answers of the hub:"));
    m_answers->setObjectName(QStringLiteral("answers"));
    m_answers->setWordWrap(true);
    m_answers->setMinimumHeight(2 * fontMetrics().lineSpacing());
    return group;
}

QLabel *SimulatorPage::addFigure(QFormLayout *form, const QString &name)
{
    auto *label = new QLabel(this);
    label->setFont(tabular(font()));
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAccessibleName(name);
    form->addRow(name, label);
    return label;
}

SimulatorSettings SimulatorPage::settings() const
{
    return {m_rate->value(),       m_speed->value(), m_failures->value(),
            m_duplicates->value(), m_late->value(),  m_signatures->value()};
}

void SimulatorPage::setState(const SimulatorState &state)
{
    m_state = state;
    refresh();
}

void SimulatorPage::refresh()
{
    const qint64 left = m_state.jobs - m_state.ended;
    m_start->setEnabled(m_state.possible && !m_state.running);
    m_stop->setEnabled(m_state.running);
    m_stop->setText(m_state.ending ? tr("S&top now") : tr("S&top"));
    m_text->setText(!m_state.possible ? tr("The embedded hub does not run. Start it first.")
                    : m_state.ending  ? tr("No more jobs start. Jobs that still run: %1").arg(left)
                    : m_state.running ? tr("The simulator sends jobs to the embedded hub.")
                                      : tr("The simulator is stopped."));
    m_hint->setVisible(!m_state.signs && m_signatures->value() > 0);
    m_jobs->setText(
        tr("%1 started, %2 ended").arg(formatCount(m_state.jobs), formatCount(m_state.ended)));
    m_calls->setText(tr("%1, of which %2 webhooks")
                         .arg(formatCount(m_state.calls), formatCount(m_state.webhooks)));
    m_mishaps->setText(tr("%1 duplicates, %2 late, %3 with a wrong signature")
                           .arg(formatCount(m_state.duplicates), formatCount(m_state.late),
                                formatCount(m_state.wrongSignatures)));
    m_answers->setText(answersOf(m_state.answers));
}

} // namespace ui
