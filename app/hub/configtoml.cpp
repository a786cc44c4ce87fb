// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/configkeys.h"
#include "app/hub/sources.h"

// Parse errors as values: no exception crosses our layers. Debian's library is built with
// exceptions, so the parser is compiled in here, from its headers.
#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
// toml++ 3.3 asserts of a table header (`[=]`) what it reports as an error right after. With NDEBUG
// it would even let the compiler rely on it.
#define TOML_ASSERT(expr) static_assert(true)
#pragma push_macro("NDEBUG")
#undef NDEBUG
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")

namespace app {

namespace {

QString fromStd(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Walks one document; stops at the first thing that is wrong.
class TomlReader
{
public:
    TomlReader(Config config, QString name) : m_config(std::move(config)), m_name(std::move(name))
    { }

    hub::Result<Config> read(const toml::table &root)
    {
        for (const auto &[key, node] : root) {
            const QString name = fromStd(key.str());
            if (name == QLatin1String("sources"))
                readSources(node);
            else if (name == QLatin1String("hub") || name == QLatin1String("limits"))
                readSection(name, node);
            else
                fail(key.source(), name, QStringLiteral("no such section"));
            if (!m_error.code.isEmpty())
                return m_error;
        }
        return m_config;
    }

private:
    void fail(const toml::source_region &where, const QString &key, const QString &what)
    {
        if (!m_error.code.isEmpty())
            return;
        m_error = {"bad_config", QStringLiteral("%1:%2:%3: %4: %5")
                                     .arg(m_name)
                                     .arg(where.begin.line)
                                     .arg(where.begin.column)
                                     .arg(key, what)};
    }

    std::optional<ConfigValue> valueOf(const toml::node &node)
    {
        if (const auto *number = node.as_integer())
            return ConfigValue(static_cast<qint64>(number->get()));
        if (const auto *text = node.as_string())
            return ConfigValue(fromStd(text->get()));
        const auto *array = node.as_array();
        if (!array)
            return {};
        QStringList list;
        for (const toml::node &element : *array) {
            const auto *text = element.as_string();
            if (!text)
                return {};
            list << fromStd(text->get());
        }
        return ConfigValue(list);
    }

    void readSection(const QString &section, const toml::node &node)
    {
        const toml::table *table = node.as_table();
        if (!table)
            return fail(node.source(), section, QStringLiteral("must be a table"));
        for (const auto &[key, value] : *table)
            readKey(section, fromStd(key.str()), key.source(), value);
    }

    void readKey(const QString &section, const QString &name, const toml::source_region &where,
                 const toml::node &node)
    {
        const QString full = section + QLatin1Char('.') + name;
        for (const ConfigKey &key : configKeys()) {
            if (key.section != section || key.name != name)
                continue;
            const std::optional<ConfigValue> value = valueOf(node);
            if (!value)
                return fail(node.source(), full, QStringLiteral("has a type that no key takes"));
            const hub::Result<void> assigned = assign(key, m_config, *value);
            if (!assigned)
                fail(node.source(), full, assigned.error().message);
            if (full == QLatin1String("hub.listen"))
                checkListen(node);
            return;
        }
        fail(where, full, QStringLiteral("no such key"));
    }

    void checkListen(const toml::node &node)
    {
        for (const QString &text : m_config.listen)
            if (const auto endpoint = parseEndpoint(text); !endpoint)
                fail(node.source(), QStringLiteral("hub.listen"), endpoint.error().message);
    }

    void readSources(const toml::node &node)
    {
        const toml::array *array = node.as_array();
        if (!array)
            return fail(node.source(), QStringLiteral("sources"),
                        QStringLiteral("must be [[sources]] tables"));
        m_config.sources.clear();
        for (const toml::node &element : *array) {
            const toml::table *table = element.as_table();
            if (!table)
                return fail(element.source(), QStringLiteral("sources"),
                            QStringLiteral("must be a table"));
            m_config.sources.push_back(readSource(*table));
        }
    }

    SourceConfig readSource(const toml::table &table)
    {
        SourceConfig source;
        for (const auto &[key, node] : table) {
            const QString name = fromStd(key.str());
            if (name == QLatin1String("name"))
                source.name = text(name, node);
            else if (name == QLatin1String("scheme"))
                source.scheme = text(name, node);
            else if (name == QLatin1String("map") && node.is_table())
                readMap(*node.as_table(), source);
            else
                fail(key.source(), QStringLiteral("sources.") + name,
                     QStringLiteral("no such key, or not a table"));
        }
        if (source.name.isEmpty() || source.scheme.isEmpty())
            fail(table.source(), QStringLiteral("sources"),
                 QStringLiteral("needs name and scheme"));
        else if (const auto made = makeSources({source}); !made)
            fail(table.source(), QStringLiteral("sources"), made.error().message);
        return source;
    }

    void readMap(const toml::table &table, SourceConfig &source)
    {
        for (const auto &[key, node] : table) {
            const QString name = fromStd(key.str());
            if (name != QLatin1String("statuses")) {
                source.map.insert(name, text(QStringLiteral("map.") + name, node));
                continue;
            }
            const toml::table *words = node.as_table();
            if (!words)
                return fail(node.source(), QStringLiteral("sources.map.statuses"),
                            QStringLiteral("must be a table"));
            for (const auto &[theirs, ours] : *words)
                source.statuses.insert(fromStd(theirs.str()),
                                       text(QStringLiteral("map.statuses"), ours));
        }
    }

    QString text(const QString &key, const toml::node &node)
    {
        if (const auto *value = node.as_string())
            return fromStd(value->get());
        fail(node.source(), QStringLiteral("sources.") + key, QStringLiteral("must be a string"));
        return {};
    }

    Config m_config;
    QString m_name;
    hub::Error m_error;
};

} // namespace

hub::Result<Config> readToml(Config config, const QByteArray &text, const QString &name)
{
    const toml::parse_result parsed =
        toml::parse(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    if (!parsed) {
        const toml::parse_error &error = parsed.error();
        return hub::Error{"bad_config", QStringLiteral("%1:%2:%3: %4")
                                            .arg(name)
                                            .arg(error.source().begin.line)
                                            .arg(error.source().begin.column)
                                            .arg(fromStd(error.description()))};
    }
    return TomlReader(std::move(config), name).read(parsed.table());
}

} // namespace app
