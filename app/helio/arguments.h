// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/error.h"

#include <QCommandLineParser>

#include <optional>

namespace helio {

/// Returns a `usage` error.
inline hub::Error wrong(const QString &message)
{
    return {"usage", message};
}

inline QString text(const char *ascii)
{
    return QString::fromLatin1(ascii);
}

/// The parsed words of a command line. Knows options with a value, switches without a value, and
/// the switch `--json`. The words do not contain the program name.
class Arguments
{
public:
    Arguments(const QStringList &words, const std::initializer_list<const char *> &valueOptions,
              const std::initializer_list<const char *> &switches = {})
    {
        for (const char *name : switches)
            m_parser.addOption(QCommandLineOption(text(name)));
        m_parser.addOption(QCommandLineOption(text("json")));
        for (const char *name : valueOptions)
            m_parser.addOption(QCommandLineOption(text(name), {}, text("value")));
        m_ok = m_parser.parse(QStringList{text("helio")} + words);
    }

    /// Returns an error for an unknown option, or if there are fewer than `least` or more than
    /// `most` words that are not options. Returns nullopt if the words are valid.
    std::optional<hub::Error> error(int least, int most) const
    {
        if (!m_ok)
            return wrong(m_parser.errorText());
        const QStringList names = m_parser.positionalArguments();
        if (names.size() < least)
            return wrong(text("an argument is missing"));
        if (names.size() > most)
            return wrong(text("unexpected argument \"%1\"").arg(names.at(most)));
        return {};
    }
    /// Returns the words that are not options.
    QStringList all() const { return m_parser.positionalArguments(); }
    /// Returns one of these words, counted from 0, or an empty string if there are fewer.
    QString word(int number) const { return m_parser.positionalArguments().value(number); }
    bool has(const char *name) const { return m_parser.isSet(text(name)); }
    QString value(const char *name) const { return m_parser.value(text(name)); }
    QByteArray utf8(const char *name) const { return value(name).toUtf8(); }

private:
    QCommandLineParser m_parser;
    bool m_ok = false;
};

} // namespace helio
