// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/streamsink.h"
#include "hub/http/httpcontext.h"

#include <memory>

namespace hub {

/// A stream over a bare descriptor (StreamDescriptor).
class DescriptorSink final : public StreamSink
{
public:
    DescriptorSink(std::shared_ptr<HttpContext> context, std::unique_ptr<StreamDescriptor> stream);

    void setOwner(Owner *owner) override;
    void write(std::span<const QByteArray> frames) override;
    qint64 backlog() const override;
    qint64 bytesTaken() const override;
    void close() override;

private:
    std::shared_ptr<HttpContext> m_context; ///< Outlives m_stream.
    std::unique_ptr<StreamDescriptor> m_stream; ///< Null once closed.
    qint64 m_takenWhenClosed = 0;
};

} // namespace hub
