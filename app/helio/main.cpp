// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/commandline.h"
#include "hub/base/brokenpipes.h"
#include "hub/base/log.h"
#include "hub/base/standardfiles.h"
#include "hub/base/utf8.h"
#include "hub/crypto/cryptoexit.h"
#include "hub/loop/posixsignals.h"
#include "ui/client/hubnetwork.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdlib>
#include <optional>

namespace {

/// Ends the process at once. Most commands have nothing to clean up, and printed lines are already
/// flushed.
void interrupted(int)
{
    std::_Exit(130);
}

/// Used instead of QCoreApplication::arguments(), which drops a U+FEFF at the start of a word.
QStringList wordsOf(int argc, char **argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words << hub::fromUtf8(argv[i]);
    return words;
}

} // namespace

int main(int argc, char **argv)
{
    hub::openStandardFiles();
    hub::keepCryptoAtExit();
    QCoreApplication application(argc, argv);
    std::signal(SIGINT, interrupted);
    hub::ignoreBrokenPipes();
    hub::installLogFormat(hub::LogFormat::Text);
    QLoggingCategory::setFilterRules(
        QStringLiteral("heliograph.*.debug=false\nheliograph.*.info=false"));

    helio::Output output(stdout, stderr);
    ui::HubNetwork network;
    const helio::Launch launch = helio::launch(wordsOf(argc, argv), &network, &output);
    if (!launch.command)
        return launch.exitCode;
    // Queued, because a command may finish before the event loop runs.
    QObject::connect(launch.command.get(), &helio::Command::finished, &application,
                     &QCoreApplication::exit, Qt::QueuedConnection);
    std::optional<hub::PosixSignals> posix;
    if (launch.command->wantsInterrupts()) {
        posix.emplace();
        QObject::connect(&*posix, &hub::PosixSignals::terminateRequested, launch.command.get(),
                         &helio::Command::interrupt);
    }
    launch.command->start();
    return application.exec();
}
