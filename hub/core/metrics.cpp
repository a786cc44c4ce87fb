// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/metrics.h"

#include <algorithm>

namespace hub {

namespace {

template<typename Families>
auto &family(Families &families, const QByteArray &name, const QByteArray &help)
{
    auto &found = families[name.startsWith("heliograph_") ? name : "heliograph_" + name];
    if (found.help.isEmpty())
        found.help = help;
    return found;
}

void writeHead(QByteArray &out, const QByteArray &name, const QByteArray &help, const char *type)
{
    out += "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

void writeSample(QByteArray &out, const QByteArray &name, const QByteArray &labels, double value)
{
    out += name;
    if (!labels.isEmpty())
        out += '{' + labels + '}';
    out += ' ' + QByteArray::number(value, 'g', 17) + '\n';
}

void writeHistogram(QByteArray &out, const QByteArray &name, const QByteArray &labels,
                    const Histogram &histogram)
{
    const QByteArray before = labels.isEmpty() ? labels : labels + ',';
    qint64 total = 0;
    for (std::size_t i = 0; i < histogram.bounds().size(); ++i) {
        total += histogram.counts()[i];
        writeSample(out, name + "_bucket",
                    before + "le=\"" + QByteArray::number(histogram.bounds()[i]) + '"',
                    static_cast<double>(total));
    }
    writeSample(out, name + "_bucket", before + "le=\"+Inf\"",
                static_cast<double>(histogram.count()));
    writeSample(out, name + "_sum", labels, histogram.sum());
    writeSample(out, name + "_count", labels, static_cast<double>(histogram.count()));
}

} // namespace

Histogram::Histogram(std::vector<double> bounds)
    : m_bounds(std::move(bounds))
    , m_counts(m_bounds.size() + 1)
{ }

void Histogram::observe(std::chrono::duration<double> time, qint64 times)
{
    const double seconds = time.count();
    const auto bucket = std::lower_bound(m_bounds.cbegin(), m_bounds.cend(), seconds);
    m_counts[static_cast<std::size_t>(bucket - m_bounds.cbegin())] += times;
    m_sum += seconds * static_cast<double>(times);
    m_count += times;
}

Counter &Metrics::counter(const QByteArray &name, const QByteArray &help, const QByteArray &labels)
{
    auto &figure = family(m_counters, name, help).figures[labels];
    if (!figure)
        figure = std::make_unique<Counter>();
    return *figure;
}

Gauge &Metrics::gauge(const QByteArray &name, const QByteArray &help, const QByteArray &labels)
{
    auto &figure = family(m_gauges, name, help).figures[labels];
    if (!figure)
        figure = std::make_unique<Gauge>();
    return *figure;
}

Histogram &Metrics::histogram(const QByteArray &name, const QByteArray &help,
                              const QByteArray &labels, std::vector<double> bounds)
{
    auto &figure = family(m_histograms, name, help).figures[labels];
    if (bounds.empty())
        bounds = {0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30};
    if (!figure)
        figure = std::make_unique<Histogram>(std::move(bounds));
    return *figure;
}

QByteArray Metrics::toPrometheus() const
{
    QByteArray out;
    for (const auto &[name, family] : m_counters) {
        writeHead(out, name, family.help, "counter");
        for (const auto &[labels, figure] : family.figures)
            writeSample(out, name, labels, static_cast<double>(figure->value()));
    }
    for (const auto &[name, family] : m_gauges) {
        writeHead(out, name, family.help, "gauge");
        for (const auto &[labels, figure] : family.figures)
            writeSample(out, name, labels, figure->value());
    }
    for (const auto &[name, family] : m_histograms) {
        writeHead(out, name, family.help, "histogram");
        for (const auto &[labels, figure] : family.figures)
            writeHistogram(out, name, labels, *figure);
    }
    return out;
}

} // namespace hub
