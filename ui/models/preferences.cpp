// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/preferences.h"

#include "ui/client/certificate.h"
#include "ui/models/languages.h"

#include <QSettings>

#include <algorithm>

namespace ui {

namespace {

constexpr const char *themeWords[] = {"system", "light", "dark", "high-contrast"};
constexpr const char *timeWords[] = {"local", "utc"};
constexpr const char *closeWords[] = {"ask", "keep-running", "quit"};

template<typename Enum, size_t count>
void read(Enum &value, const QSettings &settings, QLatin1String key,
          const char *const (&words)[count])
{
    const QByteArray stored = settings.value(key).toString().toUtf8();
    for (size_t i = 0; i < count; ++i) {
        if (stored == words[i])
            value = static_cast<Enum>(i);
    }
}

void write(QSettings &settings, QLatin1String key, const QVariant &value)
{
    if (settings.value(key).toString() != value.toString())
        settings.setValue(key, value);
}

template<typename Enum, size_t count>
QString wordOf(Enum value, const char *const (&words)[count])
{
    return QLatin1String(words[static_cast<size_t>(value)]);
}

constexpr QLatin1String embeddedKey("hub/embedded");
constexpr QLatin1String urlKey("hub/url");
constexpr QLatin1String knownKey("hub/known");
constexpr QLatin1String themeKey("view/theme");
constexpr QLatin1String timeKey("view/time");
constexpr QLatin1String closeKey("window/close");
constexpr QLatin1String languageKey("view/language");
constexpr QLatin1String systemLanguage("system");

/// Returns an address, and a space and the fingerprint if there is one.
QStringList textOf(const QList<KnownHub> &known)
{
    QStringList texts;
    for (const KnownHub &hub : known) {
        texts << (hub.url.toString(QUrl::RemoveUserInfo)
                  + (hub.pin.isEmpty() ? QString()
                                       : QLatin1Char(' ') + QString::fromLatin1(hub.pin.toHex())));
    }
    return texts;
}

/// Reads textOf(). Skips entries without a valid address, and those with an invalid fingerprint:
/// such a hub must not count as one without a pin.
QList<KnownHub> knownOf(const QStringList &texts)
{
    QList<KnownHub> known;
    for (const QString &text : texts.mid(0, Preferences::maxKnown)) {
        const QStringList words = text.split(QLatin1Char(' '));
        const KnownHub hub{hubAddress(words.first()), parseFingerprint(words.value(1))};
        if (hub.url.isValid() && (words.size() == 1 || !hub.pin.isEmpty()))
            known << hub;
    }
    return known;
}

} // namespace

Preferences Preferences::load(const QSettings &settings)
{
    Preferences preferences;
    preferences.embeddedHub = settings.value(embeddedKey, preferences.embeddedHub).toBool();
    if (const QUrl url = hubAddress(settings.value(urlKey).toString()); url.isValid())
        preferences.hub = url;
    preferences.known = knownOf(settings.value(knownKey).toStringList());
    read(preferences.theme, settings, themeKey, themeWords);
    read(preferences.time, settings, timeKey, timeWords);
    preferences.notices = NoticeRules::load(settings);
    read(preferences.close, settings, closeKey, closeWords);
    const QString language = settings.value(languageKey).toString();
    if (languageFor(language, {}) == language)
        preferences.language = language;
    return preferences;
}

void Preferences::save(QSettings &settings) const
{
    write(settings, embeddedKey, embeddedHub);
    write(settings, urlKey, hub.toString(QUrl::RemoveUserInfo));
    if (settings.value(knownKey).toStringList() != textOf(known))
        settings.setValue(knownKey, textOf(known));
    write(settings, themeKey, wordOf(theme, themeWords));
    write(settings, timeKey, wordOf(time, timeWords));
    notices.save(settings);
    write(settings, closeKey, wordOf(close, closeWords));
    write(settings, languageKey, language.isEmpty() ? QString(systemLanguage) : language);
}

QByteArray Preferences::pinOf(const QUrl &url) const
{
    const auto at = std::find_if(known.begin(), known.end(),
                                 [&url](const KnownHub &one) { return one.url == url; });
    return at == known.end() ? QByteArray() : at->pin;
}

void Preferences::remember(const QUrl &url, const QByteArray &pin)
{
    known.removeIf([&url](const KnownHub &one) { return one.url == url; });
    known.prepend({url, pin});
    known.resize(std::min(known.size(), maxKnown));
}

QUrl hubAddress(const QString &typed)
{
    QString text = typed.trimmed();
    if (text.isEmpty())
        return {};
    if (!text.contains(QLatin1String("://")))
        text.prepend(QLatin1String("http://"));
    QUrl url(text, QUrl::StrictMode);
    const bool web =
        url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !web || url.host().isEmpty())
        return {};
    if (url.path() == QLatin1String("/"))
        url.setPath({});
    return url;
}

} // namespace ui
