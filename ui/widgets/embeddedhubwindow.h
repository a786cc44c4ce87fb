// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/embeddedsettings.h"
#include "ui/models/embeddedstate.h"

#include <QDialog>

class QTabWidget;

namespace ui {

class HubPage;
class SimulatorPage;
class SourcesPage;

/// The window of the embedded hub, with a page each for the hub, its sources and the simulator. It
/// may be closed while hub and simulator run.
class EmbeddedHubWindow : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmbeddedHubWindow)

public:
    struct Offer
    {
        int firstFree = 0; ///< The ports that the hub tries when none is chosen.
        int lastFree = 0;
        QStringList schemes = {}; ///< The schemes that the hub knows.
    };

    EmbeddedHubWindow(const EmbeddedSettings &settings, const Offer &offer,
                      QWidget *parent = nullptr);

    HubPage *hub() { return m_hub; }
    SourcesPage *sources() { return m_sources; }
    SimulatorPage *simulator() { return m_simulator; }

    /// Returns the settings as the pages have them. The sources are those of the constructor.
    EmbeddedSettings settings() const;
    /// Shows the state on the page of the simulator and in the title.
    void setSimulatorState(const SimulatorState &state);

signals:
    /// settings() changed.
    void edited();

private:
    void addPage(QWidget *page, const QString &title);

    const EmbeddedSettings m_initial;
    QTabWidget *m_tabs;
    HubPage *m_hub;
    SourcesPage *m_sources;
    SimulatorPage *m_simulator;
};

} // namespace ui
