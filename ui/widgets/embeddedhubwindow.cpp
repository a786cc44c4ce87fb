// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/embeddedhubwindow.h"

#include "ui/widgets/hubpage.h"
#include "ui/widgets/simulatorpage.h"
#include "ui/widgets/sourcespage.h"

#include <QDialogButtonBox>
#include <QScreen>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace ui {

EmbeddedHubWindow::EmbeddedHubWindow(const EmbeddedSettings &settings, const Offer &offer,
                                     QWidget *parent)
    : QDialog(parent)
    , m_initial(settings)
    , m_tabs(new QTabWidget(this))
    , m_hub(new HubPage(settings, offer.firstFree, offer.lastFree))
    , m_sources(new SourcesPage(offer.schemes))
    , m_simulator(new SimulatorPage(settings.simulator))
{
    addPage(m_hub, tr("&Hub"));
    addPage(m_sources, tr("S&ources"));
    addPage(m_simulator, tr("S&imulator"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_tabs, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_hub, &HubPage::edited, this, &EmbeddedHubWindow::edited);
    connect(m_simulator, &SimulatorPage::edited, this, &EmbeddedHubWindow::edited);
    setSimulatorState({});
    const QSize wanted(fontMetrics().averageCharWidth() * 105, fontMetrics().height() * 40);
    resize(wanted.boundedTo(screen()->availableSize() * 0.95));
}

/// A page scrolls where the screen is too small for it.
void EmbeddedHubWindow::addPage(QWidget *page, const QString &title)
{
    auto *area = new QScrollArea(m_tabs);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(page);
    m_tabs->addTab(area, title);
}

EmbeddedSettings EmbeddedHubWindow::settings() const
{
    EmbeddedSettings settings = m_initial;
    m_hub->store(settings);
    settings.simulator = m_simulator->settings();
    return settings;
}

void EmbeddedHubWindow::setSimulatorState(const SimulatorState &state)
{
    m_simulator->setState(state);
    setWindowTitle(state.running ? tr("Embedded hub – the simulator runs") : tr("Embedded hub"));
}

} // namespace ui
