// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/deflater.h"

#include <list>
#include <memory>
#include <optional>

namespace hub {

class SegmentPacker;

/// A compressed part of a stream.
struct Block
{
    QByteArray bytes;
    PlainSum sum;
    /// The block refers to earlier blocks of this run of its packer; 0 = to none.
    quint64 run = 0;
    int index = 0; ///< Its index in the run.
};

/// The state of one compressed stream: its checksum, and the last shared block that it sent. Hub
/// thread only.
class PackedStream
{
public:
    /// Returns the bytes that append `plain` to this stream.
    QByteArray pack(QByteArrayView plain);
    /// Returns the bytes that append a shared block. Requires follows(block).
    QByteArray pack(const Block &block);
    /// Returns whether the stream has sent every block that this one refers to, and no block after
    /// them.
    bool follows(const Block &block) const;
    /// Returns the bytes that end the gzip member.
    QByteArray end() const { return m_member.end(); }

    /// Compresses `plain` into a block that refers to no other.
    static Block alone(QByteArrayView plain);

private:
    GzipMember m_member;
    bool m_begun = false;
    quint64 m_run = 0;
    int m_next = 0;
};

/// Limits the memory of all packers together. Above the limit, the packer that was not used for
/// longest loses its history.
class PackerPool
{
public:
    /// Memory of one packer: for a feed with one reader, and for a feed with several.
    enum class Size { Single, Shared };

    /// `limit` in bytes.
    explicit PackerPool(qint64 limit = 32 * 1024 * 1024) : m_limit(limit) { }
    ~PackerPool();
    Q_DISABLE_COPY_MOVE(PackerPool)

    qint64 bytes() const { return m_bytes; }

private:
    friend class SegmentPacker;
    void use(SegmentPacker *packer);
    void drop(SegmentPacker *packer);

    const qint64 m_limit;
    qint64 m_bytes = 0;
    std::list<SegmentPacker *> m_used; ///< The most recently used first.
};

/// Compresses the segments of a feed once for all its members. Each block refers to the blocks
/// before it in its run, and a run has `runBlocks` blocks. A member that joins within a
/// run gets blocks that refer to nothing until the next run begins.
class SegmentPacker
{
public:
    static constexpr int runBlocks = 16;

    /// `pool` outlives the packer.
    explicit SegmentPacker(PackerPool &pool) : m_pool(pool) { }
    ~SegmentPacker() { m_pool.drop(this); }
    Q_DISABLE_COPY_MOVE(SegmentPacker)

    /// Returns the next block of the run. Begins a new run when `restart` is set or the run
    /// is full.
    Block next(QByteArrayView plain, PackerPool::Size size, bool restart);
    /// Returns whether the stream could append the next block of this run.
    bool isFollowedBy(const PackedStream &stream) const;

private:
    friend class PackerPool;
    void prepare(PackerPool::Size size);

    PackerPool &m_pool;
    /// Null before the first use, and after the pool dropped it.
    std::unique_ptr<Deflater> m_deflater;
    PackerPool::Size m_size = PackerPool::Size::Single;
    std::list<SegmentPacker *>::iterator m_place; ///< In the pool; valid while there is a deflater.
    quint64 m_run = 0;
    int m_index = 0;
};

} // namespace hub
