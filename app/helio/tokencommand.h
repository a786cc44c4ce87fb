// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/helio/command.h"
#include "app/helio/tokenoptions.h"

namespace helio {

/// Implements `helio token`: signs a JSON Web Token and prints it. Contacts no hub.
class TokenCommand : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokenCommand)

public:
    TokenCommand(const Context &context, const TokenOptions &options);

    void start() override;

private:
    hub::Result<hub::TokenWriter> writer() const;
    hub::Result<hub::TokenWriter> devWriter() const;
    hub::Result<QByteArray> token() const;

    TokenOptions m_options;
};

} // namespace helio
