// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/hub.h"
#include "hub/http/requestframer.h"
#include "hub/wire/sseparser.h"
#include "tests/fuzz/answerreader.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/quietlog.h"
#include "tests/support/hubrunner.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QTcpSocket>

#include <sys/socket.h>

using namespace hub;
using test::AnswerReader;
using test::ReadAnswer;

namespace {

constexpr int patienceMs = 5'000;

/// QTest::qWaitFor() sleeps 10 ms each time, which would dominate the run time here.
template<typename Condition>
void waitUntil(const Condition &condition)
{
    QDeadlineTimer deadline(patienceMs);
    while (!condition()) {
        FUZZ_CHECK(!deadline.hasExpired());
        // A timer of the hub ends the wait after at most a second.
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
}

/// One request of the input: its bytes, and what happens to its connection afterwards.
struct Piece
{
    QByteArray bytes;
    bool headOnly = false;
    bool keepAlive = false;
    bool whole = false; ///< Complete or rejected; either way it gets an answer.
    /// The connection ends before the body is read when the head is refused.
    bool mayEndEarly = false;
};

constexpr qint64 mostDiscarded = 64 * 1024; ///< As in httpconnection.cpp.

BodyKind kindOf(const QByteArray &path)
{
    if (path == "/api/v1/events:batch")
        return BodyKind::Batch;
    return path.startsWith("/api/v1/webhooks/") ? BodyKind::Webhook : BodyKind::Usual;
}

/// Splits the input as the framer does. Bytes after a rejected request are ignored.
std::vector<Piece> piecesOf(const QByteArray &input, const HttpLimits &limits)
{
    FramerLimits bounds;
    bounds.headerBytes = limits.headerBytes;
    RequestFramer framer(bounds);
    std::vector<Piece> pieces;
    qsizetype at = 0;
    while (at < input.size()) {
        qsizetype taken = framer.feed(QByteArrayView(input).sliced(at));
        Piece piece;
        std::optional<FramedRequest> framed;
        if (framer.phase() == RequestFramer::Phase::HeadComplete) {
            piece.mayEndEarly = !framer.canDiscard(mostDiscarded);
            framed = framer.take();
            framer.admitBody(limits.bodyLimit(kindOf(framed->request.path)));
            taken += framer.feed(QByteArrayView(input).sliced(at + taken));
        }
        piece.bytes = input.mid(at, taken);
        at += taken;
        if (framed)
            piece.headOnly = framed->headOnly;
        if (framer.phase() == RequestFramer::Phase::Complete) {
            if (framed)
                (void)framer.takeBody();
            else
                framed = framer.take();
            piece.headOnly = framed->headOnly;
            piece.keepAlive = framed->keepAlive;
            piece.whole = true;
        } else {
            piece.whole = framer.phase() == RequestFramer::Phase::Rejected;
            at = input.size();
        }
        pieces.push_back(piece);
    }
    return pieces;
}

/// A client of the hub with its own connection.
class Peer
{
public:
    Peer(const QUrl &hub, std::vector<bool> heads) : m_reader(std::move(heads))
    {
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket,
                         [this] { m_reader.feed(m_socket.readAll()); });
        m_socket.connectToHost(hub.host(), static_cast<quint16>(hub.port()));
        FUZZ_CHECK(m_socket.waitForConnected(patienceMs));
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }
    ~Peer()
    {
        // A reset avoids TIME_WAIT, which thousands of connections would fill.
        const linger now{1, 0};
        ::setsockopt(static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now,
                     sizeof now);
        m_socket.abort();
    }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
        QCoreApplication::processEvents(); // the hub reads this piece separately
    }
    void waitForAnswers(size_t count)
    {
        waitUntil([&] { return m_reader.answers().size() >= count; });
    }
    const AnswerReader &reader() const { return m_reader; }

private:
    QTcpSocket m_socket;
    AnswerReader m_reader;
};

/// Waits until the hub has processed all requests. The store answers in order.
void settle(Hub &hub)
{
    for (int i = 0; i < 2; ++i) {
        const auto passed = std::make_shared<bool>(false);
        hub.store().job("nobody", [passed](const Result<std::optional<Job>> &) { *passed = true; });
        waitUntil([&] { return *passed; });
        QCoreApplication::processEvents();
    }
}

/// The answer to each request when it is alone on its connection.
std::vector<ReadAnswer> oneByOne(const std::vector<Piece> &pieces)
{
    test::HubRunner hub;
    std::vector<ReadAnswer> answers;
    for (const Piece &piece : pieces) {
        Peer peer(hub.url(), {piece.headOnly});
        peer.send(piece.bytes);
        if (piece.whole)
            peer.waitForAnswers(1);
        settle(*hub.service().hub());
        const size_t answered = peer.reader().answers().size();
        FUZZ_CHECK(answered == (piece.whole ? 1U : 0U) || (answered == 1 && piece.mayEndEarly));
        if (answered == 0)
            break;
        const ReadAnswer answer = peer.reader().answers().front();
        FUZZ_CHECK(!piece.keepAlive || answer.isStream || !answer.closes || piece.mayEndEarly
                   || (piece.headOnly && answer.status == 200));
        answers.push_back(answer);
        if (answer.closes)
            break; // on the common connection nothing after it is read
    }
    return answers;
}

std::vector<ReadAnswer> together(const QByteArray &input, qsizetype step,
                                 const std::vector<Piece> &pieces, size_t expected)
{
    test::HubRunner hub;
    std::vector<bool> heads;
    for (const Piece &piece : pieces)
        heads.push_back(piece.headOnly);
    Peer peer(hub.url(), heads);
    for (qsizetype at = 0; at < input.size(); at += step)
        peer.send(input.mid(at, step));
    peer.waitForAnswers(expected);
    settle(*hub.service().hub());
    FUZZ_CHECK(peer.reader().atBoundary());
    return peer.reader().answers();
}

/// Checks the beginning of an event stream: hub.hello first, then increasing ids.
void checkStream(const QByteArray &body)
{
    QByteArrayList types;
    std::optional<EventId> last;
    SseParser parser({[&](const SseEvent &event) {
                          types += event.type;
                          const auto cursor = Cursor::parse(event.lastEventId);
                          FUZZ_CHECK(event.lastEventId.isEmpty() || cursor);
                          const bool hasOwnId = cursor && !event.type.startsWith("hub.");
                          FUZZ_CHECK(!hasOwnId || !last || *last < cursor->id);
                          if (hasOwnId)
                              last = cursor->id;
                      },
                      {},
                      {},
                      {}});
    FUZZ_CHECK(parser.feed(body));
    FUZZ_CHECK(types.isEmpty() || types.front() == "hub.hello");
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    // Each input has two databases of its own, which need not be on a disk.
    if (QFileInfo(QStringLiteral("/dev/shm")).isWritable())
        qputenv("TMPDIR", "/dev/shm");
    static QCoreApplication app(*argc, *argv);
    quietLog();
    return 0;
}

/// One connection to a complete hub with an empty database. The first byte sets the size of the
/// pieces that are sent. Every request has exactly one answer, in order, and the same one as when
/// it is alone.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray input(reinterpret_cast<const char *>(bytes) + 1, qsizetype(size) - 1);
    const qsizetype step = std::max<qsizetype>(1 + bytes[0] * 8, input.size() / 32);
    const std::vector<Piece> pieces = piecesOf(input, {});
    const std::vector<ReadAnswer> alone = oneByOne(pieces);
    const std::vector<ReadAnswer> common = together(input, step, pieces, alone.size());
    FUZZ_CHECK(common.size() == alone.size());
    for (size_t i = 0; i < alone.size(); ++i) {
        FUZZ_CHECK(common[i].status == alone[i].status && common[i].closes == alone[i].closes);
        if (common[i].isStream) {
            checkStream(common[i].body);
            checkStream(alone[i].body);
        }
    }
    return 0;
}
