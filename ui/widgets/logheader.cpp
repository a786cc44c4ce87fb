// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logheader.h"

#include "ui/models/jobstatus.h"
#include "ui/models/jobwords.h"
#include "ui/models/loglevel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/headerstate.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QStandardItemModel>

namespace ui {

namespace {

constexpr int margin = 8; ///< On each side of a text.
constexpr int spare = 2; ///< A text that fills its cell to the last pixel may be elided.
constexpr int leastMessageCharacters = 20;

int widestEvent(const QFontMetrics &metrics)
{
    int widest = 0;
    for (int type = 0; type <= static_cast<int>(EventType::Notification); ++type)
        widest = qMax(widest, metrics.horizontalAdvance(word(static_cast<EventType>(type))));
    return widest;
}

int widestLevel(const QFontMetrics &metrics)
{
    int widest = 0;
    for (const LogLevel level :
         {LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error})
        widest = qMax(widest, metrics.horizontalAdvance(word(level)));
    return widest;
}

QAbstractItemModel *titles(QObject *parent)
{
    auto *model = new QStandardItemModel(0, logColumnCount, parent);
    for (int column = 0; column < logColumnCount; ++column)
        model->setHeaderData(column, Qt::Horizontal, title(static_cast<LogColumn>(column)));
    model->setHeaderData(static_cast<int>(LogColumn::Delta), Qt::Horizontal,
                         LogHeader::tr("Time since the visible row before"), Qt::ToolTipRole);
    return model;
}

} // namespace

LogHeader::LogHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setModel(titles(this));
    setLayoutDirection(Qt::LeftToRight); // as the rows, which have times and ids
    setSectionsMovable(true);
    setFirstSectionMovable(false);
    setSectionsClickable(false);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setSectionResizeMode(static_cast<int>(LogColumn::Marks), Fixed);
    setSectionResizeMode(static_cast<int>(LogColumn::Message), Fixed);
    setAccessibleName(tr("Columns of the event log"));
    for (int column = 0; column < logColumnCount; ++column) {
        setSectionHidden(column, !isShownAtFirst(static_cast<LogColumn>(column)));
        if (!mayHide(static_cast<LogColumn>(column)))
            continue;
        const QString text = column == static_cast<int>(LogColumn::Delta)
                                 ? tr("Time since the row before")
                                 : title(static_cast<LogColumn>(column));
        auto *action = new QAction(text, this);
        action->setCheckable(true);
        action->setData(column);
        connect(action, &QAction::triggered, this, [this, column](bool shown) {
            setSectionHidden(column, !shown);
            handleResize(column);
        });
        m_actions << action;
    }
    measure();
    checkActions();
    connect(this, &QHeaderView::sectionResized, this, &LogHeader::handleResize);
    connect(this, &QHeaderView::sectionMoved, this, &LogHeader::handleResize);
}

int LogHeader::usualWidth(LogColumn column) const
{
    const QFontMetrics metrics(tabular(parentWidget()->font())); // the cells have this font
    const auto of = [&metrics](const char *text) {
        return metrics.horizontalAdvance(QLatin1String(text)) + 2 * margin;
    };
    switch (column) {
    case LogColumn::Marks: return metrics.height() * 2;
    case LogColumn::Time: return of("00:00:00.000");
    case LogColumn::Delta: return of("+0:00:00");
    case LogColumn::Level: return widestLevel(metrics) + 2 * margin + spare;
    case LogColumn::Event: return widestEvent(metrics) + 2 * margin;
    case LogColumn::Owner: return metrics.averageCharWidth() * 16;
    case LogColumn::Job: return metrics.averageCharWidth() * 26;
    case LogColumn::Message: return metrics.averageCharWidth() * leastMessageCharacters;
    case LogColumn::Id: return of("1731000000000-000");
    }
    return 0;
}

void LogHeader::measure()
{
    for (int column = 0; column < logColumnCount; ++column) {
        const int title = sectionSizeHint(column);
        const bool isFixed = column == static_cast<int>(LogColumn::Marks);
        const int usual = usualWidth(static_cast<LogColumn>(column));
        resizeSection(column, isFixed ? usual : qMax(usual, title));
    }
    fit(m_room);
}

void LogHeader::fit(int width)
{
    m_room = width;
    constexpr auto message = static_cast<int>(LogColumn::Message);
    m_fitting = true;
    resizeSection(message,
                  qMax(usualWidth(LogColumn::Message), width - length() + sectionSize(message)));
    m_fitting = false;
    emit arranged();
}

void LogHeader::handleResize(int)
{
    if (m_fitting)
        return;
    checkActions();
    fit(m_room);
    emit layoutEdited();
}

void LogHeader::checkActions()
{
    for (QAction *action : std::as_const(m_actions))
        action->setChecked(!isSectionHidden(action->data().toInt()));
}

QRect LogHeader::cell(LogColumn column, const QRect &row) const
{
    const auto section = static_cast<int>(column);
    if (isSectionHidden(section))
        return {};
    return {sectionViewportPosition(section), row.top(), sectionSize(section), row.height()};
}

QList<LogColumn> LogHeader::shown() const
{
    QList<LogColumn> columns;
    for (int visual = 0; visual < count(); ++visual) {
        const int section = logicalIndex(visual);
        if (!isSectionHidden(section))
            columns << static_cast<LogColumn>(section);
    }
    return columns;
}

LogColumn LogHeader::columnAt(int x) const
{
    const int section = logicalIndexAt(x);
    return section < 0 ? LogColumn::Message : static_cast<LogColumn>(section);
}

QByteArray LogHeader::headerState() const
{
    return saveHeader(*this, logColumnNames());
}

void LogHeader::restoreHeaderState(const QByteArray &state)
{
    restoreHeader(*this, logColumnNames(), state);
    // A text from outside can move or hide these two.
    moveSection(visualIndex(static_cast<int>(LogColumn::Marks)), 0);
    for (const LogColumn column : {LogColumn::Marks, LogColumn::Message})
        setSectionHidden(static_cast<int>(column), false);
    resizeSection(static_cast<int>(LogColumn::Marks), usualWidth(LogColumn::Marks));
    checkActions();
    fit(m_room);
}

void LogHeader::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addActions(m_actions);
    menu.exec(event->globalPos());
}

} // namespace ui
