// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/waitingbutton.h"

#include "ui/models/formats.h"
#include "ui/models/sortedjobs.h"
#include "ui/widgets/fonts.h"

#include <QStyle>

namespace ui {

WaitingButton::WaitingButton(SortedJobs *jobs, QWidget *parent) : QToolButton(parent)
{
    setAutoRaise(true);
    setFont(tabular(font()));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setToolTip(tr("Rows keep their places while you use the list. "
                  "Click here or press S in the list to sort now."));
    connect(jobs, &SortedJobs::waitingChanged, this, &WaitingButton::showCount);
    connect(this, &QToolButton::clicked, jobs, &SortedJobs::resort);
    showCount(jobs->waiting());
}

QString WaitingButton::textFor(int rows)
{
    return tr("▼ %1 new").arg(formatCount(rows));
}

void WaitingButton::showCount(int rows)
{
    setText(rows > 0 ? textFor(rows) : QString());
    setEnabled(rows > 0);
}

QSize WaitingButton::sizeHint() const
{
    const QSize widest = fontMetrics().size(Qt::TextSingleLine, textFor(100'000));
    const int margin = style()->pixelMetric(QStyle::PM_ButtonMargin, nullptr, this);
    return widest + QSize(2 * margin, margin);
}

} // namespace ui
