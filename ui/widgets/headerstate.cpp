// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/headerstate.h"

#include <QHeaderView>

namespace ui {

namespace {

constexpr auto version = "1";
constexpr auto byDefault = "default=";
constexpr int leastWidth = 24;
constexpr int mostWidth = 4000;

} // namespace

QByteArray saveHeader(const QHeaderView &header, const QList<QByteArray> &names)
{
    QList<QByteArray> parts{version};
    for (int visual = 0; visual < header.count(); ++visual) {
        const int logical = header.logicalIndex(visual);
        const bool hidden = header.isSectionHidden(logical);
        QByteArray sort;
        if (header.isSortIndicatorShown() && header.sortIndicatorSection() == logical)
            sort = header.sortIndicatorOrder() == Qt::AscendingOrder ? "+" : "-";
        parts << names.value(logical) + '='
                     + QByteArray::number(hidden ? 0 : header.sectionSize(logical)) + sort;
    }
    if (header.isSortIndicatorShown() && header.sortIndicatorSection() < 0)
        parts << byDefault;
    return parts.join(';');
}

void restoreHeader(QHeaderView &header, const QList<QByteArray> &names, const QByteArray &state)
{
    QList<QByteArray> parts = state.split(';');
    if (parts.isEmpty() || parts.takeFirst() != version)
        return;
    int visual = 0;
    for (QByteArray &part : parts) {
        if (part == byDefault)
            header.setSortIndicator(-1, Qt::AscendingOrder);
        const auto equals = part.indexOf('=');
        const int logical = static_cast<int>(names.indexOf(part.left(qMax<qsizetype>(0, equals))));
        if (equals < 1 || logical < 0 || logical >= header.count())
            continue;
        QByteArray value = part.mid(equals + 1);
        if (value.endsWith('+') || value.endsWith('-')) {
            header.setSortIndicator(logical,
                                    value.endsWith('+') ? Qt::AscendingOrder : Qt::DescendingOrder);
            value.chop(1);
        }
        const int width = value.toInt();
        header.moveSection(header.visualIndex(logical), visual++);
        header.setSectionHidden(logical, width == 0);
        if (width > 0)
            header.resizeSection(logical, qBound(leastWidth, width, mostWidth));
    }
}

} // namespace ui
