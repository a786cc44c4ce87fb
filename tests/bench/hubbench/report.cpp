// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/report.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <QSysInfo>

#include <algorithm>

#include <unistd.h>

namespace bench {

namespace {

QString numberText(double value)
{
    return QString::number(value, 'f', value >= 1000 ? 0 : value >= 10 ? 1 : 3);
}

QString figureText(const Figure &figure)
{
    return numberText(figure.value) + QLatin1Char(' ') + QString::fromLatin1(figure.name);
}

QString faultText(const Faults &faults)
{
    return QStringLiteral(
               "!!! FAULTY: %1 lost, %2 repeated, %3 connections closed, %4 requests refused")
        .arg(faults.lost)
        .arg(faults.repeated)
        .arg(faults.closed)
        .arg(faults.refused);
}

QString headOf(const Reported &reported)
{
    return QString::fromLatin1(reported.scenario->letter).leftJustified(2)
           + QString::fromLatin1(reported.scenario->name).leftJustified(14)
           + reported.server.leftJustified(12) + QLatin1Char(' ');
}

/// Both figures have the same name, because a scenario reports the same figures for every server.
QString ratioOf(const Figure &figure, const Figure &other)
{
    return QString::number(figure.value / other.value, 'f', 2) + QStringLiteral(" × ")
           + QString::fromLatin1(figure.name);
}

QString processorName()
{
    QFile file(QStringLiteral("/proc/cpuinfo"));
    if (!file.open(QIODevice::ReadOnly))
        return QSysInfo::currentCpuArchitecture();
    const QString text = QString::fromUtf8(file.readAll());
    const qsizetype at = text.indexOf(QLatin1String("model name"));
    return text.mid(at).section(QLatin1Char('\n'), 0, 0).section(QLatin1Char(':'), 1).trimmed();
}

QJsonObject toObject(const Reported &reported)
{
    const Outcome &o = reported.outcome;
    QJsonObject figures;
    figures.insert(QString::fromLatin1(o.headline.name), o.headline.value);
    for (const Figure &figure : o.more)
        figures.insert(QString::fromLatin1(figure.name), figure.value);
    const QJsonObject server{{QStringLiteral("cpu_s"), o.server.cpuSeconds},
                             {QStringLiteral("rss_kib"), o.server.rssKib},
                             {QStringLiteral("descriptors"), o.server.descriptors}};
    const QJsonObject faults{{QStringLiteral("lost"), o.faults.lost},
                             {QStringLiteral("repeated"), o.faults.repeated},
                             {QStringLiteral("closed"), o.faults.closed},
                             {QStringLiteral("refused"), o.faults.refused}};
    return {{QStringLiteral("scenario"), QLatin1String(reported.scenario->name)},
            {QStringLiteral("letter"), QLatin1String(reported.scenario->letter)},
            {QStringLiteral("of"), reported.server},
            {QStringLiteral("headline"), QString::fromLatin1(o.headline.name)},
            {QStringLiteral("figures"), figures},
            {QStringLiteral("seconds"), o.seconds},
            {QStringLiteral("client_cpu_s"), o.clientCpuSeconds},
            {QStringLiteral("server"), server},
            {QStringLiteral("faults"), faults}};
}

} // namespace

QString machine()
{
    return QStringLiteral("%1 × %2, %3, Qt %4")
        .arg(processorName())
        .arg(::sysconf(_SC_NPROCESSORS_ONLN))
        .arg(QSysInfo::prettyProductName(), QLatin1String(qVersion()));
}

QString toText(const Reported &reported)
{
    const Outcome &o = reported.outcome;
    QStringList parts{figureText(o.headline)};
    for (const Figure &figure : o.more)
        parts << figureText(figure);
    parts << QStringLiteral("server: %1 % CPU, %2 MiB, %3 descriptors")
                 .arg(100 * o.server.cpuSeconds / o.seconds, 0, 'f', 0)
                 .arg(o.server.rssKib / 1024, 0, 'f', 1)
                 .arg(o.server.descriptors);
    parts
        << QStringLiteral("client: %1 % CPU").arg(100 * o.clientCpuSeconds / o.seconds, 0, 'f', 0);
    if (o.faults.any())
        parts << faultText(o.faults);
    return headOf(reported) + parts.join(QLatin1String(" | "));
}

QString ratioText(const Reported &reported, const Reported &other)
{
    QStringList parts{ratioOf(reported.outcome.headline, other.outcome.headline)};
    const std::size_t shared = std::min(reported.outcome.more.size(), other.outcome.more.size());
    for (std::size_t i = 0; i < shared; ++i)
        parts << ratioOf(reported.outcome.more[i], other.outcome.more[i]);
    return headOf({reported.scenario, QStringLiteral("ratio"), {}})
           + parts.join(QLatin1String(" | "));
}

QByteArray toJson(const std::vector<Reported> &all)
{
    QJsonArray list;
    for (const Reported &reported : all)
        list.append(toObject(reported));
    return QJsonDocument(QJsonObject{{QStringLiteral("machine"), machine()},
                                     {QStringLiteral("results"), list}})
        .toJson();
}

} // namespace bench
