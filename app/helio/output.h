// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <cstdio>

namespace helio {

/// The meaning of a text, shown by its colour.
enum class Tone { Plain, Good, Bad, Busy, Faint };

/// Writes lines to stdout, in colour on a terminal, and error messages to stderr. Each line is
/// flushed.
class Output
{
public:
    /// Uses colour only if `out` is a terminal, TERM is not `dumb` and NO_COLOR is empty or not
    /// set. The files are not owned.
    Output(std::FILE *out, std::FILE *err);

    /// Returns `text` in the colour of `tone`. Returns it unchanged when colour is off.
    QByteArray painted(const QByteArray &text, Tone tone) const;
    /// Writes `text` and a line feed. Returns false if the write failed, for example because the
    /// reader of a pipe has ended (`helio tail | head`).
    bool line(const QByteArray &text);
    /// Writes a line of JSON, like line(). On a terminal, and where that is not known, escapes
    /// control characters in its strings.
    bool json(const QByteArray &json);
    /// Writes `helio: message` to stderr. Control characters are escaped.
    void complain(const QString &message);

    bool isTerminal() const { return m_isTerminal; }
    /// Returns the width of the terminal in columns, or 80 if it is unknown.
    int columns() const;

private:
    std::FILE *m_out;
    std::FILE *m_err;
    bool m_isTerminal;
    bool m_mayBeTerminal;
    bool m_colour;
};

} // namespace helio
