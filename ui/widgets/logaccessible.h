// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace ui {

class LogView;

/// The event log for screen readers: a list of the rows in sight, and of the current row if it is
/// not in sight. A million rows would make screen readers unusable. A row is read as a sentence.
class LogAccessible : public QAccessibleWidget
{
public:
    explicit LogAccessible(LogView *view);

    /// Makes Qt use this class for each LogView.
    static void install();
    /// Replaces QAccessible::updateAccessibility(), in tests: it drops events while no screen
    /// reader runs. Null = that function again.
    using Announcer = void (*)(QAccessibleEvent *event);
    static void setAnnouncer(Announcer announcer);
    /// Tells screen readers which row is the current one.
    static void announceCurrent(LogView *view);

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;
    QString text(QAccessible::Text kind) const override;

protected:
    ~LogAccessible() override;

private:
    /// Returns the sequence number of a child; -1 if there is no such child.
    qint64 sequenceOf(int index) const;
    int indexOf(qint64 sequence) const;
    qint64 rowsInSight() const;
    bool showsCurrent() const;
    void forgetOthers() const;

    LogView *m_view; ///< Qt deletes this object with the view.
    mutable QHash<qint64, QAccessible::Id> m_rows; ///< By sequence number. Qt owns the interfaces.
};

} // namespace ui
