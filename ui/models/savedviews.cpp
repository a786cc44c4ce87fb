// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/savedviews.h"

#include "ui/models/jobfilter.h"

#include <QSettings>

#include <algorithm>

namespace ui {

namespace {

const QString listKey = QStringLiteral("views");
const QString nameKey = QStringLiteral("name");
const QString filterKey = QStringLiteral("filter");

QString cleanName(const QString &name)
{
    return name.simplified().left(SavedViews::maxNameLength);
}

} // namespace

SavedViews::SavedViews(QSettings *settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    const int size = std::min(settings->beginReadArray(listKey), static_cast<int>(mostViews));
    for (int i = 0; i < size; ++i) {
        settings->setArrayIndex(i);
        const QString name = cleanName(settings->value(nameKey).toString());
        const QString filter = settings->value(filterKey).toString().left(JobFilter::maxLength);
        if (!name.isEmpty() && !filter.isEmpty())
            m_views.append({name, filter});
    }
    settings->endArray();
}

void SavedViews::save(const QString &name, const QString &filter)
{
    const QString clean = cleanName(name);
    if (clean.isEmpty() || filter.isEmpty())
        return;
    const auto found = std::find_if(m_views.begin(), m_views.end(),
                                    [&](const SavedView &view) { return view.name == clean; });
    if (found != m_views.end()) {
        found->filter = filter;
    } else if (m_views.size() < mostViews) {
        m_views.append({clean, filter});
    }
    store();
}

void SavedViews::remove(const QString &name)
{
    if (m_views.removeIf([&](const SavedView &view) { return view.name == name; }) > 0)
        store();
}

void SavedViews::store()
{
    m_settings->remove(listKey);
    m_settings->beginWriteArray(listKey, static_cast<int>(m_views.size()));
    for (int i = 0; i < m_views.size(); ++i) {
        m_settings->setArrayIndex(i);
        m_settings->setValue(nameKey, m_views[i].name);
        m_settings->setValue(filterKey, m_views[i].filter);
    }
    m_settings->endArray();
    emit changed();
}

} // namespace ui
