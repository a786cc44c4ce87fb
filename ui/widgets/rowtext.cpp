// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/rowtext.h"

#include "ui/models/formats.h"

#include <QHeaderView>
#include <QTreeView>

namespace ui {

QString rowText(const QTreeView &view, const QModelIndex &cell)
{
    constexpr qsizetype longestCell = 10'000;
    const QHeaderView &header = *view.header();
    QStringList cells;
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        if (!header.isSectionHidden(column))
            cells << oneLine(cell.siblingAtColumn(column).data().toString(), longestCell);
    }
    return cells.join(QLatin1Char('\t'));
}

} // namespace ui
