// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/deflater.h"

#include <list>
#include <memory>
#include <optional>

namespace hub {

class SegmentPacker;

/// A piece of a compressed stream.
struct Block
{
    QByteArray bytes;
    PlainSum sum;
    quint64 epoch = 0; ///< It refers to blocks before it in this epoch of its packer; 0 = to none.
    int index = 0; ///< Its place there.
};

/// What one compressed stream has sent: its checksum, and how far it followed the blocks it shares
/// with others. Hub thread only.
class PackedStream
{
public:
    /// The bytes that put `plain` onto this stream alone.
    QByteArray pack(QByteArrayView plain);
    /// The same for a block made for many; only when follows().
    QByteArray pack(const Block &block);
    /// Whether the stream has every block that this one refers to, and nothing behind them.
    bool follows(const Block &block) const;
    /// What ends the stream in order.
    QByteArray end() const { return m_member.end(); }

    static Block alone(QByteArrayView plain);

private:
    GzipMember m_member;
    bool m_begun = false;
    quint64 m_epoch = 0;
    int m_next = 0;
};

/// Bounds what all packers together hold: the one not used for longest loses its history.
class PackerPool
{
public:
    /// The price of one packer for a single reader, and of one for many.
    enum class Size { Single, Shared };

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
    std::list<SegmentPacker *> m_used; ///< The one used last in front.
};

/// Compresses what a feed sends, once for all who follow: each block refers to those before it in
/// its epoch, and after some blocks a new epoch begins. Whoever comes in between gets blocks that
/// refer to nothing until then.
class SegmentPacker
{
public:
    static constexpr int epochBlocks = 16;

    /// `pool` outlives it.
    explicit SegmentPacker(PackerPool &pool) : m_pool(pool) { }
    ~SegmentPacker() { m_pool.drop(this); }
    Q_DISABLE_COPY_MOVE(SegmentPacker)

    /// The next block of the epoch; of a new one when `restart` or the epoch is full.
    Block next(QByteArrayView plain, PackerPool::Size size, bool restart);
    /// Whether the stream would follow the block after those made so far.
    bool isFollowedBy(const PackedStream &stream) const;

private:
    friend class PackerPool;
    void prepare(PackerPool::Size size);

    PackerPool &m_pool;
    std::unique_ptr<Deflater> m_deflater; ///< Null until it is used, and when the pool took it.
    PackerPool::Size m_size = PackerPool::Size::Single;
    std::list<SegmentPacker *>::iterator m_place; ///< In the pool, while there is a deflater.
    quint64 m_epoch = 0;
    int m_index = 0;
};

} // namespace hub
