// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/monitor.h"
#include "tests/support/httpcall.h"
#include "tests/support/hubrunner.h"
#include "ui/widgets/detailspage.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/jobspage.h"
#include "ui/widgets/logpage.h"
#include "ui/widgets/logview.h"

#include <QSettings>
#include <QTest>
#include <QTreeView>

#include <algorithm>
#include <memory>

namespace test {

/// The complete monitor with a complete hub and settings of its own.
struct Desk
{
    QTemporaryDir home;
    HubRunner hub;
    std::unique_ptr<app::Monitor> monitor;

    Desk()
    {
        qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
        // Qt reads the variable once, so that the desks of a program share their settings.
        QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("heliograph"),
                  QStringLiteral("monitor"))
            .clear();
        open();
    }
    /// Opens the monitor, again after monitor.reset().
    void open()
    {
        monitor = std::make_unique<app::Monitor>(
            app::MonitorOptions{hub.url(), false, {}, {}, {}, false});
        monitor->start();
    }
    ui::MainWindow &window() { return *monitor->window(); }
    ui::JobList &table() { return *window().jobsPage()->table(); }
    ui::DetailsPage &details() { return *window().detailsPage(); }
    ui::LogView &log() { return *window().logPage()->view(); }
    QAbstractItemModel &timeline()
    {
        const auto trees = details().findChildren<QTreeView *>();
        const auto at = std::find_if(trees.begin(), trees.end(), [](const QTreeView *tree) {
            return tree->accessibleName() == QStringLiteral("Timeline");
        });
        return *(*at)->model();
    }

    int post(const QByteArray &path, const QByteArray &body) const
    {
        return httpCall(hub.url(), "POST", "/api/v1/" + path, body).status;
    }
    void publish(const QByteArray &job, const QByteArray &body) const
    {
        QCOMPARE(post("jobs/" + job + "/events", body), 202);
    }
    /// The text of the jobs list in a job's row and this column.
    QString cell(const QByteArray &job, ui::JobColumn column)
    {
        const QAbstractItemModel &model = *table().model();
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto at = [&](ui::JobColumn c) {
                return model.index(row, static_cast<int>(c)).data().toString();
            };
            if (at(ui::JobColumn::Job).toUtf8() == job)
                return at(column);
        }
        return {};
    }
    /// The number of times that a text is in the log.
    qsizetype inLog(const QString &text)
    {
        log().selectAll();
        return log().selectedText().count(text);
    }
};

} // namespace test
