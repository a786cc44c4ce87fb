// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/output.h"

#include "app/helio/console.h"
#include "hub/base/printable.h"

namespace helio {

namespace {

bool wantsColour(bool isTerminal)
{
    return isTerminal && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
}

const char *sequence(Tone tone)
{
    switch (tone) {
    case Tone::Plain: break;
    case Tone::Good: return "\x1b[32m";
    case Tone::Bad: return "\x1b[31m";
    case Tone::Busy: return "\x1b[36m";
    case Tone::Faint: return "\x1b[2m";
    }
    return nullptr;
}

} // namespace

Output::Output(std::FILE *out, std::FILE *err)
    : m_out(out)
    , m_err(err)
    , m_isTerminal(helio::isTerminal(out).value_or(false))
    , m_mayBeTerminal(helio::isTerminal(out).value_or(true))
    , m_colour(wantsColour(m_isTerminal))
{ }

QByteArray Output::painted(const QByteArray &text, Tone tone) const
{
    const char *begin = m_colour ? sequence(tone) : nullptr;
    return begin ? begin + text + "\x1b[0m" : text;
}

bool Output::line(const QByteArray &text)
{
    const QByteArray whole = text + '\n';
    std::fwrite(whole.constData(), 1, static_cast<size_t>(whole.size()), m_out);
    return std::fflush(m_out) == 0 && std::ferror(m_out) == 0;
}

bool Output::json(const QByteArray &json)
{
    return line(m_mayBeTerminal ? hub::escapedJson(json) : json);
}

void Output::complain(const QString &message)
{
    std::fprintf(m_err, "helio: %s\n", hub::escapedControls(message).toUtf8().constData());
    std::fflush(m_err);
}

int Output::columns() const
{
    return columnsOf(m_out);
}

} // namespace helio
