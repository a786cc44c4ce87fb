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

/// One webhook exactly as received, and what the hub did with it. It is kept and can be replayed.
struct Delivery
{
    qint64 id = 0; ///< Set by the store.
    QByteArray source; ///< Name of the source: `runpod-completion`, `image-gen`, …
    qint64 receivedMs = 0;
    QByteArray method;
    QByteArray path; ///< Without its query.
    QByteArray headers; ///< As received, `Name: value` lines; secrets are `[redacted]`.
    QByteArray body; ///< Exact bytes. Empty in a list, and when `bodyKept` is false.
    qint64 size = 0; ///< Size of the received body in bytes, kept or not.
    bool bodyKept = true; ///< False when the body was too large.
    /// `accepted`, `rejected` (cannot be read), `refused` (not signed by its sender).
    QByteArray verdict;
    QByteArray reason; ///< Why it was rejected or refused.
    QByteArray explanation{}; ///< Result of the signature check as JSON; empty in a list.
    DedupKey dedupKey{};
    QByteArray externalId; ///< Of its job, to match the delivery when the job is created later.
    QByteArray effect; ///< Set by the store: `applied`, `duplicate`, `unmatched`, `ignored: <why>`,
                       ///< `none`.
    QByteArray jobId; ///< Set by the store: the job it was applied to.
    EventId event; ///< Set by the store: its last event.
    /// Set by the store: owner of its job. The delivery counts in that owner's share.
    QByteArray owner{};
    qint64 replayOf = 0; ///< Id of the delivery that this one repeats; 0 = none.
};

// ── Writes ──
// Each write is atomic, gets its place in the commit order, and is answered after its commit.

/// Creates `job`. The store makes an id when the id is empty. A job with the same id and the same
/// `fingerprint` is returned again.
struct CreateJob
{
    Job job;
    QByteArray fingerprint; ///< Hash of the caller's request.
    Visibility visible; ///< A job outside it is never returned.
};

/// One change published through the API. An unknown job is created and owned by `publisher`.
struct Publish
{
    JobChange change;
    QByteArray idempotencyKey; ///< Empty = none. Scoped to the job; kept for a day.
    QByteArray publisher;
    Visibility visible; ///< A job outside it counts as unknown.
    bool reserved = false; ///< The id is reserved, for a source or for generated ids: an unknown
                           ///< job is refused.
};

/// Several publishes in one commit. Each succeeds or fails by itself. Other writes wait for the
/// whole batch, so keep it small.
struct PublishBatch
{
    std::vector<Publish> items;
};

/// A webhook and the changes that its source made of it. A rejected webhook has no changes and is
/// only stored.
struct Deliver
{
    Delivery delivery;
    std::vector<JobChange> changes;
    /// Whether a change to an unknown job id creates the job. Otherwise the delivery waits as
    /// `unmatched`.
    bool createsJobs = false;
    WebhookReach reach{}; ///< Which jobs it may change.
    QSet<QByteArray> foreignIds{}; ///< Job ids in the changes that the source may not create.
};

/// A notification to a user.
struct Notify
{
    QByteArray user;
    QByteArray data; ///< JSON text.
    QByteArray idempotencyKey; ///< Empty = none. Scoped to user and publisher; kept for a day.
    QByteArray publisher{};
};

/// Revokes one token, or all tokens of a user, before they expire.
struct Revocation
{
    QByteArray tokenId; ///< `jti`. Either this or `subject` is empty.
    QByteArray subject; ///< `sub`.
    /// Wall clock. The tokens have expired by then, so the store may forget it.
    qint64 untilMs = 0;
};

using Write = std::variant<CreateJob, Publish, PublishBatch, Deliver, Notify, Revocation>;

/// The result of one change.
struct Receipt
{
    EventId event; ///< Null when nothing was accepted.
    bool duplicate = false; ///< The change was accepted before; `event` is the earlier event.
    QByteArray ignored; ///< Why the change had no effect (an `Ignored` word); empty when it had one
                        ///< or is a duplicate.
    Error error; ///< Has a code when the change was refused: `illegal_transition`, `job_exists`,
                 ///< `unknown_job`, `external_id_taken`, `reserved_job_id`.
};

/// The answer to a write, after its commit.
struct Written
{
    std::vector<Event> events; ///< Accepted events in id order, to be published now.
    std::vector<Receipt> receipts; ///< One for each requested change; one for CreateJob and Notify,
                                   ///< none for Revocation.
    /// CreateJob: the job after it. Publish: the job without labels and extra.
    std::optional<Job> job;
    bool created = false; ///< CreateJob: the job is new.
    Delivery delivery; ///< Deliver: as stored.
    /// Deliver: the name of the limit that is full for webhooks that wait for their job. Nothing
    /// was stored.
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
    QString text; ///< Substring of id, external id or message.
    QByteArray pageCursor; ///< Opaque, from JobPage::next.
    int limit = 100; ///< 1 to 1 000.
};

struct JobPage
{
    std::vector<Job> jobs; ///< Newest change first.
    EventId asOf; ///< Every event up to this id is included.
    QByteArray next; ///< Empty = no more.
};

struct DeliveryQuery
{
    QByteArray source;
    QByteArray jobId;
    qint64 before = 0; ///< Only ids below; 0 = newest.
    int limit = 100;
};

/// How a stream begins, read at one moment of the history.
struct StreamStart
{
    enum class Resume {
        Live, ///< No cursor was given.
        Replayed, ///< The stream continues after the cursor.
        Gap, ///< Events after the cursor are missing; see GapReason.
        Ended, ///< The job has ended and the cursor is at or after its end.
    };
    /// Evicted: events after the cursor were removed. Unknown: the cursor is malformed or newer
    /// than the history. Epoch: the cursor is from another history.
    enum class GapReason { Evicted, Unknown, Epoch };

    Resume resume = Resume::Live;
    GapReason gapReason = GapReason::Evicted; ///< Only when `resume` is Gap.
    EventId asOf; ///< Every event up to this id is in the snapshot, and none after it.
    EventId resumeAfter; ///< The stream continues with the first event after this id.
    EventId endsFrom; ///< A terminal event before this id ended an earlier attempt and does not end
                      ///< the stream.
    /// Number of matching events from resumeAfter to asOf. Counting stops at 10 000.
    qint64 replayCount = 0;
    /// The subscribed jobs, within SnapshotLimits: running jobs by newest change, then the 200 that
    /// finished last. Null when the stream begins without a snapshot.
    std::shared_ptr<const Snapshot> snapshot;
};

struct EventPage
{
    std::vector<Event> events; ///< Matching, in id order.
    EventId scannedTo; ///< No matching event lies between the last event and this id.
};

struct StoreStatus
{
    bool healthy = true;
    QString problem; ///< Text for operators; empty when healthy.
};

/// Durable history. Every call is made on the hub thread, returns at once, and is answered on the
/// hub thread. After a failed commit, writes are answered `store_unavailable`. The store retries
/// and needs no restart.
///
/// A `lane` names the principal that a call is for (laneOf()). Writes of one lane keep their order,
/// and so do its reads. Lanes are served in turn. A call above the lane's share of the queue is
/// answered `store_busy`. Writes are answered in commit order, once they are on disk. A read
/// answers from one moment of the history. It sees every write that was answered before the call,
/// and may see later ones.
class Store
{
public:
    template<typename T>
    using Answer = std::function<void(Result<T>)>;

    virtual ~Store() = default;

    /// Returns the name of this history.
    virtual QByteArray epoch() const = 0;
    /// Returns the id of the last event when the store was opened.
    virtual EventId openedAt() const = 0;
    /// Returns the revocations in force when the store was opened.
    virtual const std::vector<Revocation> &revocations() const = 0;
    virtual StoreStatus status() const = 0;

    /// Commits `write`. Without a lane, the write uses the lane of its publisher, owner or source.
    virtual void write(Write write, Answer<Written> answer, const QByteArray &lane = {}) = 0;

    virtual void job(const QByteArray &id, Answer<std::optional<Job>> answer,
                     const QByteArray &lane = {}) = 0;
    virtual void jobs(const JobQuery &query, Answer<JobPage> answer,
                      const QByteArray &lane = {}) = 0;
    /// Answers with matching deliveries, newest first, without their bodies.
    virtual void deliveries(const DeliveryQuery &query, Answer<std::vector<Delivery>> answer,
                            const QByteArray &lane = {}) = 0;
    virtual void delivery(qint64 id, Answer<std::optional<Delivery>> answer,
                          const QByteArray &lane = {}) = 0;

    /// Answers how a stream with this subscription begins. `cursor` is the text from the client;
    /// empty = none. `limits` apply to the snapshot.
    virtual void openStream(const Subscription &subscription, const QByteArray &cursor,
                            const SnapshotLimits &limits, Answer<StreamStart> answer,
                            const QByteArray &lane = {}) = 0;
    /// Answers with up to `limit` matching events after `after`. Fails with `history_evicted` when
    /// some of them may have been removed, so a reader never skips a hole.
    virtual void eventsAfter(const Subscription &subscription, EventId after, int limit,
                             Answer<EventPage> answer, const QByteArray &lane = {}) = 0;
};

/// Returns the lane of a caller: the user, or the address on a hub without keys.
inline QByteArray laneOf(const QByteArray &user, const QByteArray &address)
{
    return user.isEmpty() ? "address/" + address : "user/" + user;
}

} // namespace hub
