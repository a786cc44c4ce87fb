// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sim/simoptions.h"

#include <QCommandLineParser>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

namespace sim {

namespace {

constexpr qint64 maxSecretBytes = 4096;

hub::Error bad(const QString &option, const QString &why)
{
    return {"bad_option", QStringLiteral("--%1: %2").arg(option, why)};
}

void addPercent(QCommandLineParser &parser, const char *name, const char *what, int percent)
{
    parser.addOption({QString::fromLatin1(name), QString::fromLatin1(what),
                      QStringLiteral("percent"), QString::number(percent)});
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        QStringLiteral("Sends simulated jobs to a Heliograph hub over HTTP."));
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("hub"), QStringLiteral("Base URL of the hub."), QStringLiteral("url"),
         QStringLiteral("http://127.0.0.1:4354")},
        {QStringLiteral("rate"), QStringLiteral("Jobs per minute."), QStringLiteral("n"),
         QStringLiteral("40")},
        {QStringLiteral("jobs"), QStringLiteral("Stop after this number of jobs; 0 = never."),
         QStringLiteral("n"), QStringLiteral("0")},
        {QStringLiteral("speed"), QStringLiteral("Speed factor; 2 = twice as fast."),
         QStringLiteral("x"), QStringLiteral("1")},
        {QStringLiteral("seed"),
         QStringLiteral("The same seed gives the same jobs (default: a new seed)."),
         QStringLiteral("n"), QString::number(QRandomGenerator::system()->bounded(1'000'000))},
        {{QStringLiteral("v"), QStringLiteral("verbose")},
         QStringLiteral("Print one line per call.")},
        {QStringLiteral("secret-file"),
         QStringLiteral(
             "Sign the webhooks of a source with the secret in a file. May be repeated."),
         QStringLiteral("source=file")},
    });
    const Mishaps usual;
    addPercent(parser, "failures", "Jobs that fail.", usual.failures);
    addPercent(parser, "duplicates", "Jobs with a webhook that arrives twice.", usual.duplicates);
    addPercent(parser, "late", "Jobs with a webhook that arrives after the end.", usual.late);
    addPercent(parser, "out-of-order", "Jobs with a webhook that overtakes another one.",
               usual.outOfOrder);
    addPercent(parser, "wrong-signatures",
               "Jobs with a webhook whose signature is wrong; needs --secret-file.",
               usual.wrongSignatures);
}

/// Reads the options and keeps the first error.
class Reader
{
public:
    explicit Reader(const QCommandLineParser &parser) : m_parser(parser) { }

    template<typename Number>
    void read(const char *name, Number &into, double least, double most)
    {
        const QString option = QString::fromLatin1(name);
        bool ok = false;
        const double value = m_parser.value(option).toDouble(&ok);
        if (!ok || value < least || value > most)
            return fail(
                bad(option, QStringLiteral("must be a number from %1 to %2").arg(least).arg(most)));
        into = static_cast<Number>(value);
    }

    void readHub(Simulation::Options &options)
    {
        const QString name = QStringLiteral("hub");
        options.hub = QUrl(m_parser.value(name));
        if (!options.hub.isValid() || options.hub.host().isEmpty())
            fail(bad(name, QStringLiteral("must be a URL")));
    }

    void readSecret(const QString &text, Signer::Secrets &secrets)
    {
        const QString name = QStringLiteral("secret-file");
        const qsizetype equals = text.indexOf(QLatin1Char('='));
        if (equals < 1)
            return fail(bad(name, QStringLiteral("must be a source, = and a file")));
        QFile file(text.mid(equals + 1));
        if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
            return fail(bad(name, QStringLiteral("cannot read %1").arg(file.fileName())));
        const QByteArray secret = file.read(maxSecretBytes + 1).trimmed();
        if (secret.isEmpty() || secret.size() > maxSecretBytes)
            return fail(bad(name, QStringLiteral("%1 must hold 1 to %2 bytes")
                                      .arg(file.fileName())
                                      .arg(maxSecretBytes)));
        secrets.insert(text.left(equals), secret);
    }

    const hub::Error &error() const { return m_error; }

private:
    void fail(const hub::Error &error)
    {
        if (m_error.code.isEmpty())
            m_error = error;
    }

    const QCommandLineParser &m_parser;
    hub::Error m_error;
};

} // namespace

hub::Result<Simulation::Options> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(arguments);
    Simulation::Options options;
    Reader reader(parser);
    reader.readHub(options);
    reader.read("rate", options.rate, 0.1, 1e6);
    reader.read("jobs", options.jobs, 0, 1e9);
    reader.read("speed", options.speed, 0.01, 1e6);
    reader.read("seed", options.seed, 0, 4'294'967'295.0);
    reader.read("failures", options.mishaps.failures, 0, 100);
    reader.read("duplicates", options.mishaps.duplicates, 0, 100);
    reader.read("late", options.mishaps.late, 0, 100);
    reader.read("out-of-order", options.mishaps.outOfOrder, 0, 100);
    reader.read("wrong-signatures", options.mishaps.wrongSignatures, 0, 100);
    for (const QString &text : parser.values(QStringLiteral("secret-file")))
        reader.readSecret(text, options.secrets);
    options.verbose = parser.isSet(QStringLiteral("verbose"));
    if (!reader.error().code.isEmpty())
        return reader.error();
    return options;
}

} // namespace sim
