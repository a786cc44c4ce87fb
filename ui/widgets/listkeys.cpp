// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/listkeys.h"

#include <QCoreApplication>
#include <QKeySequence>

namespace ui {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::ListKeys)
};

QString key(int code)
{
    return QKeySequence(code).toString(QKeySequence::NativeText);
}

QString both(int first, int second)
{
    return key(first) + QStringLiteral(", ") + key(second);
}

} // namespace

QList<ListKey> listKeys()
{
    const QString jobs = Words::tr("In the list of jobs");
    const QString log = Words::tr("In the event log");
    const QString filter = Words::tr("In a filter field");
    const QString anywhere = Words::tr("In lists and trees");
    return {
        {jobs, Words::tr("Show the details of the job"), key(Qt::Key_Return)},
        {jobs, Words::tr("Filter jobs"), key(Qt::Key_Slash)},
        {log, Words::tr("Filter events"), key(Qt::Key_Slash)},
        {log, Words::tr("Go to the oldest event"), key(Qt::Key_Home)},
        {log, Words::tr("Go to the newest event and follow"), key(Qt::Key_End)},
        {log, Words::tr("Select more rows"),
         both(int(Qt::SHIFT) | int(Qt::Key_Up), int(Qt::SHIFT) | int(Qt::Key_Down))},
        {filter, Words::tr("Apply the filter at once"), key(Qt::Key_Return)},
        {filter, Words::tr("Close the completions, then clear the filter, then go to the list"),
         key(Qt::Key_Escape)},
        {anywhere, Words::tr("Move"), both(Qt::Key_Up, Qt::Key_Down)},
        {anywhere, Words::tr("First or last row"), both(Qt::Key_Home, Qt::Key_End)},
        {anywhere, Words::tr("Open or close a branch"), both(Qt::Key_Right, Qt::Key_Left)},
    };
}

} // namespace ui
