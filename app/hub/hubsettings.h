// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"
#include "hub/auth/authenticator.h"
#include "hub/base/result.h"
#include "hub/core/hub.h"
#include "hub/http/httpoptions.h"
#include "hub/service/webhooksource.h"
#include "hub/store/storeoptions.h"

#include <QByteArrayList>

namespace app {

/// A configuration in the terms of the objects of a hub. Its files have been read.
struct HubSettings
{
    hub::StoreOptions store;
    hub::Hub::Options hub;
    hub::Authenticator::Options authentication;
    hub::HttpOptions http;
    hub::WebhookSources sources;
    QByteArray publicUrl; ///< See hub::Api::publicUrl.
    QByteArrayList pictureOrigins; ///< See hub::Api::pictureOrigins.
};

/// Makes the settings of a configuration. Reads the files of keys, certificates and secrets, and
/// blocks on the file system. An Error `bad_config` names the configuration key.
hub::Result<HubSettings> settingsOf(const Config &config);

} // namespace app
