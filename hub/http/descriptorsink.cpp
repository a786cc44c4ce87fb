// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/descriptorsink.h"

namespace hub {

DescriptorSink::DescriptorSink(std::shared_ptr<HttpContext> context,
                               std::unique_ptr<StreamDescriptor> stream)
    : m_context(std::move(context))
    , m_stream(std::move(stream))
{ }

void DescriptorSink::setOwner(Owner *owner)
{
    if (m_stream)
        m_stream->setOwner(owner);
}

void DescriptorSink::write(std::span<const QByteArray> frames)
{
    if (m_stream)
        m_stream->write(frames);
}

qint64 DescriptorSink::backlog() const
{
    return m_stream ? m_stream->backlog() : 0;
}

qint64 DescriptorSink::bytesTaken() const
{
    return m_stream ? m_stream->bytesTaken() : m_takenWhenClosed;
}

void DescriptorSink::close()
{
    if (!m_stream)
        return;
    m_takenWhenClosed = m_stream->bytesTaken();
    StreamDescriptor::close(std::move(m_stream));
}

} // namespace hub
