// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/error.h"

#include <QCommandLineParser>

#include <optional>

namespace helio {

inline hub::Error wrong(const QString &message)
{
    return {"usage", message};
}

inline QString text(const char *ascii)
{
    return QString::fromLatin1(ascii);
}

/// A parser for options that take a value, those that do not, and `--json`; `words` are without the
/// program's name.
class Words
{
public:
    Words(const QStringList &words, const std::initializer_list<const char *> &valueOptions,
          const std::initializer_list<const char *> &switches = {})
    {
        for (const char *name : switches)
            m_parser.addOption(QCommandLineOption(text(name)));
        m_parser.addOption(QCommandLineOption(text("json")));
        for (const char *name : valueOptions)
            m_parser.addOption(QCommandLineOption(text(name), {}, text("value")));
        m_ok = m_parser.parse(QStringList{text("helio")} + words);
    }

    /// Nullopt when all is well.
    std::optional<hub::Error> error(int least, int most) const
    {
        if (!m_ok)
            return wrong(m_parser.errorText());
        const QStringList names = m_parser.positionalArguments();
        if (names.size() < least)
            return wrong(text("something is missing"));
        if (names.size() > most)
            return wrong(text("what is \"%1\"?").arg(names.at(most)));
        return {};
    }
    QStringList all() const { return m_parser.positionalArguments(); }
    QString word(int number) const { return m_parser.positionalArguments().value(number); }
    bool has(const char *name) const { return m_parser.isSet(text(name)); }
    QString value(const char *name) const { return m_parser.value(text(name)); }
    QByteArray utf8(const char *name) const { return value(name).toUtf8(); }

private:
    QCommandLineParser m_parser;
    bool m_ok = false;
};

} // namespace helio
