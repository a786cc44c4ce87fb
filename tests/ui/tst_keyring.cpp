// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/tokenstore.h"
#include "tests/support/sessionbus.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDir>
#include <QTest>

using app::TokenStore;

namespace {

/// The reason to skip all tests; empty = gnome-keyring runs.
QString missing;

/// A gnome-keyring of this test, unlocked, on a session bus of its own.
class GnomeKeyring
{
public:
    GnomeKeyring()
    {
        const QString program =
            QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon"));
        if (program.isEmpty() || !m_bus.isRunning()) {
            missing = QStringLiteral("gnome-keyring-daemon or dbus-daemon is not installed");
            return;
        }
        QFile::setPermissions(m_home.path(),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        for (const char *name : {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME"})
            qputenv(name, m_home.path().toLocal8Bit());
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.address().toLocal8Bit());
        m_daemon.setProcessChannelMode(QProcess::MergedChannels);
        m_daemon.start(program, {QStringLiteral("--foreground"), QStringLiteral("--unlock"),
                                 QStringLiteral("--components=secrets")});
        if (!m_daemon.waitForStarted()) {
            missing = QStringLiteral("gnome-keyring-daemon does not start");
            return;
        }
        m_daemon.write("password");
        m_daemon.waitForBytesWritten(); // there is no event loop yet
        m_daemon.closeWriteChannel();
    }
    ~GnomeKeyring()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    /// Returns whether the bus knows the daemon. Needs the application object.
    bool isReady() const
    {
        QDBusConnection connection =
            QDBusConnection::connectToBus(m_bus.address(), QStringLiteral("test"));
        return connection.isConnected()
               && connection.interface()->isServiceRegistered(
                   QStringLiteral("org.freedesktop.secrets"));
    }
    /// Returns the bytes of all files that the daemon wrote.
    QByteArray stored() const
    {
        QByteArray all;
        const QDir folder(m_home.filePath(QStringLiteral("keyrings")));
        for (const QString &name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }

private:
    test::SessionBus m_bus;
    QTemporaryDir m_home;
    QProcess m_daemon;
};

GnomeKeyring *keyring = nullptr; // main() owns it

} // namespace

class KeyringTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void keepsATokenForTheNextStart();
    void removesAToken();
    void withoutABusTokensAreInMemory();
};

void KeyringTest::init()
{
    if (!missing.isEmpty())
        QSKIP(qUtf8Printable(missing));
    QTRY_VERIFY_WITH_TIMEOUT(keyring->isReady(), 20'000);
}

void KeyringTest::keepsATokenForTheNextStart()
{
    const QString key = TokenStore::keyOf(QUrl(QStringLiteral("https://hub.example.org")), {});
    TokenStore first(app::systemKeyring());
    first.write(key, "token-of-the-test");
    QTRY_VERIFY(!keyring->stored().isEmpty());
    QCOMPARE(first.note(), QString());
    QVERIFY(!keyring->stored().contains("token-of-the-test"));
    QByteArray read;
    QTRY_VERIFY([&] {
        TokenStore next(app::systemKeyring());
        bool answered = false;
        next.read(key, &next, [&](const QByteArray &token) {
            read = token;
            answered = true;
        });
        return QTest::qWaitFor([&answered] { return answered; }, 25'000)
               && read == "token-of-the-test" && next.note().isEmpty();
    }());
}

void KeyringTest::removesAToken()
{
    const QString key =
        TokenStore::keyOf(QUrl(QStringLiteral("https://other.example.org")), QStringLiteral("p"));
    const auto ring = app::systemKeyring();
    int steps = 0;
    ring->write(key, "token", [&](const hub::Result<void> &written) {
        QVERIFY(written);
        ring->remove(key, [&](const hub::Result<void> &removed) {
            QVERIFY(removed);
            ring->read(key, [&](const hub::Result<QByteArray> &secret) {
                QVERIFY(secret);
                QCOMPARE(*secret, QByteArray());
                steps = 3;
            });
        });
    });
    QTRY_COMPARE_WITH_TIMEOUT(steps, 3, 20'000);
}

void KeyringTest::withoutABusTokensAreInMemory()
{
    // A process of its own: the connection of this one to the bus stays open.
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("disabled:"));
    process.setProcessEnvironment(variables);
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--without-bus")});
    QVERIFY(process.waitForFinished(25'000));
    QVERIFY2(process.readAll().contains("They are kept until the monitor quits."),
             "the store does not say that there is no keyring");
}

namespace {

/// Prints the note of a store whose keyring was asked for a token.
int printNote()
{
    TokenStore store(app::systemKeyring());
    bool answered = false;
    store.read(QStringLiteral("http://127.0.0.1"), &store, [&](const QByteArray &) {
        std::printf("%s\n", qUtf8Printable(store.note()));
        answered = true;
    });
    return QTest::qWaitFor([&answered] { return answered; }, 22'000) ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc == 2 && std::string_view(argv[1]) == "--without-bus") {
        const QCoreApplication application(argc, argv);
        return printNote();
    }
    // Before the application: QtDBus and libsecret take the address from the environment.
    GnomeKeyring own;
    keyring = &own;
    QCoreApplication application(argc, argv);
    KeyringTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keyring.moc"
