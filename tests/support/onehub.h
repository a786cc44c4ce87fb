// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/httpcall.h"
#include "tests/support/hubrunner.h"

#include <memory>

namespace test {

/// A base of test classes whose functions have a hub each. `init()` of the test class creates the
/// hub and `cleanup()` deletes it.
class OneHub
{
protected:
    HttpAnswer call(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                    const HttpHeaders &headers = {}) const
    {
        return httpCall(m_hub->url(), method, path, body, headers);
    }

    std::unique_ptr<HubRunner> m_hub;
};

} // namespace test
