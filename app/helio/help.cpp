// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/help.h"

#include "hub/base/utf8.h"

#include <QHash>

namespace helio {

namespace {

const char *const general = R"(Usage: helio [--hub URL] COMMAND [OPTIONS]

Watches and feeds the jobs of a Heliograph hub, and looks after it. Commands:
  tail [JOB]        print events as they happen, of one job or of all
  publish JOB TYPE  tell the hub what happened to a job
  wait JOB          wait until a job ends
  jobs              list jobs
  callback JOB      the URL to give RunPod with a job
  token             make a token for a hub that asks for one
  top               who is connected to the hub, and its rates, live
  doctor [URL]      find out whether a hub is reached and streams as it should
  replay [ID...]    let the hub take webhooks again that it received
  check FILE        check a configuration file of heliographd
Options:
  --hub URL         the hub; else $HELIOGRAPH_URL, else http://127.0.0.1:4354
  --token-file FILE holds a token for the hub; else $HELIOGRAPH_TOKEN_FILE names
                    the file, or $HELIOGRAPH_TOKEN is the token
  --ca-file FILE    PEM certificates to trust as well; else $HELIOGRAPH_CA_FILE
  -h, --help        this text; with a command, the command's   -v, --version
Exit codes:
  0 done   1 wrong usage, no connection, refused by the hub   130 interrupted
  wait also: 2 job failed, timed out or lost   3 job cancelled   124 timeout
Colour only on a terminal, and never when NO_COLOR is set.
)";

const char *const tail = R"(Usage: helio tail [JOB] [--types LIST] [--since WHEN] [--json]

Prints events as they happen, one line each, of one job or of all. Survives a
restart of the hub without missing an event; a gap in history is shown as one.
With JOB it ends with the job.

Options:
  --types LIST    only these, comma-separated: queued processing progress log
                  completed failed cancelled timed_out lost
  --since WHEN    begin in the past: after an event id, a duration ago (500ms
                  30s 10m 2h 7d), or with "all" that the hub remembers
  --json          one JSON object a line: id, time, type, job_id, data; a gap
                  has type hub.gap, JOB's state at the start hub.snapshot
  --hub URL       the hub; else $HELIOGRAPH_URL, else http://127.0.0.1:4354

Exit codes:
  0 the job ended, or nobody reads the output any more
  1 wrong usage, hub not reachable at the start, refused, or stopped by the hub
  130 interrupted
)";

const char *const publish = R"(Usage: helio publish JOB TYPE [OPTIONS]

Tells the hub what happened to a job. TYPE: queued processing progress log
completed failed cancelled timed_out lost. A job that does not exist is made.

Options:
  --progress N            percent, 0 to 100
  --message TEXT          what it is doing; the line itself for TYPE log
  --level LEVEL           of a log line: debug info warning error
  --result JSON           what came out of it
  --error TEXT            what went wrong: text, or a JSON object
  --data JSON             anything, carried as it is
  --idempotency-key KEY   makes a repetition harmless
  --create KIND           make the job first, with this kind: generic restore
                          execution image
  --json                  print the hub's answer as JSON
  --hub URL               the hub; else $HELIOGRAPH_URL, else
                          http://127.0.0.1:4354

Exit codes:
  0 accepted, or known before   130 interrupted
  1 wrong usage, hub not reachable, refused (the job has ended, ...)
)";

const char *const wait = R"(Usage: helio wait JOB [--timeout TIME] [--json]

Waits until the job has ended and prints how; at once if it has ended already.
When it runs again after an end, that is until this attempt has ended.
The job need not exist yet. Survives a restart of the hub.

Options:
  --timeout TIME   give up after: 500ms 30s 10m 2h 7d (default: never)
  --json           print the last event as JSON: id, time, type, job_id, data
  --hub URL        the hub; else $HELIOGRAPH_URL, else http://127.0.0.1:4354

Exit codes:
  0    completed
  1    wrong usage, hub not reachable at the start, stopped by the hub
  2    failed, timed out or lost
  3    cancelled
  124  the time of --timeout is over
  130  interrupted
)";

const char *const jobs = R"(Usage: helio jobs [--status LIST] [--kind KIND] [--limit N] [--json]

Lists jobs, the last changed first.

Options:
  --status LIST   only these, comma-separated: queued processing completed
                  failed cancelled timed_out lost
  --kind KIND     only this: generic restore execution image
  --limit N       at most N, 1 to 100000 (default 100)
  --json          one JSON object a line: the job as the hub describes it
  --hub URL       the hub; else $HELIOGRAPH_URL, else http://127.0.0.1:4354

Exit codes:
  0 done   1 wrong usage, hub not reachable, refused   130 interrupted
)";

const char *const callback = R"(Usage: helio callback JOB [--source NAME] [--restore-id ID] [--json]

Prints the URL to give RunPod as "webhook" with a job. Its webhook then speaks
for the attempt that JOB is in and for no other. The URL is a secret.

Options:
  --source NAME     where the webhook comes in (default: runpod-completion); a
                    source of scheme runpod, with secrets_file
  --restore-id ID   for this attempt of JOB
  --json            print the hub's answer as JSON
  --hub URL         the hub; else $HELIOGRAPH_URL, else http://127.0.0.1:4354

Exit codes:
  0 done   1 wrong usage, hub not reachable, refused   130 interrupted
)";

const char *const token = R"(Usage: helio token --key FILE|--secret-file FILE|--dev FOLDER [OPTIONS]

Makes a JSON Web Token and prints it. Asks no hub.

Options:
  --key FILE           sign with this private key: RSA, EC P-256 or Ed25519, PEM
  --secret-file FILE   sign with this secret (HS256), at least 32 bytes
  --dev FOLDER         sign with a key pair in FOLDER, made if need be, and say
                       on stderr what to write into the hub's configuration
  --sub USER           whose token it is (with --dev: dev)
  --scope WORDS        what it permits: read publish notify admin (default:
                       read; with --dev: all). notify: to notify other users
  --job PATTERN        only this job, or with a star at the end those that begin
                       so; may be repeated (default: all of the user's). Not
                       with the scope admin
  --expires TIME       how long it is good: 30s 10m 2h 7d (default: 1h)
  --alg ALG            HS256 RS256 PS256 ES256 EdDSA (default: by the key)
  --aud TEXT, --iss TEXT, --kid TEXT   audience, issuer, name of the key

Exit codes:
  0 done   1 wrong usage, or a file that cannot be read or written
)";

const char *const top = R"(Usage: helio top [--once] [--json]

Shows who is connected to the hub, those furthest behind first, and the hub's
rates, each second; q ends it. Without a terminal it looks once.

Options:
  --once      look once
  --json      look once, one JSON object a line: the connections as the hub
              describes them
  --hub URL   the hub; else $HELIOGRAPH_URL, else http://127.0.0.1:4354

Exit codes:
  0 done   1 wrong usage, hub not reachable, refused   130 interrupted
)";

const char *const doctor = R"(Usage: helio doctor [URL] [OPTIONS]

Looks at a hub from here: name, connection, certificate, host, token, stream,
clock, whether a proxy holds events back, heartbeats, resuming by Last-Event-ID,
and a test webhook on its way to a stream. Takes about 15 s. Makes one job,
named heliograph-doctor-..., and ends it.

Options:
  --source NAME        where the test webhook goes (default: generic); a source
                       that takes job_id and status
  --secret-file FILE   sign it with this, as Standard Webhooks do; one that is
                       signed wrong must then be refused
  --ca-file FILE       also trust the certificates in this PEM file
  --token-file FILE    an access token; scope publish shows most
  --json               one JSON object: hub, healthy, findings with check,
                       verdict (good, note, fault), text, advice
  --hub URL            as URL

Exit codes:
  0 nothing is wrong   1 something is, or wrong usage   130 interrupted
)";

const char *const replay = R"(Usage: helio replay ID...
       helio replay [--source NAME] [--job JOB] [--since TIME] [--limit N]

Lets the hub take received webhooks again, the oldest first, as after a change
of a source's mapping. What is known already changes nothing.

Options:
  --source NAME   those of this source
  --job JOB       those that were about this job
  --since TIME    those received in the last 500ms 30s 10m 2h 7d
  --limit N       at most N, the last received, 1 to 10000 (default 100)
  --dry-run       only list them
  --json          one JSON object a line: delivery, outcome
  --hub URL       the hub; else $HELIOGRAPH_URL, else http://127.0.0.1:4354

Exit codes:
  0 done   1 wrong usage, hub not reachable, one was refused   130 interrupted
)";

const char *const check = R"(Usage: helio check FILE

Checks a configuration file as heliographd would read it, without variables and
flags. What is wrong is named by line and column.

Exit codes:
  0 it is good   1 it is not, or cannot be read
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
