// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/config.h"
#include "tests/fuzz/fuzz.h"

#include <cstddef>
#include <cstdint>

using namespace app;

namespace {

void checkError(const hub::Error &error)
{
    FUZZ_CHECK(error.code == "bad_config");
    FUZZ_CHECK(!error.message.isEmpty());
}

/// Accepted values are within the ranges of their keys.
void checkBounds(const Config &config)
{
    FUZZ_CHECK(config.http.headerBytes >= 1024 && config.http.bodyBytes >= 1024);
    FUZZ_CHECK(config.net.connections >= 1 && config.net.connectionsPerAddress >= 1);
    FUZZ_CHECK(config.ring.events >= 16 && config.ring.bytes >= 64 * 1024);
    FUZZ_CHECK(config.heartbeat.count() >= 5 && config.heartbeat.count() <= 60);
    FUZZ_CHECK(config.history.count() > 0 && config.writeDeadline.count() > 0);
    for (const SourceConfig &source : config.sources)
        FUZZ_CHECK(!source.name.isEmpty() && !source.scheme.isEmpty());
}

void checkResult(const hub::Result<Config> &result)
{
    if (!result)
        return checkError(result.error());
    checkBounds(*result);
    if (const hub::Result<void> checked = check(*result); !checked)
        checkError(checked.error());
}

/// Parses lines `NAME=value`; each name gets the common prefix of all variables.
QHash<QString, QString> variablesOf(const QByteArray &text)
{
    QHash<QString, QString> variables;
    for (const QByteArray &line : text.split('\n')) {
        const qsizetype at = line.indexOf('=');
        if (at > 0)
            variables.insert(QStringLiteral("HELIOGRAPH_") + QString::fromUtf8(line.left(at)),
                             QString::fromUtf8(line.mid(at + 1)));
    }
    return variables;
}

} // namespace

/// The first byte selects the parser: after `=` the rest is read as environment variables,
/// otherwise the input is a configuration file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (text.startsWith('=')) {
        checkResult(readEnvironment({}, variablesOf(text.mid(1))));
        return 0;
    }
    const hub::Result<Config> result = readToml({}, text, QStringLiteral("hub.toml"));
    checkResult(result);
    if (!result)
        FUZZ_CHECK(result.error().message.startsWith(QStringLiteral("hub.toml:")));
    return 0;
}
