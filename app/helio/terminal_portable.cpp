// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/terminal.h"

#include <QByteArrayList>

namespace helio {

class Terminal::Private
{ };

bool Terminal::isThere()
{
    return false;
}

// isThere() is false, so nobody creates a Terminal.
Terminal::Terminal() = default;

Terminal::~Terminal() = default;

int Terminal::rows() const
{
    return 24;
}

int Terminal::columns() const
{
    return 80;
}

void Terminal::show(const QByteArrayList &) { }

void Terminal::read() { }

} // namespace helio
