// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logcolumns.h"

#include <QCoreApplication>

namespace ui {

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(ui::LogColumn)
};

} // namespace

QList<QByteArray> logColumnNames()
{
    return {"marks", "time", "delta", "level", "event", "owner", "job", "message", "id"};
}

QString title(LogColumn column)
{
    switch (column) {
    case LogColumn::Marks: break;
    case LogColumn::Time: return Texts::tr("Time");
    case LogColumn::Delta:
        //: The title of a narrow column: the time since the row before.
        return Texts::tr("\u0394");
    case LogColumn::Level: return Texts::tr("Level");
    case LogColumn::Event: return Texts::tr("Event");
    case LogColumn::Owner: return Texts::tr("Owner");
    case LogColumn::Job: return Texts::tr("Job");
    case LogColumn::Message: return Texts::tr("Message");
    case LogColumn::Id: return Texts::tr("Event id");
    }
    return {};
}

bool mayHide(LogColumn column)
{
    return column != LogColumn::Marks && column != LogColumn::Message;
}

bool isShownAtFirst(LogColumn column)
{
    return column != LogColumn::Delta && column != LogColumn::Owner && column != LogColumn::Id;
}

} // namespace ui
