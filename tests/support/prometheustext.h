// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <QStringList>

#include <limits>

namespace test {

/// A strict parser of the Prometheus text format 0.0.4. It checks that each family is in one piece,
/// with HELP and TYPE before its samples; that names, labels and values are well formed; that no
/// series appears twice; and that histogram buckets are cumulative and end at the count.
class PrometheusText
{
public:
    explicit PrometheusText(const QByteArray &text)
    {
        if (!text.endsWith('\n'))
            m_faults << QStringLiteral("the last line has no end");
        for (const QByteArray &line : text.chopped(1).split('\n'))
            read(QString::fromUtf8(line));
        endFamily();
    }

    const QStringList &faults() const { return m_faults; }
    /// Metric names and their types.
    const QHash<QString, QString> &families() const { return m_types; }
    /// The value of a series, written as in the text: `name{label="value"}`. NaN when there is
    /// none.
    double value(const QString &series) const
    {
        return m_values.value(series, std::numeric_limits<double>::quiet_NaN());
    }

private:
    void fault(const QString &line, const char *what)
    {
        m_faults << QStringLiteral("%1: %2").arg(QLatin1String(what), line);
    }

    void read(const QString &line)
    {
        static const QRegularExpression head(
            QStringLiteral("\\A# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)\\z"));
        const auto match = head.match(line);
        if (!match.hasMatch())
            return line.startsWith(QLatin1Char('#')) ? fault(line, "malformed comment")
                                                     : readSample(line);
        const QString name = match.captured(2);
        if (match.captured(1) == QLatin1String("HELP")) {
            endFamily();
            if (m_types.contains(name))
                fault(line, "the family appears twice");
            m_family = name;
        } else {
            if (name != m_family || m_types.contains(name))
                fault(line, "TYPE does not follow its HELP");
            m_types.insert(name, match.captured(3));
        }
    }

    void readSample(const QString &line)
    {
        static const QRegularExpression sample(
            QStringLiteral("\\A([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{([a-zA-Z_][a-zA-Z0-9_]*=\"([^"
                           "\"\\\\\\n]|\\\\[\"\\\\n])*\""
                           ",?)*(?<!,)\\})? (\\S+)\\z"));
        const auto match = sample.match(line);
        bool isNumber = false;
        const double value = match.captured(5).toDouble(&isNumber);
        if (!match.hasMatch() || !isNumber)
            return fault(line, "malformed sample");
        const QString series = line.left(line.lastIndexOf(QLatin1Char(' ')));
        if (m_values.contains(series))
            fault(line, "the series appears twice");
        m_values.insert(series, value);
        ++m_samples;
        checkName(match.captured(1), series, value);
    }

    void checkName(const QString &name, const QString &series, double value)
    {
        const QString type = m_types.value(m_family);
        if (type == QLatin1String("counter")) {
            if (name != m_family || !name.endsWith(QLatin1String("_total")) || value < 0)
                fault(series, "the counter's name or value is wrong");
        } else if (type == QLatin1String("gauge")) {
            if (name != m_family || name.endsWith(QLatin1String("_total")))
                fault(series, "the gauge's name is wrong");
        } else if (type == QLatin1String("histogram")) {
            checkHistogram(name, series, value);
        } else {
            fault(series, "sample without a type");
        }
    }

    void checkHistogram(const QString &name, const QString &series, double value)
    {
        if (name == m_family + QLatin1String("_bucket")) {
            if (value < m_bucket || !series.contains(QLatin1String("le=\"")))
                fault(series, "buckets are not cumulative");
            m_bucket =
                series.contains(QLatin1String("le=\"+Inf\"")) ? value : std::max(m_bucket, value);
            m_endsAtInfinity = series.contains(QLatin1String("le=\"+Inf\""));
        } else if (name == m_family + QLatin1String("_count")) {
            if (value != m_bucket || !m_endsAtInfinity)
                fault(series, "the last bucket differs from the count");
            m_bucket = 0;
        } else if (name != m_family + QLatin1String("_sum")) {
            fault(series, "malformed histogram");
        }
    }

    void endFamily()
    {
        if (!m_family.isEmpty() && (m_samples == 0 || !m_types.contains(m_family)))
            fault(m_family, "family without a type or samples");
        m_samples = 0;
        m_bucket = 0;
        m_endsAtInfinity = false;
    }

    QStringList m_faults;
    QHash<QString, QString> m_types;
    QHash<QString, double> m_values;
    QString m_family;
    int m_samples = 0;
    double m_bucket = 0;
    bool m_endsAtInfinity = false;
};

} // namespace test
