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

/// Returns a term as part of the text of a menu entry, shortened.
QString shownTerm(const QMenu &menu, const QString &term)
{
    constexpr int shownCharacters = 50;
    QString shown = menu.fontMetrics().elidedText(
        term, Qt::ElideRight, shownCharacters * menu.fontMetrics().averageCharWidth());
    return shown.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

void addFilterActions(QMenu &menu, const QString &term, const std::function<void(FilterUse)> &use)
{
    const QString shown = shownTerm(menu, term);
    const QAction *only = menu.addAction(Texts::tr("&Filter by %1").arg(shown));
    QObject::connect(only, &QAction::triggered, &menu, [use] { use(FilterUse::Only); });
    const QAction *exclude = menu.addAction(Texts::tr("E&xclude %1").arg(shown));
    QObject::connect(exclude, &QAction::triggered, &menu, [use] { use(FilterUse::Exclude); });
}

void addCombinations(QMenu &menu, const QString &term, const std::function<void(FilterUse)> &use)
{
    const QString shown = shownTerm(menu, term);
    const QAction *either = menu.addAction(Texts::tr("&Or %1").arg(shown));
    QObject::connect(either, &QAction::triggered, &menu, [use] { use(FilterUse::Or); });
    const QAction *alone =
        menu.addAction(Texts::tr("Only %1, &without the other terms").arg(shown));
    QObject::connect(alone, &QAction::triggered, &menu, [use] { use(FilterUse::Replace); });
}

} // namespace ui
