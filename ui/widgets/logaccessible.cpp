// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logaccessible.h"

#include "ui/models/logcells.h"
#include "ui/models/loglabels.h"
#include "ui/models/logmarks.h"
#include "ui/models/logrows.h"
#include "ui/widgets/labelcolors.h"
#include "ui/widgets/logview.h"

#include <QCoreApplication>
#include <QPointer>

namespace ui {

namespace {

/// More interfaces of rows than these are not kept.
constexpr qsizetype mostKept = 500;

LogAccessible::Announcer announce = QAccessible::updateAccessibility;

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(ui::LogAccessible)
};

/// One row. It is invalid once the log has dropped the row.
class Row final : public QAccessibleInterface
{
public:
    Row(LogView *view, qint64 sequence) : m_alive(view), m_view(view), m_sequence(sequence) { }

    qint64 sequence() const { return m_sequence; }

    bool isValid() const override { return m_alive && m_view->rows().ring().holds(m_sequence); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return m_alive ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override { }
    QString text(QAccessible::Text kind) const override;
    QRect rect() const override;
    QAccessible::State state() const override;

private:
    QPointer<QObject> m_alive; ///< Null once the view is gone.
    LogView *m_view;
    qint64 m_sequence;
};

QString Row::text(QAccessible::Text kind) const
{
    if (kind != QAccessible::Name || !isValid())
        return {};
    const EventRing &ring = m_view->rows().ring();
    QStringList parts;
    if (m_view->marks()->contains(m_sequence))
        parts << Texts::tr("marked");
    if (const int label = m_view->labels()->labelOf(ring, m_sequence); label != 0)
        parts << Texts::tr("label %1, %2").arg(label).arg(labelName(label));
    parts << logSentence(ring, m_sequence, m_view->timeStyle());
    return parts.join(QStringLiteral(", "));
}

QRect Row::rect() const
{
    if (!isValid())
        return {};
    const QRect box = m_view->rowBox(m_view->rows().rowAtOrAfter(m_sequence));
    return {m_view->viewport()->mapToGlobal(box.topLeft()), box.size()};
}

QAccessible::State Row::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.focusable = true;
    state.selectable = true;
    state.readOnly = true;
    state.selected = m_view->isSelected(m_sequence);
    state.focused = m_view->hasFocus() && m_view->currentSequence() == m_sequence;
    const qint64 row = m_view->rows().rowAtOrAfter(m_sequence);
    state.offscreen = row < m_view->topRow() || row > m_view->topRow() + m_view->rowsInSight();
    return state;
}

QAccessibleInterface *create(const QString &className, QObject *object)
{
    auto *view =
        className == QLatin1String("ui::LogView") ? qobject_cast<LogView *>(object) : nullptr;
    return view ? new LogAccessible(view) : nullptr;
}

} // namespace

LogAccessible::LogAccessible(LogView *view)
    : QAccessibleWidget(view, QAccessible::List)
    , m_view(view)
{ }

LogAccessible::~LogAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_rows))
        QAccessible::deleteAccessibleInterface(id);
}

void LogAccessible::install()
{
    QAccessible::installFactory(create); // Qt ignores a second time
}

void LogAccessible::setAnnouncer(Announcer announcer)
{
    announce = announcer ? announcer : QAccessible::updateAccessibility;
}

void LogAccessible::announceCurrent(LogView *view)
{
    if (view->currentSequence() < 0)
        return;
    const auto *log =
        dynamic_cast<const LogAccessible *>(QAccessible::queryAccessibleInterface(view));
    const int index = log ? log->indexOf(view->currentSequence()) : -1;
    if (index < 0)
        return;
    if (view->hasFocus()) {
        QAccessibleEvent focus(view, QAccessible::Focus);
        focus.setChild(index);
        announce(&focus);
    }
    QAccessibleEvent selection(view, QAccessible::Selection);
    selection.setChild(index);
    announce(&selection);
}

qint64 LogAccessible::rowsInSight() const
{
    const LogView &log = *m_view;
    return qBound<qint64>(0, log.rows().count() - log.topRow(), log.rowsInSight() + 1);
}

/// Returns whether the current row is a child of its own, because it is not in sight.
bool LogAccessible::showsCurrent() const
{
    const qint64 current = m_view->currentSequence();
    if (!m_view->rows().ring().holds(current))
        return false;
    const qint64 below = m_view->rows().rowAtOrAfter(current) - m_view->topRow();
    return below < 0 || below >= rowsInSight();
}

int LogAccessible::childCount() const
{
    return static_cast<int>(rowsInSight()) + (showsCurrent() ? 1 : 0);
}

qint64 LogAccessible::sequenceOf(int index) const
{
    if (index < 0 || index >= childCount())
        return -1;
    return index < rowsInSight() ? m_view->rows().sequenceAt(m_view->topRow() + index)
                                 : m_view->currentSequence();
}

int LogAccessible::indexOf(qint64 sequence) const
{
    for (int index = 0; index < childCount(); ++index) {
        if (sequenceOf(index) == sequence)
            return index;
    }
    return -1;
}

QAccessibleInterface *LogAccessible::child(int index) const
{
    const qint64 sequence = sequenceOf(index);
    if (sequence < 0)
        return nullptr;
    if (const QAccessible::Id id = m_rows.value(sequence, 0); id != 0)
        return QAccessible::accessibleInterface(id);
    if (m_rows.size() >= mostKept)
        forgetOthers();
    auto *row = new Row(m_view, sequence);
    m_rows.insert(sequence, QAccessible::registerAccessibleInterface(row));
    return row;
}

/// Deletes the interfaces of rows that are no children any more.
void LogAccessible::forgetOthers() const
{
    for (auto it = m_rows.begin(); it != m_rows.end();) {
        if (indexOf(it.key()) >= 0) {
            ++it;
        } else {
            QAccessible::deleteAccessibleInterface(it.value());
            it = m_rows.erase(it);
        }
    }
}

int LogAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *row = dynamic_cast<const Row *>(child);
    return row ? indexOf(row->sequence()) : -1;
}

QAccessibleInterface *LogAccessible::childAt(int x, int y) const
{
    const QPoint place = m_view->viewport()->mapFromGlobal(QPoint(x, y));
    if (!m_view->viewport()->rect().contains(place))
        return nullptr;
    const int index = place.y() / m_view->rowHeight();
    return index < rowsInSight() ? child(index) : nullptr;
}

QAccessibleInterface *LogAccessible::focusChild() const
{
    return m_view->hasFocus() ? child(indexOf(m_view->currentSequence())) : nullptr;
}

QString LogAccessible::text(QAccessible::Text kind) const
{
    if (kind == QAccessible::Value) {
        const qint64 count = m_view->rows().count();
        return count == 1 ? Texts::tr("1 row") : Texts::tr("%1 rows").arg(formatCount(count));
    }
    return QAccessibleWidget::text(kind);
}

} // namespace ui
