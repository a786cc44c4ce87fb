// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/report.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <QSysInfo>
#include <QThread>

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
               "!!! FAULTY: %1 lost, %2 repeated, %3 streams closed, %4 requests refused")
        .arg(faults.lost)
        .arg(faults.repeated)
        .arg(faults.closed)
        .arg(faults.refused);
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
    return {{QStringLiteral("scenario"), reported.name},
            {QStringLiteral("figures"), figures},
            {QStringLiteral("seconds"), o.seconds},
            {QStringLiteral("server"), server},
            {QStringLiteral("faults"), faults}};
}

} // namespace

QString machine()
{
    return QStringLiteral("%1 × %2, %3, Qt %4")
        .arg(processorName())
        .arg(QThread::idealThreadCount())
        .arg(QSysInfo::prettyProductName(), QLatin1String(qVersion()));
}

QString toText(const Reported &reported)
{
    const Outcome &o = reported.outcome;
    QStringList parts{figureText(o.headline)};
    for (const Figure &figure : o.more)
        parts << figureText(figure);
    parts << QStringLiteral("hub: %1 % CPU, %2 MiB, %3 descriptors")
                 .arg(100 * o.server.cpuSeconds / o.seconds, 0, 'f', 0)
                 .arg(o.server.rssKib / 1024, 0, 'f', 1)
                 .arg(o.server.descriptors);
    if (o.faults.any())
        parts << faultText(o.faults);
    return reported.name.leftJustified(16) + parts.join(QLatin1String(" | "));
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
