// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/core/snapshot.h"
#include "hub/core/subscription.h"
#include "hub/core/webhookreach.h"
#include "hub/wire/dedupkey.h"
#include "hub/wire/event.h"
#include "hub/wire/jobchange.h"

#include <QSet>

#include <functional>
#include <memory>
#include <variant>
#include <vector>

namespace hub {

/// One inbound webhook exactly as received, with what was made of it. Kept and replayable.
struct Delivery
{
    qint64 id = 0; ///< Given by the store.
    QByteArray source; ///< Name of the source: `runpod-completion`, `image-gen`, …
    qint64 receivedMs = 0;
    QByteArray method;
    QByteArray path; ///< Without its query.
    QByteArray headers; ///< As received, `Name: value` lines; secrets replaced by `[redacted]`.
    QByteArray body; ///< Exact bytes; empty in a list.
    qint64 size = 0; ///< Of the body, in bytes, also of one that was not kept.
    bool bodyKept = true; ///< False when it was too large.
    QByteArray verdict; ///< `accepted`, `rejected` (cannot be read), `refused` (not its sender)
    QByteArray reason; ///< Why it was rejected or refused.
    QByteArray explanation{}; ///< What the signature check found, JSON; empty in a list.
    DedupKey dedupKey{};
    QByteArray externalId; ///< Of the job it is about, to find it again when the job appears later.
    QByteArray effect; ///< Given by the store: `applied`, `duplicate`, `unmatched`, `ignored:
                       ///< <why>`, `none`.
    QByteArray jobId; ///< Given by the store: the job it was applied to.
    EventId event; ///< Given by the store: its (last) event.
    QByteArray owner{}; ///< Given by the store: of the job it is about; counts it in a share.
    qint64 replayOf = 0; ///< The delivery this one repeats.
};

// ── Writes. Each is atomic, gets its place in the commit order, and is answered after the commit.
// ──

/// Creates `job` (id may be empty: one is made). The same id with the same `fingerprint` is
/// answered again.
struct CreateJob
{
    Job job;
    QByteArray fingerprint; ///< Hash of what the caller asked for.
    Visibility visible; ///< A job beyond it is never answered again.
};

/// One change published by API. An unknown job is created, owned by `publisher`.
struct Publish
{
    JobChange change;
    QByteArray idempotencyKey; ///< Empty = none. Scoped to the job; kept for a day.
    QByteArray publisher;
    Visibility visible; ///< A job beyond it is as unknown.
    bool reserved = false; ///< The id is of a source's space: no unknown job is created.
};

/// Several publishes in one commit; each succeeds or fails by itself. Others wait for it, so it
/// should be small.
struct PublishBatch
{
    std::vector<Publish> items;
};

/// A webhook and the changes its source mapped it to (none for a rejected one: it is only kept).
struct Deliver
{
    Delivery delivery;
    std::vector<JobChange> changes;
    bool createsJobs =
        false; ///< Whether a change to an unknown job id creates it; else it waits unmatched.
    WebhookReach reach{}; ///< Which jobs it may change.
    QSet<QByteArray> foreignIds{}; ///< Job ids in it that other callers create, not its source.
};

/// A notification to a user.
struct Notify
{
    QByteArray user;
    QByteArray data; ///< JSON text.
    QByteArray idempotencyKey; ///< Empty = none. Scoped to user and publisher; kept for a day.
    QByteArray publisher{};
};

/// Tokens that are not let in any more, although they are good: one, or all of a user's.
struct Revocation
{
    QByteArray tokenId; ///< `jti`. This or `subject` is empty.
    QByteArray subject; ///< `sub`.
    qint64 untilMs = 0; ///< By then they have expired by themselves, and it may be forgotten.
};

using Write = std::variant<CreateJob, Publish, PublishBatch, Deliver, Notify, Revocation>;

/// What became of one change.
struct Receipt
{
    EventId event; ///< Null when nothing was accepted.
    bool duplicate = false; ///< Was accepted before; `event` is the earlier one.
    QByteArray ignored; ///< Why it changed nothing (`Ignored` words), empty when it did or was a
                        ///< duplicate.
    Error error; ///< With a code when it was refused (`illegal_transition`, `job_exists`,
                 ///< `unknown_job`, `external_id_taken`, `reserved_job_id`).
};

/// The answer to a write, after its commit.
struct Written
{
    std::vector<Event> events; ///< Accepted by it, in id order, to be published now.
    std::vector<Receipt> receipts; ///< One per change asked for; one for CreateJob and Notify,
                                   ///< none for Revocation.
    std::optional<Job> job; ///< CreateJob: the job after it. Publish: without labels and extra.
    bool created = false; ///< CreateJob: it is new.
    Delivery delivery; ///< Deliver: as stored.
    /// Deliver: the limit that left no room for a webhook that has to wait. Nothing was stored.
    QByteArray full;
};

// ── Reads ──

struct JobQuery
{
    std::vector<JobStatus> statuses; ///< Empty = any.
    std::optional<JobKind> kind;
    QByteArray owner;
    Visibility visible;
    QList<std::pair<QString, QString>> labels; ///< All must match.
    QString text; ///< Contained in id, external id or message.
    QByteArray pageCursor; ///< Opaque, from JobPage::next.
    int limit = 100; ///< 1 to 1 000.
};

struct JobPage
{
    std::vector<Job> jobs; ///< Newest change first.
    EventId asOf; ///< Every event up to this id is in it.
    QByteArray next; ///< Empty = no more.
};

struct DeliveryQuery
{
    QByteArray source;
    QByteArray jobId;
    qint64 before = 0; ///< Only ids below; 0 = newest.
    int limit = 100;
};

/// How a stream begins: an answer taken at one moment of the history.
struct StreamStart
{
    enum class Resume {
        Live,
        Replayed,
        Gap,
        Ended,
    };
    enum class GapReason { Evicted, Unknown, Epoch };

    Resume resume = Resume::Live;
    GapReason gapReason = GapReason::Evicted; ///< When resume is Gap.
    EventId asOf; ///< Every event up to this id is in the snapshot, and none after it.
    EventId resumeAfter; ///< The stream goes on with the first event after this id.
    EventId endsFrom; ///< A terminal event before this id ended an earlier attempt, not the stream.
    /// Matching events between resumeAfter and asOf, counted up to a bound of 10 000.
    qint64 replayCount = 0;
    /// The jobs subscribed to: those that run, the newest change first, then the 200 that finished
    /// last, within SnapshotLimits. Null when the stream begins without.
    std::shared_ptr<const Snapshot> snapshot;
};

struct EventPage
{
    std::vector<Event> events; ///< Matching, in id order.
    EventId scannedTo; ///< Nothing that matches lies between the last event and this id.
};

struct StoreStatus
{
    bool healthy = true;
    QString problem; ///< For people, when not healthy.
};

/// Durable history. Every call is from the hub thread, returns at once, and is answered on the hub
/// thread. After a failed commit writes get `store_unavailable`; the store goes on trying, nothing
/// needs a restart.
///
/// A `lane` names the principal that a call is for (laneOf()). Calls of one lane are carried out in
/// their order, writes and reads each; lanes are served in turn. A call above the lane's share of
/// what may wait is answered `store_busy`. Writes are answered in the order of their commits, and
/// only once they are on disk. A read answers from one moment of the history. It sees every write
/// that was answered before the call, and perhaps some whose answers are still on their way.
class Store
{
public:
    template<typename T>
    using Answer = std::function<void(Result<T>)>;

    virtual ~Store() = default;

    /// Name of this history.
    virtual QByteArray epoch() const = 0;
    /// The last accepted id when the store was opened.
    virtual EventId openedAt() const = 0;
    /// Those that were in force when the store was opened.
    virtual const std::vector<Revocation> &revocations() const = 0;
    virtual StoreStatus status() const = 0;

    /// Without a lane, a write goes by its publisher, owner or source.
    virtual void write(Write write, Answer<Written> answer, const QByteArray &lane = {}) = 0;

    virtual void job(const QByteArray &id, Answer<std::optional<Job>> answer,
                     const QByteArray &lane = {}) = 0;
    virtual void jobs(const JobQuery &query, Answer<JobPage> answer,
                      const QByteArray &lane = {}) = 0;
    /// Without their bodies.
    virtual void deliveries(const DeliveryQuery &query, Answer<std::vector<Delivery>> answer,
                            const QByteArray &lane = {}) = 0;
    virtual void delivery(qint64 id, Answer<std::optional<Delivery>> answer,
                          const QByteArray &lane = {}) = 0;

    /// How a stream with this subscription and cursor begins. `cursor` is the text the client sent;
    /// empty = none. A snapshot is bounded by `limits`.
    virtual void openStream(const Subscription &subscription, const QByteArray &cursor,
                            const SnapshotLimits &limits, Answer<StreamStart> answer,
                            const QByteArray &lane = {}) = 0;
    /// Up to `limit` matching events after `after`; fails with `history_evicted` when some of them
    /// may have been removed, so that a reader never skips over a hole.
    virtual void eventsAfter(const Subscription &subscription, EventId after, int limit,
                             Answer<EventPage> answer, const QByteArray &lane = {}) = 0;
};

/// The lane of a caller: the user, or on a hub without keys the address.
inline QByteArray laneOf(const QByteArray &user, const QByteArray &address)
{
    return user.isEmpty() ? "address/" + address : "user/" + user;
}

} // namespace hub
