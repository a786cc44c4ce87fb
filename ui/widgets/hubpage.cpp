// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/hubpage.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/statepalette.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

namespace {

using Run = EmbeddedState::Run;

LinkState linkStateOf(Run run)
{
    switch (run) {
    case Run::Starting: return LinkState::Connecting;
    case Run::Running: return LinkState::Live;
    case Run::Stopping: return LinkState::Draining;
    case Run::Failed: return LinkState::WrongAddress;
    case Run::Stopped: break;
    }
    return LinkState::Stopped;
}

QString sentence(const EmbeddedState &state, TimeStyle style)
{
    switch (state.run) {
    case Run::Starting: return HubPage::tr("The hub is starting.");
    case Run::Running:
        return HubPage::tr("The hub runs at %1 since %2.")
            .arg(state.url.toString(), formatMoment(state.sinceMs, style));
    case Run::Stopping: return HubPage::tr("The hub is stopping.");
    case Run::Failed: return HubPage::tr("The hub could not start: %1").arg(state.reason);
    case Run::Stopped: break;
    }
    return HubPage::tr("The hub is stopped.");
}

QString noteOf(const EmbeddedState &state)
{
    if (state.run == Run::Running && state.restartNeeded)
        return HubPage::tr("The new port or folder counts after a restart.");
    if (!state.watched)
        return HubPage::tr("The window shows another hub. Start connects it to this one.");
    return {};
}

} // namespace

HubPage::HubPage(const EmbeddedSettings &settings, int firstFree, int lastFree, QWidget *parent)
    : QWidget(parent)
    , m_chosen(settings.folder)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_note(new QLabel(this))
    , m_start(new QPushButton(tr("&Start"), this))
    , m_stop(new QPushButton(tr("S&top"), this))
    , m_restart(new QPushButton(tr("&Restart"), this))
    , m_anyPort(new QCheckBox(this))
    , m_port(new QSpinBox(this))
    , m_path(new QLineEdit(this))
    , m_choose(new QPushButton(tr("&Choose…"), this))
    , m_usual(new QPushButton(tr("&Default"), this))
    , m_size(new QLabel(this))
    , m_days(new QSpinBox(this))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(makeState());
    column->addWidget(makeFields(firstFree, lastFree));
    column->addStretch(1);
    m_anyPort->setChecked(settings.port == 0);
    m_port->setValue(settings.port == 0 ? firstFree : settings.port);
    m_port->setEnabled(settings.port != 0);
    m_days->setValue(static_cast<int>(settings.history.count()));
    connect(m_anyPort, &QCheckBox::toggled, this, [this](bool any) {
        m_port->setEnabled(!any);
        emit edited();
    });
    connect(m_port, &QSpinBox::valueChanged, this, &HubPage::edited);
    connect(m_days, &QSpinBox::valueChanged, this, &HubPage::edited);
}

QWidget *HubPage::makeState()
{
    auto *state = new QWidget(this);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(1); // a long path must not widen the window
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto *line = new QHBoxLayout;
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_text, 1);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_start, m_stop, m_restart}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(state);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(line);
    column->addWidget(m_note);
    column->addLayout(buttons);
    connect(m_start, &QPushButton::clicked, this, &HubPage::startWanted);
    connect(m_stop, &QPushButton::clicked, this, &HubPage::stopWanted);
    connect(m_restart, &QPushButton::clicked, this, &HubPage::restartWanted);
    return state;
}

QWidget *HubPage::makeFields(int firstFree, int lastFree)
{
    auto *fields = new QWidget(this);
    auto *form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    m_anyPort->setText(tr("&First free port from %1 to %2").arg(firstFree).arg(lastFree));
    m_port->setRange(EmbeddedSettings::leastPort, EmbeddedSettings::mostPort);
    m_port->setKeyboardTracking(false);
    m_port->setAccessibleName(tr("Port"));
    m_port->setToolTip(tr("A port from %1 to %2. The hub listens on this machine only.")
                           .arg(EmbeddedSettings::leastPort)
                           .arg(EmbeddedSettings::mostPort));
    auto *port = new QHBoxLayout;
    port->addWidget(m_port);
    port->addWidget(m_anyPort);
    port->addStretch(1);
    m_days->setRange(1, static_cast<int>(EmbeddedSettings::mostHistory.count()));
    m_days->setKeyboardTracking(false);
    m_days->setSuffix(tr(" days"));
    m_days->setAccessibleName(tr("Keep events for"));
    auto *days = new QHBoxLayout;
    days->addWidget(m_days);
    days->addStretch(1);
    form->addRow(tr("Port:"), port);
    form->addRow(tr("Data folder:"), makeFolder());
    form->addRow(tr("Keep events for:"), days);
    return fields;
}

QWidget *HubPage::makeFolder()
{
    auto *folder = new QWidget(this);
    m_path->setReadOnly(true);
    m_path->setAccessibleName(tr("Data folder"));
    m_size->setWordWrap(true);
    m_size->setForegroundRole(QPalette::PlaceholderText);
    auto *open = new QPushButton(tr("Op&en"), folder);
    open->setToolTip(tr("Shows the folder in the file manager"));
    m_usual->setToolTip(tr("Uses the folder of this profile"));
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {m_choose, m_usual, open}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    auto *column = new QVBoxLayout(folder);
    column->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    column->addWidget(m_path);
    column->addLayout(row);
    column->addWidget(m_size);
    connect(m_choose, &QPushButton::clicked, this, &HubPage::chooseFolder);
    connect(m_usual, &QPushButton::clicked, this, [this] { takeFolder({}); });
    connect(open, &QPushButton::clicked, this, &HubPage::folderWanted);
    return folder;
}

void HubPage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Data folder of the embedded hub"), m_folder.path);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &HubPage::takeFolder);
    dialog->open();
}

void HubPage::takeFolder(const QString &folder)
{
    m_chosen = folder;
    emit edited();
}

void HubPage::setState(const EmbeddedState &state, TimeStyle style)
{
    const bool idle = state.run == Run::Stopped || state.run == Run::Failed;
    const LinkState link = linkStateOf(state.run);
    const int side = fontMetrics().height();
    m_icon->setPixmap(tintedPixmap(iconName(link), StatePalette::of(palette()).color(link),
                                   QSize(side, side), devicePixelRatioF()));
    m_text->setText(sentence(state, style));
    const QString note = noteOf(state);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_start->setEnabled(idle);
    m_stop->setEnabled(state.run == Run::Running || state.run == Run::Starting);
    m_restart->setEnabled(state.run == Run::Running);
}

void HubPage::setFolder(const DataFolder &folder)
{
    m_folder = folder;
    m_choose->setEnabled(!folder.fixed);
    m_usual->setEnabled(!folder.fixed && !m_chosen.isEmpty());
    const QString path = QDir::toNativeSeparators(folder.path);
    if (m_path->text() != path) {
        m_path->setText(path);
        m_path->setCursorPosition(0);
    }
    m_size->setText(
        folder.fixed
            ? tr("%1 on disk. The command line sets this folder.").arg(formatBytes(folder.bytes))
            : tr("%1 on disk. Another folder has its own jobs; these stay where they "
                 "are.")
                  .arg(formatBytes(folder.bytes)));
}

void HubPage::store(EmbeddedSettings &settings) const
{
    settings.port = m_anyPort->isChecked() ? 0 : m_port->value();
    settings.folder = m_chosen;
    settings.history = std::chrono::days(m_days->value());
}

} // namespace ui
