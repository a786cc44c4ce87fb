// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/monitorlink.h"

#include "hub/wire/topic.h"

#include <QCoreApplication>

namespace ui {

namespace {

constexpr QLatin1String scheme("heliograph:");
constexpr QLatin1String jobPrefix("job/");

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::MonitorLink)
};

hub::Error badLink(const QString &reason)
{
    return {"bad_link", reason};
}

} // namespace

hub::Result<MonitorLink> MonitorLink::parse(const QString &text)
{
    if (text.size() > maxLength)
        return badLink(Words::tr("the link is longer than 200 characters"));
    if (!text.startsWith(scheme, Qt::CaseInsensitive))
        return badLink(Words::tr("the link does not begin with heliograph:"));
    const QStringView rest = QStringView(text).sliced(scheme.size());
    if (rest.startsWith(QLatin1String("//")))
        return badLink(Words::tr("a link cannot name a hub; use heliograph:job/ and a job id"));
    if (rest.isEmpty())
        return MonitorLink{};
    if (rest == QLatin1String("failures"))
        return MonitorLink{Target::Failures, {}};
    if (!rest.startsWith(jobPrefix))
        return badLink(
            Words::tr("use heliograph:, heliograph:failures or heliograph:job/ and a job id"));
    const QByteArray id = rest.sliced(jobPrefix.size()).toUtf8();
    if (!hub::isValidId(id))
        return badLink(Words::tr("the link does not contain a valid job id"));
    return MonitorLink{Target::Job, id};
}

} // namespace ui
