// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QString>

class QSettings;

namespace ui {

/// A filter of the list of jobs that the operator gave a name.
struct SavedView
{
    QString name;
    QString filter;

    bool operator==(const SavedView &) const = default;
};

/// The saved views, in the order in which they were saved. Each change is stored at once.
class SavedViews : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SavedViews)

public:
    static constexpr qsizetype mostViews = 50;
    static constexpr qsizetype maxNameLength = 60; ///< Characters; the rest is cut off.

    /// Reads the stored views. `settings` is not owned and outlives this.
    explicit SavedViews(QSettings *settings, QObject *parent = nullptr);

    const QList<SavedView> &all() const { return m_views; }
    /// Adds a view, or replaces the filter of the one with this name. Does nothing for an empty
    /// name or filter, and when there are mostViews already.
    void save(const QString &name, const QString &filter);
    /// Removes the view with this name, if there is one.
    void remove(const QString &name);

signals:
    void changed();

private:
    void store();

    QSettings *m_settings;
    QList<SavedView> m_views;
};

} // namespace ui
