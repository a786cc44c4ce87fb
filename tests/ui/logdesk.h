// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/manualclock.h"
#include "tests/unit/models/modelevents.h"
#include "ui/models/session.h"
#include "ui/widgets/logheader.h"
#include "ui/widgets/logpage.h"
#include "ui/widgets/logview.h"

#include <QTest>

namespace test {

/// The page of the event log with a session of its own. Event number n belongs to job `job-(n %
/// 3)`. Each tenth event is a failure.
struct LogDesk
{
    ManualClock clock;
    ui::Session session{&clock};
    ui::LogPage page{&session};
    int next = 0;

    LogDesk()
    {
        session.setTimeStyle(ui::TimeStyle::Utc);
        page.setTimeStyle(ui::TimeStyle::Utc);
        page.resize(1000, 600);
        page.show();
        page.activateWindow(); // keys need an active window
        view().setFocus();
        [[maybe_unused]] const bool isActive = QTest::qWaitForWindowActive(&page);
    }
    ui::LogView &view() { return *page.view(); }
    void append(int count)
    {
        for (int i = 0; i < count; ++i, ++next) {
            const bool fails = next % 10 == 0;
            const QByteArray job = "job-" + QByteArray::number(next % 3);
            const QByteArray data = R"({"message":"text )" + QByteArray::number(next) + "\"}";
            session.receive(jobEvent(job.constData(),
                                     fails ? hub::EventType::Failed : hub::EventType::Log, next,
                                     data.constData()));
        }
        drain();
    }
    void drain()
    {
        do {
            session.tick();
        } while (session.queued() > 0);
    }
    /// Returns the place of a column in a visible row, in the viewport.
    QPoint place(int visibleRow, ui::LogColumn column)
    {
        const QRect row = view().rowBox(view().topRow() + visibleRow);
        return view().header()->cell(column, row).center();
    }
};

} // namespace test
