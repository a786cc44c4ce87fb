// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/viewsmodel.h"

#include "ui/models/jobfilter.h"
#include "ui/models/jobwords.h"
#include "ui/models/pluralcount.h"
#include "ui/models/session.h"

#include <algorithm>
#include <numeric>

namespace ui {

namespace {

/// The internal id of sections. That of a view is the number of its section, from 1.
constexpr quintptr sectionId = 0;

/// Returns a text as a value of the filter language.
QString quoted(QString text)
{
    const bool plain = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetterOrNumber() || c == QLatin1Char('-') || c == QLatin1Char('_')
               || c == QLatin1Char('.');
    });
    if (plain)
        return text;
    text.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    text.replace(QLatin1Char('"'), QStringLiteral("\\\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

qint64 totalOf(const JobTotals::Group &group)
{
    return std::accumulate(group.statuses.begin(), group.statuses.end(), qint64{0});
}

} // namespace

ViewsModel::ViewsModel(const Session *session, const SavedViews *saved, QObject *parent)
    : QAbstractItemModel(parent)
    , m_session(session)
    , m_saved(saved)
{
    connect(saved, &SavedViews::changed, this, &ViewsModel::refresh);
    refresh();
}

QString ViewsModel::titleOf(Section section)
{
    switch (section) {
    case States: return tr("States");
    case Kinds: return tr("Kinds");
    case Owners: return tr("Owners");
    case Labels: return tr("Labels");
    case Saved: return tr("Saved views");
    case sections: break;
    }
    return {};
}

ViewsModel::Views ViewsModel::stateViews() const
{
    Views views{{tr("All"), QStringLiteral(""), m_session->countOf(JobFilter::allStatuses)}};
    for (int i = 0; i < jobStatuses; ++i) {
        const auto status = static_cast<JobStatus>(i);
        views.push_back({word(status),
                         QStringLiteral("state:") + QString::fromLatin1(hub::toString(status)),
                         m_session->countOf(statusSet(status))});
    }
    return views;
}

ViewsModel::Views ViewsModel::savedViews() const
{
    const qint64 now = m_session->clock().wallMs();
    Views views;
    for (const SavedView &saved : m_saved->all()) {
        const JobFilter filter(saved.filter, JobFilter::allStatuses, m_session->filterMoment());
        qint64 count = 0;
        for (int row = 0; row < m_session->jobs().count(); ++row)
            count += filter.matches(m_session->jobs().at(row), now) ? 1 : 0;
        views.push_back({saved.name, saved.filter, count, saved.name});
    }
    return views;
}

ViewsModel::Views ViewsModel::viewsOf(Section section) const
{
    if (section == States)
        return stateViews();
    if (section == Saved)
        return savedViews();
    const JobTotals &totals = m_session->totals();
    const auto &groups = section == Kinds    ? totals.kinds
                         : section == Owners ? totals.owners
                                             : totals.labels;
    Views views;
    for (const JobTotals::Group &group : groups) {
        View view{group.value, QStringLiteral("kind:") + group.value, totalOf(group)};
        if (section == Kinds) {
            if (const auto kind = hub::parseJobKind(group.value.toUtf8()))
                view.name = word(*kind);
        } else if (section == Owners) {
            view.name = userName(group.value.toUtf8());
            view.filter = QStringLiteral("owner=") + quoted(group.value);
        } else {
            view.name = oneLine(group.name + QStringLiteral(": ") + group.value, 60);
            view.filter = QStringLiteral("label.%1=%2").arg(group.name, quoted(group.value));
        }
        views.push_back(view);
    }
    std::sort(views.begin(), views.end(),
              [](const View &a, const View &b) { return a.filter < b.filter; });
    return views;
}

void ViewsModel::refresh()
{
    for (int section = 0; section < sections; ++section)
        replace(static_cast<Section>(section), viewsOf(static_cast<Section>(section)));
}

/// Replaces the views of a section. Rows that stay keep their indexes.
void ViewsModel::replace(Section section, Views views)
{
    Views &now = m_sections[section];
    const QModelIndex parent = index(section, 0);
    const bool same = std::equal(
        now.begin(), now.end(), views.begin(), views.end(),
        [](const View &a, const View &b) { return a.filter == b.filter && a.name == b.name; });
    if (!same) {
        if (!now.empty()) {
            beginRemoveRows(parent, 0, static_cast<int>(now.size()) - 1);
            now.clear();
            endRemoveRows();
        }
        if (!views.empty()) {
            beginInsertRows(parent, 0, static_cast<int>(views.size()) - 1);
            now = std::move(views);
            endInsertRows();
        }
        return;
    }
    for (size_t row = 0; row < now.size(); ++row) {
        if (now[row].count == views[row].count)
            continue;
        now[row].count = views[row].count;
        const QModelIndex changed = index(static_cast<int>(row), CountColumn, parent);
        emit dataChanged(changed, changed, {Qt::DisplayRole, Qt::ToolTipRole});
    }
}

QModelIndex ViewsModel::indexOf(const QString &filter) const
{
    for (int section = 0; section < sections; ++section) {
        const Views &views = m_sections[static_cast<size_t>(section)];
        const auto found = std::find_if(views.begin(), views.end(),
                                        [&](const View &view) { return view.filter == filter; });
        if (found != views.end())
            return index(static_cast<int>(found - views.begin()), NameColumn, index(section, 0));
    }
    return {};
}

QModelIndex ViewsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : sectionId);
}

QModelIndex ViewsModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == sectionId)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, NameColumn, sectionId);
}

int ViewsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return sections;
    const bool isSection = parent.internalId() == sectionId && parent.column() == NameColumn;
    return isSection ? static_cast<int>(m_sections[static_cast<size_t>(parent.row())].size()) : 0;
}

int ViewsModel::columnCount(const QModelIndex &) const
{
    return columns;
}

Qt::ItemFlags ViewsModel::flags(const QModelIndex &index) const
{
    // A section is a heading, not something to choose.
    const bool isSection = index.isValid() && index.internalId() == sectionId;
    return isSection ? Qt::ItemIsEnabled : QAbstractItemModel::flags(index);
}

QVariant ViewsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == sectionId) {
        const bool named = role == Qt::DisplayRole && index.column() == NameColumn;
        return named ? QVariant(titleOf(static_cast<Section>(index.row()))) : QVariant();
    }
    const View &view = m_sections[index.internalId() - 1][static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return index.column() == NameColumn ? view.name : formatShort(view.count);
    case Qt::TextAlignmentRole:
        return index.column() == CountColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                             : QVariant();
    case Qt::ToolTipRole: {
        const int count = pluralCount(view.count);
        return view.savedName.isEmpty() ? tr("%Ln jobs", nullptr, count)
                                        : tr("%Ln of the loaded jobs", nullptr, count);
    }
    case Qt::AccessibleTextRole:
        return tr("%1, %Ln jobs", nullptr, pluralCount(view.count)).arg(view.name);
    case FilterRole: return view.filter;
    case SavedRole: return view.savedName;
    default: return {};
    }
}

} // namespace ui
