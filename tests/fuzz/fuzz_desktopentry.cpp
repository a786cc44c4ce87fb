// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/utf8.h"
#include "tests/fuzz/fuzz.h"
#include "ui/models/desktopentry.h"

namespace {

/// The specification reads a quoted argument back as the argument.
QString unquoted(QString text)
{
    if (!text.startsWith(QLatin1Char('"')))
        return text;
    text = text.mid(1, text.size() - 2);
    QString value; // after the escapes of a value
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('\\'))
            ++i;
        value += text[i];
    }
    QString argument; // after those of an argument
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == QLatin1Char('\\') || value[i] == QLatin1Char('%'))
            ++i;
        argument += value[i];
    }
    return argument;
}

} // namespace

/// Reads the input as a desktop file and as an argument of a command.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArrayView input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    const auto command = ui::desktopEntryValue(input, "Exec");
    FUZZ_CHECK(!command || !command->contains('\n'));
    FUZZ_CHECK(!ui::startsWithDesktop(input) || !command->isEmpty());
    if (size < 60'000) {
        const QByteArray off = input.toByteArray() + "\n[Desktop Entry]\nHidden=true\n";
        FUZZ_CHECK(!ui::startsWithDesktop(off));
        FUZZ_CHECK(ui::desktopEntryValue(off, "Hidden") == "true");
    }
    const QString argument = hub::fromUtf8(input);
    FUZZ_CHECK(unquoted(ui::execArgument(argument)) == argument);
    return 0;
}
