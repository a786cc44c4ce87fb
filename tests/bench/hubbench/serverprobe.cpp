// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/serverprobe.h"

#include <QByteArrayList>
#include <QDir>
#include <QFile>

#include <unistd.h>

namespace bench {

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

double cpuSecondsOf(const QByteArray &stat)
{
    // proc(5): the name in parentheses may contain blanks. utime and stime are fields 14 and 15,
    // which are the 12th and 13th after the name.
    const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 13)
        return 0;
    return (fields.at(11).toDouble() + fields.at(12).toDouble())
           / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

double rssKibOf(const QByteArray &status)
{
    const QByteArray name("VmRSS:");
    const qsizetype at = status.indexOf(name) + name.size();
    return status.mid(at, status.indexOf("kB", at) - at).trimmed().toDouble();
}

} // namespace

ServerUse ServerProbe::use() const
{
    const QString folder = QStringLiteral("/proc/%1/").arg(m_pid);
    ServerUse use;
    use.cpuSeconds = cpuSecondsOf(contentOf(folder + QStringLiteral("stat")));
    use.rssKib = rssKibOf(contentOf(folder + QStringLiteral("status")));
    use.descriptors = static_cast<int>(
        QDir(folder + QStringLiteral("fd")).entryList(QDir::Files | QDir::System).size());
    const QByteArray children = contentOf(folder + QStringLiteral("task/%1/children").arg(m_pid));
    for (const QByteArray &child : children.simplified().split(' '))
        if (!child.isEmpty())
            use += ServerProbe(child.toLongLong()).use();
    return use;
}

} // namespace bench
