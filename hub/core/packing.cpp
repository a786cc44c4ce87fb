// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/packing.h"

namespace hub {

namespace {

struct Price
{
    int windowBits;
    int memoryLevel;
    qint64 bytes() const { return Deflater::bytes(windowBits, memoryLevel); }
};

/// Returns the zlib parameters. Single has 4 KiB of history, about one run of small events. For
/// one reader, the better ratio of Shared is not worth eight times the memory.
Price priceOf(PackerPool::Size size)
{
    return size == PackerPool::Size::Single ? Price{12, 5} : Price{15, 8};
}

} // namespace

Block PackedStream::alone(QByteArrayView plain)
{
    static thread_local Deflater deflater(15, 8); // for all blocks that refer to no other
    deflater.reset();
    return {deflater.block(plain), PlainSum::of(plain), 0, 0};
}

QByteArray PackedStream::pack(QByteArrayView plain)
{
    return pack(alone(plain));
}

QByteArray PackedStream::pack(const Block &block)
{
    m_member.add(block.sum);
    m_run = block.run;
    m_next = block.index + 1;
    return std::exchange(m_begun, true) ? block.bytes : GzipMember::header() + block.bytes;
}

bool PackedStream::follows(const Block &block) const
{
    return block.run == 0 || block.index == 0 || (block.run == m_run && block.index == m_next);
}

PackerPool::~PackerPool() = default;

void PackerPool::use(SegmentPacker *packer)
{
    m_used.splice(m_used.begin(), m_used, packer->m_place);
    while (m_bytes > m_limit && m_used.size() > 1)
        drop(m_used.back());
}

void PackerPool::drop(SegmentPacker *packer)
{
    if (!packer->m_deflater)
        return;
    packer->m_deflater.reset();
    m_bytes -= priceOf(packer->m_size).bytes();
    m_used.erase(packer->m_place);
}

void SegmentPacker::prepare(PackerPool::Size size)
{
    if (m_deflater && m_size != size)
        m_pool.drop(this);
    if (!m_deflater) {
        m_size = size;
        m_deflater =
            std::make_unique<Deflater>(priceOf(size).windowBits, priceOf(size).memoryLevel);
        m_pool.m_bytes += priceOf(size).bytes();
        m_place = m_pool.m_used.insert(m_pool.m_used.begin(), this);
        m_index = runBlocks;
    }
    m_pool.use(this);
}

bool SegmentPacker::isFollowedBy(const PackedStream &stream) const
{
    return stream.follows(Block{{}, {}, m_run, m_index});
}

Block SegmentPacker::next(QByteArrayView plain, PackerPool::Size size, bool restart)
{
    prepare(size);
    if (restart || m_index == runBlocks) {
        m_deflater->reset();
        ++m_run;
        m_index = 0;
    }
    return {m_deflater->block(plain), PlainSum::of(plain), m_run, m_index++};
}

} // namespace hub
