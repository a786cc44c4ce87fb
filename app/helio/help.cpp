// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/help.h"

#include "hub/base/utf8.h"

#include <QHash>

namespace helio {

namespace {

const char *const general = R"(Usage: helio [--hub URL] COMMAND [OPTIONS]

Shows and publishes jobs of a Heliograph hub, and helps to operate it. Commands:
  tail [JOB]        print events of one job, or of all jobs, as they happen
  publish JOB TYPE  publish an event of a job
  wait JOB          wait until a job ends
  jobs              list jobs
  callback JOB      print the webhook URL of a job for RunPod
  token             create an access token for a hub
  top               show the connections and rates of the hub, live
  doctor [URL]      check that a hub can be reached and streams correctly
  replay [ID...]    process received webhooks (deliveries) again
  check FILE        check a configuration file of heliographd
Options:
  --hub URL         the hub (default: $HELIOGRAPH_URL or http://127.0.0.1:4354)
  --token-file FILE file with an access token (default: $HELIOGRAPH_TOKEN_FILE;
                    without both, $HELIOGRAPH_TOKEN is the token itself)
  --ca-file FILE    also trust these PEM certificates (or $HELIOGRAPH_CA_FILE)
  -h, --help        print this help; after a command, its help   -v, --version
Exit codes:
  0 done   1 wrong usage, no connection, refused by the hub   130 interrupted
  wait also: 2 job failed, timed out or lost   3 job cancelled   124 timeout
Output is coloured on a terminal only, and never when NO_COLOR is set.
)";

const char *const tail =
    R"(Usage: helio tail [JOB] [OPTIONS]

Prints events as they happen, one line each, of one job or of all jobs. After a
restart of the hub it reconnects without missing an event. Prints a line where
events are missing. With JOB, it ends when the job ends.

Options:
  --types LIST    only these event types, comma-separated: queued processing
                  progress log completed failed cancelled timed_out lost
  --filter FILTER only matching events, such as 'level>=warning -job:test';
                  filters.md in the documents has the language
  --since WHEN    begin in the past: after an event id, a duration ago (500ms
                  30s 10m 2h 7d), or "all" for every event the hub still has
  --json          one JSON object per line: id, time, type, job_id, data; a gap
                  has type hub.gap, JOB's state at the start hub.snapshot
  --hub URL       the hub (default: $HELIOGRAPH_URL or http://127.0.0.1:4354)

Exit codes:
  0 the job ended, or the reader of the output closed it
  1 wrong usage, hub not reachable at the start, refused, or stopped by the hub
  130 interrupted
)";

const char *const publish = R"(Usage: helio publish JOB TYPE [OPTIONS]

Publishes an event of a job, and creates the job if it does not exist.
TYPE: queued processing progress log completed failed cancelled timed_out lost

Options:
  --progress N            percent, 0 to 100
  --message TEXT          what the job is doing; for TYPE log, the log line
  --level LEVEL           level of a log line: debug info warning error
  --result JSON           result of the job
  --error TEXT            error of the job: text, or a JSON object
  --data JSON             any other data, passed on unchanged
  --idempotency-key KEY   a repeated call with this key publishes nothing new
  --create KIND           create the job first, with this kind: generic
                          restore execution image
  --json                  print the hub's answer as JSON
  --hub URL               the hub (default: $HELIOGRAPH_URL or
                          http://127.0.0.1:4354)

Exit codes:
  0 accepted, duplicate or ignored   130 interrupted
  1 wrong usage, hub not reachable, refused (the job has ended, ...)
)";

const char *const wait = R"(Usage: helio wait JOB [--timeout TIME] [--json]

Waits until the job ends and prints its last event. Returns at once if the job
has already ended. If the job runs again after an end, waits for the end of that
attempt. The job need not exist yet. Reconnects after a restart of the hub.

Options:
  --timeout TIME   give up after this time: 500ms 30s 10m 2h 7d (default: never)
  --json           print the last event as JSON: id, time, type, job_id, data
  --hub URL        the hub (default: $HELIOGRAPH_URL or http://127.0.0.1:4354)

Exit codes:
  0    completed
  1    wrong usage, hub not reachable at the start, stopped by the hub
  2    failed, timed out or lost
  3    cancelled
  124  the timeout expired
  130  interrupted
)";

const char *const jobs =
    R"(Usage: helio jobs [OPTIONS]

Lists jobs, the last changed job first.

Options:
  --status LIST   only jobs in these states, comma-separated: queued processing
                  completed failed cancelled timed_out lost
  --kind KIND     only jobs of this kind: generic restore execution image
  --filter FILTER only matching jobs, such as 'state:failed age:<1h -owner:ann';
                  filters.md in the documents has the language
  --limit N       at most N jobs, 1 to 100000 (default 100)
  --json          one JSON object per line: the job as the hub describes it
  --hub URL       the hub (default: $HELIOGRAPH_URL or http://127.0.0.1:4354)

Exit codes:
  0 done   1 wrong usage, hub not reachable, refused   130 interrupted
)";

const char *const callback = R"(Usage: helio callback JOB [--source NAME] [--restore-id ID] [--json]

Prints the URL to give RunPod as "webhook" with a job. A webhook to this URL can
change only JOB, and only its current attempt if that has a restore_id. Keep the
URL secret.

Options:
  --source NAME     the source that receives the webhook; it needs the scheme
                    runpod and a secrets_file (default: runpod-completion)
  --restore-id ID   id of the attempt (default: that of the current attempt)
  --json            print the hub's answer as JSON
  --hub URL         the hub (default: $HELIOGRAPH_URL or http://127.0.0.1:4354)

Exit codes:
  0 done   1 wrong usage, hub not reachable, refused   130 interrupted
)";

const char *const token = R"(Usage: helio token --key FILE|--secret-file FILE|--dev FOLDER [OPTIONS]

Creates a JSON Web Token and prints it. Does not contact a hub.

Options:
  --key FILE           sign with this private key: RSA, EC P-256 or Ed25519, PEM
  --secret-file FILE   sign with this secret (HS256), at least 32 bytes
  --dev FOLDER         sign with a key pair in FOLDER, created if missing, and
                       print the settings that the hub needs to stderr
  --sub USER           user of the token (default with --dev: dev)
  --scope WORDS        read publish notify admin (default: read; with --dev:
                       read publish admin, or read publish if --job is given).
                       notify: to notify other users
  --job PATTERN        allow only this job, or all jobs whose id begins with
                       the text before a star; may be repeated (default: all
                       jobs of the user). Not with the scope admin
  --expires TIME       lifetime of the token: 30s 10m 2h 7d (default: 1h)
  --alg ALG            HS256 RS256 PS256 ES256 EdDSA (default: set by the key)
  --aud TEXT, --iss TEXT, --kid TEXT   audience, issuer, id of the key

Exit codes:
  0 done   1 wrong usage, or a file that cannot be read or written
)";

const char *const top = R"(Usage: helio top [--once] [--json]

Shows the connections of the hub, the one furthest behind first, and the hub's
rates. Updates every second; press q to quit. Without a terminal, prints once.

Options:
  --once      print once
  --json      print once, one JSON object per line: the connections as the hub
              describes them
  --hub URL   the hub (default: $HELIOGRAPH_URL or http://127.0.0.1:4354)

Exit codes:
  0 done   1 wrong usage, hub not reachable, refused   130 interrupted
)";

const char *const doctor = R"(Usage: helio doctor [URL] [OPTIONS]

Checks a hub from this machine: name, connection, certificate, host, token,
stream, clock, buffering by proxies, heartbeats, resuming by Last-Event-ID, and
a test webhook. Takes about 15 s. Creates one job, named heliograph-doctor-...,
and ends it.

Options:
  --source NAME        source that receives the test webhook (default: generic);
                       it must accept job_id and status
  --secret-file FILE   sign the test webhook with this Standard Webhooks secret;
                       also checks that a wrong signature is refused
  --ca-file FILE       also trust the certificates in this PEM file
  --token-file FILE    access token; the scope publish allows the most checks
  --json               one JSON object: hub, healthy, findings with check,
                       verdict (good, note, fault), text, advice
  --hub URL            same as URL

Exit codes:
  0 no fault found   1 a fault was found, or wrong usage   130 interrupted
)";

const char *const replay = R"(Usage: helio replay ID...
       helio replay [--source NAME] [--job JOB] [--since TIME] [--limit N]

Makes the hub process received webhooks (deliveries) again, for example after a
change of a source's mapping. A webhook that already had its effect changes
nothing. Ids are replayed in the given order, a selection with the oldest first.

Options:
  --source NAME   only webhooks of this source
  --job JOB       only webhooks about this job
  --since TIME    only webhooks received in the last 500ms 30s 10m 2h 7d
  --limit N       at most the N newest of these, 1 to 10000 (default 100)
  --dry-run       only list the webhooks
  --json          one JSON object per line: delivery, outcome
  --hub URL       the hub (default: $HELIOGRAPH_URL or http://127.0.0.1:4354)

Exit codes:
  0 done   1 wrong usage, hub not reachable, one was refused   130 interrupted
)";

const char *const check = R"(Usage: helio check FILE

Checks a configuration file of heliographd. Ignores environment variables and
command-line options of heliographd. Errors name the line and the column.

Exit codes:
  0 the file is valid   1 the file is not valid, or cannot be read
)";

} // namespace

QString helpText(const QString &command)
{
    static const QHash<QString, const char *> texts{
        {QString(), general},
        {QStringLiteral("tail"), tail},
        {QStringLiteral("publish"), publish},
        {QStringLiteral("wait"), wait},
        {QStringLiteral("jobs"), jobs},
        {QStringLiteral("callback"), callback},
        {QStringLiteral("top"), top},
        {QStringLiteral("doctor"), doctor},
        {QStringLiteral("replay"), replay},
        {QStringLiteral("check"), check},
        {QStringLiteral("token"), token},
    };
    return hub::fromUtf8(texts.value(command));
}

QString versionText()
{
    return QStringLiteral("helio %1 (Heliograph), built with Qt %2, running on Qt %3\n")
        .arg(QStringLiteral(HELIOGRAPH_VERSION), QStringLiteral(QT_VERSION_STR),
             QString::fromLatin1(qVersion()));
}

} // namespace helio
