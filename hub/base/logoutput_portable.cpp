// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/brokenpipes.h"
#include "hub/base/logoutput.h"

#include <QFile>

#include <algorithm>

namespace hub {

namespace {

bool openFor(QFile &file, int descriptor)
{
    return file.open(descriptor, QIODevice::WriteOnly | QIODevice::Unbuffered,
                     QFileDevice::DontCloseHandle);
}

} // namespace

const qsizetype LogOutput::pieceBytes = 4096;

std::thread LogOutput::startThread(std::function<void()> run)
{
    ignoreBrokenPipes();
    return std::thread(std::move(run));
}

void LogOutput::aroundFork(void (*)(), void (*)(), void (*)()) { }

qsizetype LogOutput::write(QByteArrayView piece, const std::atomic<bool> &stops) const
{
    QFile file;
    if (stops || !openFor(file, m_descriptor))
        return -1;
    m_waits = true;
    const qint64 written = file.write(piece.data(), std::min(piece.size(), pieceBytes));
    m_waits = false;
    return written;
}

bool LogOutput::writeAtOnce(QByteArrayView line) const
{
    QFile file;
    if (m_waits.exchange(true))
        return false;
    const bool written =
        openFor(file, m_descriptor) && file.write(line.data(), line.size()) == line.size();
    m_waits = false;
    return written;
}

} // namespace hub
