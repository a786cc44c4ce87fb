// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/checkcommand.h"

#include "app/hub/configreader.h"
#include "app/hub/secretexposure.h"

namespace helio {

CheckCommand::CheckCommand(const Context &context, const CheckOptions &options)
    : Command(context)
    , m_options(options)
{ }

/// Ignores environment variables: the hub may run with other variables than this terminal.
void CheckCommand::start()
{
    app::ConfigOrigin origin;
    origin.file = m_options.file;
    const hub::Result<app::Config> config = app::readConfig(origin);
    if (!config)
        return fail(config.error().message);
    for (const QString &warning : app::exposedSecrets(*config))
        m_context.output->complain(QStringLiteral("warning: ") + warning);
    m_context.output->line("configuration is good");
    emit finished(Done);
}

} // namespace helio
