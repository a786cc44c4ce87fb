// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/sources.h"
#include "app/monitor/hubpanel.h"
#include "app/monitor/samplewebhook.h"
#include "app/monitor/sourcesecrets.h"
#include "hub/base/utf8.h"
#include "hub/json/jsondocument.h"
#include "ui/widgets/embeddedhubwindow.h"
#include "ui/widgets/simulatorpage.h"
#include "ui/widgets/sourcedialog.h"
#include "ui/widgets/sourcespage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonObject>
#include <QNetworkReply>

namespace app {

namespace {

constexpr qint64 maxAnswerBytes = 64 * 1024;

/// Returns the sentence for the answer to a test webhook.
QString resultOf(int status, const QJsonObject &answer, const QString &failure)
{
    if (status == 0)
        return HubPanel::tr("The hub did not answer: %1").arg(failure);
    if (status != 200) {
        return HubPanel::tr("Refused (%1): %2")
            .arg(status)
            .arg(answer.value(QLatin1String("detail")).toString(failure));
    }
    const QString effect = answer.value(QLatin1String("effect")).toString();
    const QString job = answer.value(QLatin1String("job_id")).toString();
    if (effect == QLatin1String("unmatched"))
        return HubPanel::tr("Accepted. The webhook waits for its job.");
    if (effect == QLatin1String("none"))
        return HubPanel::tr("Accepted. This webhook changes no job.");
    if (job.isEmpty())
        return HubPanel::tr("Accepted: %1.").arg(effect);
    return HubPanel::tr("Accepted: %1 (job %2).").arg(effect, job);
}

} // namespace

QStringList HubPanel::simulatedSources()
{
    return {QStringLiteral("runpod-completion"), QStringLiteral("image-gen"),
            QStringLiteral("execution")};
}

void HubPanel::connectSources()
{
    const ui::SourcesPage *page = m_window->sources();
    connect(page, &ui::SourcesPage::chosen, this, &HubPanel::showExample);
    connect(page, &ui::SourcesPage::saveWanted, this, &HubPanel::saveSource);
    connect(page, &ui::SourcesPage::removeWanted, this, &HubPanel::removeSource);
    connect(page, &ui::SourcesPage::testWanted, this, &HubPanel::sendTest);
    connect(page, &ui::SourcesPage::secretWanted, this, &HubPanel::copySecret);
    connect(page, &ui::SourcesPage::editing, this, [this](ui::SourceDialog *dialog) {
        connect(dialog, &ui::SourceDialog::secretWanted, this,
                [this, dialog](const QString &scheme) { makeSecret(dialog, scheme); });
    });
}

QList<ui::WebhookSource> HubPanel::builtIn() const
{
    QList<ui::WebhookSource> all;
    for (const SourceConfig &source : builtInSources())
        all << ui::WebhookSource{source.name, source.scheme, false};
    return all;
}

ui::WebhookSource HubPanel::source(const QString &name) const
{
    if (const ui::WebhookSource *own = m_settings.find(name))
        return *own;
    for (const ui::WebhookSource &one : builtIn()) {
        if (one.name == name)
            return one;
    }
    return {};
}

void HubPanel::showSources()
{
    if (m_window)
        m_window->sources()->setSources(builtIn(), m_settings.sources);
}

void HubPanel::showExample(const QString &name)
{
    const ui::WebhookSource shown = source(name);
    if (m_state.run != Run::Running || shown.name.isEmpty())
        return m_window->sources()->setExample({}, {});
    const SampleWebhook sample(m_state.url, shown);
    const QByteArray secret =
        shown.isSigned ? SourceSecrets(runningFolder()).read(name) : QByteArray();
    m_window->sources()->setExample(sample.url().toString(), sample.commands(secret));
}

hub::Result<void> HubPanel::storeSecret(const QString &name, const QByteArray &secret) const
{
    for (const QString &folder : secretFolders()) {
        if (const auto written = SourceSecrets(folder).write(name, secret); !written)
            return written.error();
    }
    return {};
}

/// The hub reads the secrets again when it applies the sources.
void HubPanel::applySources()
{
    save();
    m_hub->reload(configFor(runningFolder()));
    m_simulator.configure(simulation());
    showSources();
    showSimulator();
}

/// Stores a source and its secret, unless the hub could not make it. A scheme cannot read every
/// secret.
hub::Result<void> HubPanel::storeSource(const ui::WebhookSource &source, const QByteArray &secret)
{
    const QByteArray formerSecret = SourceSecrets(runningFolder()).read(source.name);
    if (!secret.isEmpty()) {
        if (const auto stored = storeSecret(source.name, secret); !stored)
            return stored.error();
    }
    const ui::EmbeddedSettings former = m_settings;
    m_settings.put(source);
    const hub::Result<void> sound = check(configFor(runningFolder()));
    if (!sound) {
        m_settings = former;
        if (formerSecret.isEmpty())
            removeSecret(source.name);
        else
            (void)storeSecret(source.name, formerSecret);
        return sound.error();
    }
    if (!source.isSigned)
        removeSecret(source.name);
    return {};
}

void HubPanel::removeSecret(const QString &name) const
{
    for (const QString &folder : secretFolders())
        SourceSecrets(folder).remove(name);
}

void HubPanel::saveSource(const ui::WebhookSource &source, const QByteArray &secret)
{
    if (const auto stored = storeSource(source, secret); !stored)
        return say(tr("The source was not saved: %1").arg(stored.error().message), false);
    applySources();
    if (m_window)
        m_window->sources()->select(source.name);
}

void HubPanel::removeSource(const QString &name)
{
    m_settings.remove(name);
    removeSecret(name);
    applySources();
}

void HubPanel::makeSecret(ui::SourceDialog *dialog, const QString &scheme)
{
    const auto made = SourceSecrets::make(scheme);
    if (made)
        dialog->setSecret(*made);
    else
        say(made.error().message, false);
}

void HubPanel::copySecret(const QString &name)
{
    const QByteArray secret = SourceSecrets(runningFolder()).read(name);
    if (secret.isEmpty())
        return say(tr("The secret of %1 cannot be read.").arg(name), false);
    QGuiApplication::clipboard()->setText(hub::fromUtf8(secret));
    say(tr("The secret is in the clipboard."), true);
}

void HubPanel::makeSecrets()
{
    QString problem;
    for (const QString &name : simulatedSources()) {
        ui::WebhookSource one = source(name);
        if (one.isSigned)
            continue;
        one.isSigned = true;
        const auto secret = SourceSecrets::make(one.scheme);
        const auto stored = secret ? storeSource(one, *secret) : hub::Result<void>(secret.error());
        if (!stored) {
            problem = stored.error().message;
            break;
        }
    }
    applySources(); // those before the problem
    if (!problem.isEmpty())
        say(problem, false);
}

void HubPanel::sendTest(const QString &name)
{
    const ui::WebhookSource tested = source(name);
    if (m_state.run != Run::Running || tested.name.isEmpty())
        return;
    const QByteArray secret =
        tested.isSigned ? SourceSecrets(runningFolder()).read(name) : QByteArray();
    const qint64 now = m_clock.wallMs();
    const SampleWebhook sample(m_state.url, tested);
    QNetworkReply *reply = m_network.post(
        sample.request(secret, "test-" + QByteArray::number(now), now), sample.body());
    connect(reply, &QNetworkReply::finished, this, [this, reply, name] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QJsonObject answer = hub::parseJson(reply->read(maxAnswerBytes)).object();
        if (m_window && m_window->sources()->current() == name)
            say(resultOf(status, answer, reply->errorString()), status == 200);
    });
}

void HubPanel::say(const QString &text, bool good)
{
    if (m_window)
        m_window->sources()->setResult(text, good);
}

} // namespace app
