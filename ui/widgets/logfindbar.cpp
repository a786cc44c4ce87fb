// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logfindbar.h"

#include "ui/models/formats.h"
#include "ui/models/logfind.h"
#include "ui/widgets/filterline.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

namespace ui {

LogFindBar::LogFindBar(QWidget *page)
    : QWidget(page)
    , m_field(new FilterLine(
          FilterKind::Events, [](const QString &text) { return LogFilter::check(text); }, page))
    , m_state(new QLabel(this))
{
    m_field->setPlaceholderText(tr("Find – words, level:error, /expression/"));
    m_field->setAccessibleName(tr("Find in the event log"));
    m_field->setMaxLength(static_cast<int>(LogFilter::maxLength));
    m_field->setMaximumWidth(fontMetrics().averageCharWidth() * 50);
    m_field->installEventFilter(this);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 6);
    row->setSpacing(4);
    row->addWidget(m_field, 3);
    addButton(QStringLiteral("\u25B2"), tr("Previous match (Shift+F3)"),
              [this] { emit matchWanted(-1); });
    addButton(QStringLiteral("\u25BC"), tr("Next match (F3)"), [this] { emit matchWanted(1); });
    row->addWidget(m_state);
    row->addStretch(1);
    addButton(QStringLiteral("\u2715"), tr("Close (Esc)"), [this] { emit closeWanted(); });
    connect(m_field, &FilterLine::filterChanged, this, &LogFindBar::findChanged);
    hide();
}

void LogFindBar::addButton(const QString &text, const QString &tip,
                           const std::function<void()> &handler)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setAutoRaise(true);
    connect(button, &QToolButton::clicked, this, handler);
    layout()->addWidget(button);
}

void LogFindBar::open()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

QString LogFindBar::text() const
{
    return m_field->validText();
}

bool LogFindBar::hasFieldFocus() const
{
    return m_field->hasFocus();
}

void LogFindBar::setValues(FilterValues values)
{
    m_field->setValues(std::move(values));
}

void LogFindBar::showState(const LogFind &find, qint64 current)
{
    if (!find.isActive()) {
        m_state->clear();
        return;
    }
    const qint64 count = find.count();
    const QString all = formatCount(count);
    if (find.progress() < 1) {
        m_state->setText(tr("Searching, %1").arg(formatPercent(find.progress() * 100)));
    } else if (find.isStopped()) {
        m_state->setText(tr("Stopped: the expression takes too long"));
    } else if (const qint64 number = find.numberOf(current); number > 0) {
        m_state->setText(tr("%1 of %2").arg(formatCount(number), all));
    } else {
        m_state->setText(count == 0   ? tr("No match")
                         : count == 1 ? tr("1 match")
                                      : tr("%1 matches").arg(all));
    }
}

bool LogFindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            emit closeWanted();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            const bool back = key->modifiers().testFlag(Qt::ShiftModifier);
            emit m_field->returnPressed(); // applies the text at once
            emit matchWanted(back ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
