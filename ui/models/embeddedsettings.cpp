// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/embeddedsettings.h"

#include <QRegularExpression>
#include <QSettings>
#include <QStringList>

#include <algorithm>

namespace ui {

namespace {

// A new profile does not inherit keys of this group. Two hubs cannot use one folder.
constexpr QLatin1String portKey("hub/port");
constexpr QLatin1String folderKey("hub/folder");
constexpr QLatin1String daysKey("hub/history-days");
constexpr QLatin1String sourcesKey("hub/sources");
constexpr QLatin1String rateKey("simulator/jobs-per-minute");
constexpr QLatin1String speedKey("simulator/speed");
constexpr QLatin1String failuresKey("simulator/failures");
constexpr QLatin1String duplicatesKey("simulator/duplicates");
constexpr QLatin1String lateKey("simulator/late");
constexpr QLatin1String signaturesKey("simulator/wrong-signatures");
constexpr QLatin1String signedWord("signed");

void read(int &value, const QSettings &settings, QLatin1String key, int least, int most)
{
    bool ok = false;
    const int stored = settings.value(key).toInt(&ok);
    if (ok && stored >= least && stored <= most)
        value = stored;
}

void write(QSettings &settings, QLatin1String key, const QVariant &value, const QVariant &usual)
{
    // An INI file has numbers as texts.
    const QVariant stored = settings.value(key, usual);
    if (stored.toString() != value.toString() || stored.toStringList() != value.toStringList())
        settings.setValue(key, value);
}

/// Returns `name scheme`, and `signed` for a source with a secret. No part has a space.
QStringList textOf(const QList<WebhookSource> &sources)
{
    QStringList texts;
    for (const WebhookSource &source : sources) {
        QStringList words{source.name, source.scheme};
        if (source.isSigned)
            words << signedWord;
        texts << words.join(QLatin1Char(' '));
    }
    return texts;
}

} // namespace

bool isSourceName(const QString &name)
{
    static const QRegularExpression allowed(QStringLiteral("\\A[A-Za-z0-9._~:@+=-]{1,128}\\z"));
    return allowed.match(name).hasMatch();
}

const WebhookSource *EmbeddedSettings::find(const QString &name) const
{
    const auto at = std::find_if(sources.begin(), sources.end(),
                                 [&name](const WebhookSource &one) { return one.name == name; });
    return at == sources.end() ? nullptr : &*at;
}

void EmbeddedSettings::put(const WebhookSource &source)
{
    for (WebhookSource &one : sources) {
        if (one.name == source.name) {
            one = source;
            return;
        }
    }
    if (sources.size() < maxSources)
        sources << source;
}

void EmbeddedSettings::remove(const QString &name)
{
    sources.removeIf([&name](const WebhookSource &one) { return one.name == name; });
}

EmbeddedSettings EmbeddedSettings::load(const QSettings &settings)
{
    EmbeddedSettings read;
    ui::read(read.port, settings, portKey, leastPort, mostPort);
    read.folder = settings.value(folderKey).toString();
    int days = static_cast<int>(read.history.count());
    ui::read(days, settings, daysKey, 1, static_cast<int>(mostHistory.count()));
    read.history = std::chrono::days(days);
    for (const QString &text : settings.value(sourcesKey).toStringList().mid(0, maxSources)) {
        const QStringList words = text.split(QLatin1Char(' '));
        if (words.size() >= 2 && words.size() <= 3 && isSourceName(words[0]))
            read.put({words[0], words[1], words.size() == 3});
    }
    SimulatorSettings &simulator = read.simulator;
    ui::read(simulator.jobsPerMinute, settings, rateKey, 1, SimulatorSettings::mostJobsPerMinute);
    ui::read(simulator.speed, settings, speedKey, 1, SimulatorSettings::mostSpeed);
    ui::read(simulator.failures, settings, failuresKey, 0, 100);
    ui::read(simulator.duplicates, settings, duplicatesKey, 0, 100);
    ui::read(simulator.late, settings, lateKey, 0, 100);
    ui::read(simulator.wrongSignatures, settings, signaturesKey, 0, 100);
    return read;
}

void EmbeddedSettings::save(QSettings &settings) const
{
    const EmbeddedSettings usual;
    write(settings, portKey, port, usual.port);
    write(settings, folderKey, folder, usual.folder);
    write(settings, daysKey, static_cast<int>(history.count()),
          static_cast<int>(usual.history.count()));
    write(settings, sourcesKey, textOf(sources), QStringList());
    const SimulatorSettings &standard = usual.simulator;
    write(settings, rateKey, simulator.jobsPerMinute, standard.jobsPerMinute);
    write(settings, speedKey, simulator.speed, standard.speed);
    write(settings, failuresKey, simulator.failures, standard.failures);
    write(settings, duplicatesKey, simulator.duplicates, standard.duplicates);
    write(settings, lateKey, simulator.late, standard.late);
    write(settings, signaturesKey, simulator.wrongSignatures, standard.wrongSignatures);
}

} // namespace ui
