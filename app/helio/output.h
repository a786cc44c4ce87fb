// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <cstdio>

namespace helio {

enum class Tone { Plain, Good, Bad, Busy, Faint };

/// Lines to stdout, each flushed, in colour when a person watches; complaints to stderr.
class Output
{
public:
    /// Colour only when `out` is a terminal that can, and NO_COLOR is not set. Neither file is
    /// owned.
    Output(std::FILE *out, std::FILE *err);

    /// `text` in the colour of `tone`; no escape sequences when colour is off.
    QByteArray painted(const QByteArray &text, Tone tone) const;
    /// False once nobody reads any more (`helio tail | head`).
    bool line(const QByteArray &text);
    /// A line of JSON. For a terminal, control characters in its strings are escaped.
    bool json(const QByteArray &json);
    /// `helio: message`
    void complain(const QString &message);

    bool isTerminal() const { return m_isTerminal; }
    /// Columns of the terminal; 80 when it does not say.
    int columns() const;

private:
    std::FILE *m_out;
    std::FILE *m_err;
    bool m_isTerminal;
    bool m_colour;
};

} // namespace helio
