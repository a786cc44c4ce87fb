// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/autostart.h"
#include "ui/models/desktopentry.h"
#include "ui/models/preferences.h"
#include "ui/widgets/settingsdialog.h"

#include <QCheckBox>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using app::Autostart;

namespace {

const QString fileName = QStringLiteral("/autostart/io.github.heliograph.Heliograph%1.desktop");

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &name, const QByteArray &content)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class TestAutostart : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void writesAndRemovesItsFile();
    void profilesHaveFilesOfTheirOwn();
    void theFileIsTheTruth_data();
    void theFileIsTheTruth();
    void saysWhyItCannotWrite();
    void quotesArguments_data();
    void quotesArguments();
    void dialogOffersIt();

private:
    QString m_config;
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestAutostart::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_config = m_home->path();
    qputenv("XDG_CONFIG_HOME", m_config.toLocal8Bit());
    if (!Autostart::isOffered())
        QSKIP("this system has no such file");
}

void TestAutostart::writesAndRemovesItsFile()
{
    const QString name = m_config + fileName.arg(QString());
    const Autostart autostart{QString()};
    QVERIFY(!autostart.isOn());
    QVERIFY(autostart.set(false));
    QVERIFY(autostart.set(true));
    QVERIFY(autostart.isOn());
    const QByteArray content = contentOf(name);
    QVERIFY(ui::desktopEntryValue(content, "Exec").value().endsWith(" --hidden"));
    QCOMPARE(ui::desktopEntryValue(content, "X-GNOME-Autostart-enabled"), QByteArray("true"));
    QCOMPARE(ui::desktopEntryValue(content, "Type"), QByteArray("Application"));
    QVERIFY(autostart.set(false));
    QVERIFY(!autostart.isOn());
    QVERIFY(!QFileInfo::exists(name));
}

void TestAutostart::profilesHaveFilesOfTheirOwn()
{
    const Autostart autostart(QStringLiteral("prod"));
    QVERIFY(autostart.set(true));
    QVERIFY(contentOf(m_config + fileName.arg(QStringLiteral(".prod")))
                .contains(" --hidden --profile prod\n"));
    QVERIFY(!Autostart(QString()).isOn());
}

void TestAutostart::theFileIsTheTruth_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("on");
    const auto row = [](const char *name, const char *content, bool on) {
        QTest::newRow(name) << QByteArray(content) << on;
    };
    row("as edited", "[Desktop Entry]\nExec=other --hidden\n", true);
    row("hidden", "[Desktop Entry]\nExec=heliograph\nHidden=true\n", false);
    row("off in GNOME", "[Desktop Entry]\nExec=heliograph\nX-GNOME-Autostart-enabled=false\n",
        false);
    row("blanks", "# text\n\n[Desktop Entry]\n Exec = heliograph \r\n", true);
    row("of another group", "[Desktop Action a]\nHidden=true\n[Desktop Entry]\nExec=a\n", true);
    row("no command", "[Desktop Entry]\nType=Application\n", false);
    row("empty command", "[Desktop Entry]\nExec=\n", false);
    row("empty", "", false);
    row("no text", "\xff\xfe[[[=\n=\n", false);
}

void TestAutostart::theFileIsTheTruth()
{
    QFETCH(const QByteArray, content);
    QFETCH(const bool, on);
    const Autostart autostart{QString()};
    QVERIFY(autostart.set(true));
    write(m_config + fileName.arg(QString()), content);
    QCOMPARE(autostart.isOn(), on);
}

void TestAutostart::saysWhyItCannotWrite()
{
    write(m_config + QStringLiteral("/autostart"), "a file in the way");
    const auto written = Autostart(QString()).set(true);
    QVERIFY(!written);
    QCOMPARE(written.error().code, QByteArray("not_writable"));
    QVERIFY(written.error().message.contains(m_config));
}

void TestAutostart::quotesArguments_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("quoted");
    const auto row = [](const char *argument, const char *quoted) {
        QTest::newRow(argument) << QString::fromLatin1(argument) << QString::fromLatin1(quoted);
    };
    row("/usr/bin/heliograph", "/usr/bin/heliograph");
    row("/opt/my programs/heliograph", "\"/opt/my programs/heliograph\"");
    row("/a\"b", "\"/a\\\\\"b\"");
    row("/a$b`c", "\"/a\\\\$b\\\\`c\"");
    row("/a\\b", "\"/a\\\\\\\\b\"");
    row("/100%", "\"/100%%\"");
    row("", "\"\"");
}

void TestAutostart::quotesArguments()
{
    QFETCH(const QString, argument);
    QFETCH(const QString, quoted);
    QCOMPARE(ui::execArgument(argument), quoted);
}

void TestAutostart::dialogOffersIt()
{
    ui::SettingsDialog plain(ui::Preferences{});
    QVERIFY(!plain.autostart());
    ui::SettingsDialog dialog(ui::Preferences{});
    dialog.offerAutostart(false);
    QVERIFY(!dialog.autostart()); // not changed
    const auto boxes = dialog.findChildren<QCheckBox *>();
    const auto at = std::find_if(boxes.begin(), boxes.end(), [](const QCheckBox *box) {
        return box->text().contains(QStringLiteral("log in"));
    });
    QVERIFY(at != boxes.end());
    (*at)->setChecked(true);
    QCOMPARE(dialog.autostart(), std::optional(true));
    QCOMPARE(dialog.preferences(), ui::Preferences{});
}

QTEST_MAIN(TestAutostart)
#include "tst_autostart.moc"
