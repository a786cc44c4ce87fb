// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/savedviews.h"

#include <QAbstractItemModel>

#include <array>
#include <vector>

namespace ui {

class Session;

/// The views that the sidebar offers, in sections: states, kinds, owners, labels, and saved views.
/// Each view is a filter with the number of its jobs. Within a section the views have a fixed
/// order, so that no row moves because a count changes.
class ViewsModel : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ViewsModel)

public:
    enum Role {
        FilterRole = Qt::UserRole, ///< The filter text of a view; a null QString for a section.
        SavedRole, ///< The name of a saved view; else empty.
    };
    enum Column { NameColumn, CountColumn, columns };

    /// `session` and `saved` are not owned and outlive this.
    ViewsModel(const Session *session, const SavedViews *saved, QObject *parent = nullptr);

    /// Reads views and counts again. Call it once a second.
    void refresh();
    /// Reads the counts of the states again.
    void refreshStates() { replace(States, stateViews()); }
    /// Returns the index of the view with this filter text, or an invalid one.
    QModelIndex indexOf(const QString &filter) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    enum Section { States, Kinds, Owners, Labels, Saved, sections };
    struct View
    {
        QString name;
        QString filter;
        qint64 count = 0;
        QString savedName{};
    };
    using Views = std::vector<View>;

    static QString titleOf(Section section);
    Views viewsOf(Section section) const;
    Views stateViews() const;
    Views savedViews() const;
    void replace(Section section, Views views);

    const Session *m_session;
    const SavedViews *m_saved;
    std::array<Views, sections> m_sections;
};

} // namespace ui
