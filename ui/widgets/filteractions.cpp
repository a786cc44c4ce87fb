// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/filteractions.h"

#include <QCoreApplication>
#include <QMenu>

namespace ui {

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(ui::FilterActions)
};

} // namespace

void addFilterActions(QMenu &menu, const QString &term, const std::function<void(FilterUse)> &use)
{
    constexpr int shownCharacters = 50;
    QString shown = menu.fontMetrics().elidedText(
        term, Qt::ElideRight, shownCharacters * menu.fontMetrics().averageCharWidth());
    shown.replace(QLatin1Char('&'), QLatin1String("&&"));
    const QAction *only = menu.addAction(Texts::tr("&Filter by %1").arg(shown));
    QObject::connect(only, &QAction::triggered, &menu, [use] { use(FilterUse::Only); });
    const QAction *exclude = menu.addAction(Texts::tr("E&xclude %1").arg(shown));
    QObject::connect(exclude, &QAction::triggered, &menu, [use] { use(FilterUse::Exclude); });
}

} // namespace ui
