// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/terminal.h"

#include <QByteArrayList>
#include <QSocketNotifier>

#include <cerrno>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace helio {

namespace {

/// Switches to the alternate screen and hides the cursor, and the reverse.
constexpr auto enterScreen = "\x1b[?1049h\x1b[?25l";
constexpr auto leaveScreen = "\x1b[?25h\x1b[?1049l";

void write(const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t n = ::write(STDOUT_FILENO, bytes.constData() + sent,
                                  static_cast<size_t>(bytes.size() - sent));
        if (n < 0 && errno != EINTR)
            return; // The terminal is closed.
        sent += std::max<ssize_t>(n, 0);
    }
}

winsize sizeOf()
{
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
        size = {24, 80, 0, 0};
    return size;
}

} // namespace

bool Terminal::isThere()
{
    return ::isatty(STDIN_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0;
}

class Terminal::Private
{
public:
    Private()
    {
        ::tcgetattr(STDIN_FILENO, &former);
        termios raw = former;
        raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
        // Turn Ctrl-Z off: a suspended process could not restore the screen.
        raw.c_cc[VSUSP] = _POSIX_VDISABLE;
        ::tcsetattr(STDIN_FILENO, TCSANOW, &raw);
        write(enterScreen);
    }

    ~Private()
    {
        write(leaveScreen);
        ::tcsetattr(STDIN_FILENO, TCSANOW, &former);
    }

    termios former{};
    QSocketNotifier keys{STDIN_FILENO, QSocketNotifier::Read};
};

Terminal::Terminal() : m_d(std::make_unique<Private>())
{
    connect(&m_d->keys, &QSocketNotifier::activated, this, &Terminal::read);
}

Terminal::~Terminal() = default;

int Terminal::rows() const
{
    return sizeOf().ws_row;
}

int Terminal::columns() const
{
    return sizeOf().ws_col;
}

void Terminal::show(const QByteArrayList &lines)
{
    QByteArray out = "\x1b[H";
    const qsizetype count = std::min<qsizetype>(lines.size(), rows());
    for (qsizetype i = 0; i < count; ++i)
        out += lines.at(i) + "\x1b[K" + (i + 1 < count ? "\r\n" : "");
    write(out + "\x1b[J");
}

void Terminal::read()
{
    char key = 0;
    const ssize_t n = ::read(STDIN_FILENO, &key, 1);
    if (n == 1)
        emit keyPressed(key);
    else if (n == 0 || (errno != EINTR && errno != EAGAIN)) {
        m_d->keys.setEnabled(false);
        emit closed();
    }
}

} // namespace helio
