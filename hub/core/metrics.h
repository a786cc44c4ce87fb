// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <chrono>
#include <map>
#include <memory>
#include <vector>

namespace hub {

/// A number that only grows.
class Counter
{
public:
    void add(qint64 n = 1) { m_value += n; }
    qint64 value() const { return m_value; }

private:
    qint64 m_value = 0;
};

/// A number that goes up and down.
class Gauge
{
public:
    void set(double value) { m_value = value; }
    void add(double n) { m_value += n; }
    double value() const { return m_value; }

private:
    double m_value = 0;
};

/// Counts observed times in fixed buckets.
class Histogram
{
public:
    /// `bounds` are the upper bounds of the buckets in ascending order, in seconds. One more bucket
    /// has no bound.
    explicit Histogram(std::vector<double> bounds);
    /// Counts `time`, `times` times.
    void observe(std::chrono::duration<double> time, qint64 times = 1);

    const std::vector<double> &bounds() const { return m_bounds; }
    const std::vector<qint64> &counts() const
    {
        return m_counts;
    } ///< By bucket; one more than bounds.
    double sum() const { return m_sum; } ///< Seconds.
    qint64 count() const { return m_count; }

private:
    std::vector<double> m_bounds;
    std::vector<qint64> m_counts;
    double m_sum = 0;
    qint64 m_count = 0;
};

/// The metrics of the hub, by name and labels. References stay valid as long as this object, so
/// frequent code looks a metric up once. Hub thread only.
class Metrics
{
public:
    /// Returns the counter and creates it on first use. The prefix `heliograph_` is added to
    /// `name`. `labels` are written as `reason="slow"`; empty = none. The first use of a name sets
    /// its help text.
    Counter &counter(const QByteArray &name, const QByteArray &help, const QByteArray &labels = {});
    Gauge &gauge(const QByteArray &name, const QByteArray &help, const QByteArray &labels = {});
    /// Empty `bounds` mean buckets from 0.5 ms to 30 s.
    Histogram &histogram(const QByteArray &name, const QByteArray &help,
                         const QByteArray &labels = {}, std::vector<double> bounds = {});

    /// Returns all metrics in the Prometheus text format 0.0.4.
    QByteArray toPrometheus() const;

private:
    template<typename Figure>
    struct Family
    {
        QByteArray help;
        std::map<QByteArray, std::unique_ptr<Figure>> figures; ///< By labels.
    };
    template<typename Figure>
    using Families = std::map<QByteArray, Family<Figure>>;

    Families<Counter> m_counters;
    Families<Gauge> m_gauges;
    Families<Histogram> m_histograms;
};

} // namespace hub
