<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>QObject</name>
    <message>
        <source>this desktop has no keyring</source>
        <translation>diese Arbeitsumgebung hat keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>the keyring refused access</source>
        <translation>der Schlüsselbund hat den Zugriff abgelehnt</translation>
    </message>
    <message>
        <source>no keyring answers</source>
        <translation>kein Schlüsselbund antwortet</translation>
    </message>
</context>
<context>
    <name>app::HubPanel</name>
    <message>
        <source>The hub did not take the change: %1</source>
        <translation>Der Hub hat die Änderung nicht übernommen: %1</translation>
    </message>
    <message>
        <source>The hub did not answer: %1</source>
        <translation>Der Hub hat nicht geantwortet: %1</translation>
    </message>
    <message>
        <source>Refused (%1): %2</source>
        <translation>Abgelehnt (%1): %2</translation>
    </message>
    <message>
        <source>Accepted. The webhook waits for its job.</source>
        <translation>Angenommen. Der Webhook wartet auf seinen Job.</translation>
    </message>
    <message>
        <source>Accepted. This webhook changes no job.</source>
        <translation>Angenommen. Dieser Webhook ändert keinen Job.</translation>
    </message>
    <message>
        <source>Accepted: %1.</source>
        <translation>Angenommen: %1.</translation>
    </message>
    <message>
        <source>Accepted: %1 (job %2).</source>
        <translation>Angenommen: %1 (Job %2).</translation>
    </message>
    <message>
        <source>The source was not saved: %1</source>
        <translation>Die Quelle wurde nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>The secret of %1 cannot be read.</source>
        <translation>Das Geheimnis von %1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The secret is in the clipboard.</source>
        <translation>Das Geheimnis ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>app::Monitor</name>
    <message>
        <source>Older jobs were not loaded: %1</source>
        <translation>Ältere Jobs wurden nicht geladen: %1</translation>
    </message>
    <message>
        <source>The test job failed: %1</source>
        <translation>Der Testjob ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Job %1 was not cancelled: %2</source>
        <translation>Job %1 wurde nicht abgebrochen: %2</translation>
    </message>
    <message>
        <source>notifications paused</source>
        <translation>Benachrichtigungen angehalten</translation>
    </message>
    <message>
        <source>The profile was not created: %1.</source>
        <translation>Das Profil wurde nicht angelegt: %1.</translation>
    </message>
    <message>
        <source>Port %1 is already in use; this hub listens on port %2.</source>
        <translation>Port %1 ist schon belegt; dieser Hub nimmt Verbindungen an Port %2 an.</translation>
    </message>
    <message>
        <source>The link was not opened: %1.</source>
        <translation>Der Link wurde nicht geöffnet: %1.</translation>
    </message>
    <message>
        <source>The embedded hub could not start: %1</source>
        <translation>Der eingebettete Hub konnte nicht starten: %1</translation>
    </message>
    <message>
        <source>The start at login was not changed: %1</source>
        <translation>Der Start beim Anmelden wurde nicht geändert: %1</translation>
    </message>
    <message>
        <source>Simulator runs</source>
        <translation>Simulator läuft</translation>
    </message>
    <message>
        <source>Click to show the simulator</source>
        <translation>Klicken, um den Simulator zu zeigen</translation>
    </message>
    <message>
        <source>The embedded hub is stopped.</source>
        <translation>Der eingebettete Hub ist gestoppt.</translation>
    </message>
</context>
<context>
    <name>app::Profiles</name>
    <message>
        <source>use 1 to 40 letters, digits, - and _ for a name</source>
        <translation>ein Name hat 1 bis 40 Buchstaben, Ziffern, - und _</translation>
    </message>
    <message>
        <source>there is a profile %1</source>
        <translation>das Profil %1 gibt es schon</translation>
    </message>
</context>
<context>
    <name>app::TokenStore</name>
    <message>
        <source>No keyring is available. Tokens are kept until the monitor quits.</source>
        <translation>Es gibt keinen Schlüsselbund. Tokens bleiben nur erhalten, bis der Monitor beendet wird.</translation>
    </message>
    <message>
        <source>The keyring does not keep tokens: %1. They are kept until the monitor quits.</source>
        <translation>Der Schlüsselbund bewahrt keine Tokens auf: %1. Sie bleiben nur erhalten, bis der Monitor beendet wird.</translation>
    </message>
    <message>
        <source>it did not answer within %1 s</source>
        <translation>er hat %1 s lang nicht geantwortet</translation>
    </message>
</context>
<context>
    <name>app::WantedJob</name>
    <message>
        <source>No job has the id %1.</source>
        <translation>Kein Job hat die ID %1.</translation>
    </message>
    <message>
        <source>Job %1 was not found: %2</source>
        <translation>Job %1 wurde nicht gefunden: %2</translation>
    </message>
    <message>
        <source>This hub has no job %1, or you may not see it.</source>
        <translation>Dieser Hub hat keinen Job %1, oder das Token darf ihn nicht sehen.</translation>
    </message>
    <message>
        <source>No job of this hub begins with %1.</source>
        <translation>Kein Job dieses Hubs beginnt mit %1.</translation>
    </message>
    <message>
        <source>No job among the newest begins with %1. Enter the whole id to find an old one.</source>
        <translation>Keiner der neuesten Jobs beginnt mit %1. Ein alter Job wird mit seiner ganzen ID gefunden.</translation>
    </message>
</context>
<context>
    <name>hub::Filter</name>
    <message>
        <source>events</source>
        <translation>Ereignissen</translation>
    </message>
    <message>
        <source>%1 is a text: use : = != or ~</source>
        <translation>%1 ist ein Text: möglich sind : = != und ~</translation>
    </message>
    <message>
        <source>%1 has no order: use : = or !=</source>
        <translation>%1 hat keine Reihenfolge: möglich sind : = und !=</translation>
    </message>
    <message>
        <source>%1 is a number: use : = != &lt; &lt;= &gt; or &gt;=</source>
        <translation>%1 ist eine Zahl: möglich sind : = != &lt; &lt;= &gt; und &gt;=</translation>
    </message>
    <message>
        <source>%1 is no value of %2; examples: %3</source>
        <translation>%1 ist kein Wert von %2; Beispiele: %3</translation>
    </message>
    <message>
        <source>unknown field %1. The fields of %2 are: %3. To search for the text, put it in quotes</source>
        <translation>unbekanntes Feld %1. Die Felder von %2 sind: %3. Um den Text zu suchen, gehört er in Anführungszeichen</translation>
    </message>
    <message>
        <source>%1 is no value of %2. The values are: %3</source>
        <translation>%1 ist kein Wert von %2. Die Werte sind: %3</translation>
    </message>
    <message>
        <source>character %1: %2</source>
        <translation>Zeichen %1: %2</translation>
    </message>
    <message>
        <source>there is nothing to close; put ) in quotes to search for it</source>
        <translation>hier ist keine Klammer offen; um ) zu suchen, gehört es in Anführungszeichen</translation>
    </message>
    <message>
        <source>use one - or NOT</source>
        <translation>nur ein - oder NOT ist möglich</translation>
    </message>
    <message>
        <source>a word or a condition is missing here</source>
        <translation>hier fehlt ein Wort oder eine Bedingung</translation>
    </message>
    <message>
        <source>a filter has at most %1 terms</source>
        <translation>ein Filter hat höchstens %1 Bedingungen</translation>
    </message>
    <message>
        <source>a filter has at most %1 regular expressions</source>
        <translation>ein Filter hat höchstens %1 reguläre Ausdrücke</translation>
    </message>
    <message>
        <source>this ( is not closed</source>
        <translation>diese ( ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a filter is nested at most %1 deep</source>
        <translation>ein Filter ist höchstens %1 Ebenen tief</translation>
    </message>
    <message>
        <source>a filter has at most %1 characters</source>
        <translation>ein Filter hat höchstens %1 Zeichen</translation>
    </message>
    <message>
        <source>A regular expression has at most %1 characters</source>
        <translation>Ein regulärer Ausdruck hat höchstens %1 Zeichen</translation>
    </message>
    <message>
        <source>A regular expression cannot contain &quot;(*LIMIT_&quot;</source>
        <translation>Ein regulärer Ausdruck kann „(*LIMIT_“ nicht enthalten</translation>
    </message>
    <message>
        <source>Invalid regular expression: %1</source>
        <translation>Ungültiger regulärer Ausdruck: %1</translation>
    </message>
    <message>
        <source>the expression between / and / is empty</source>
        <translation>der Ausdruck zwischen / und / ist leer</translation>
    </message>
    <message>
        <source>the expression has no closing /; to search for text that begins with /, put it in quotes</source>
        <translation>dem Ausdruck fehlt das / am Ende; um Text zu suchen, der mit / beginnt, gehört er in Anführungszeichen</translation>
    </message>
    <message>
        <source>the closing quote is missing</source>
        <translation>das schließende Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>a blank is missing after the closing quote</source>
        <translation>nach dem schließenden Anführungszeichen fehlt ein Leerzeichen</translation>
    </message>
    <message>
        <source>there is no text between the quotes</source>
        <translation>zwischen den Anführungszeichen steht kein Text</translation>
    </message>
    <message>
        <source>a ) is missing; put a value with ( in quotes</source>
        <translation>es fehlt eine ); ein Wert mit ( gehört in Anführungszeichen</translation>
    </message>
    <message>
        <source>a value is missing after %1%2</source>
        <translation>nach %1%2 fehlt ein Wert</translation>
    </message>
    <message>
        <source>jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>deliveries</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>only the monitor can judge %1:%2, because the hub does not know it. The values here are: %3</source>
        <translation>nur der Monitor kann %1:%2 beurteilen, denn der Hub kennt es nicht. Die Werte hier sind: %3</translation>
    </message>
</context>
<context>
    <name>ui::ActionKeys</name>
    <message>
        <source>the keys of lists and fields</source>
        <translation>die Tasten der Listen und Felder</translation>
    </message>
    <message>
        <source>menu %1</source>
        <translation>das Menü %1</translation>
    </message>
</context>
<context>
    <name>ui::AttemptModel</name>
    <message>
        <source>attempt %1, %2</source>
        <translation>Versuch %1, %2</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>ui::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Neu laden</translation>
    </message>
</context>
<context>
    <name>ui::BodyView</name>
    <message>
        <source>Body as a tree</source>
        <translation>Inhalt als Baum</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr zeigen</translation>
    </message>
    <message>
        <source>Showing %1 of %2.</source>
        <translation>%1 von %2 gezeigt.</translation>
    </message>
    <message>
        <source>Save the body to see the rest.</source>
        <translation>Um den Rest zu sehen, den Inhalt speichern.</translation>
    </message>
    <message>
        <source>The body is no plain text. Hex shows its exact bytes.</source>
        <translation>Der Inhalt ist kein reiner Text. Hex zeigt die genauen Bytes.</translation>
    </message>
</context>
<context>
    <name>ui::BusNotifier</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Copy error</source>
        <translation>Fehler kopieren</translation>
    </message>
    <message>
        <source>Mute 1 h</source>
        <translation>1 h stummschalten</translation>
    </message>
</context>
<context>
    <name>ui::Certificate</name>
    <message>
        <source>the hub&apos;s certificate is not the trusted one; it was replaced, or someone else answers</source>
        <translation>das Zertifikat des Hubs ist nicht das vertraute; es wurde ersetzt, oder jemand anderes antwortet</translation>
    </message>
    <message>
        <source>the certificate is not trusted: %1</source>
        <translation>dem Zertifikat wird nicht vertraut: %1</translation>
    </message>
</context>
<context>
    <name>ui::CertificateBox</name>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>&amp;Trust this certificate</source>
        <translation>&amp;Diesem Zertifikat vertrauen</translation>
    </message>
    <message>
        <source>Accepts exactly this certificate for this hub, and no other</source>
        <translation>Für diesen Hub gilt genau dieses Zertifikat und kein anderes</translation>
    </message>
    <message>
        <source>Shown by:</source>
        <translation>Vorgelegt von:</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>Ausgestellt von:</translation>
    </message>
    <message>
        <source>Valid:</source>
        <translation>Gültig:</translation>
    </message>
    <message>
        <source>SHA-256:</source>
        <translation>SHA-256:</translation>
    </message>
    <message>
        <source>The hub showed another certificate before. Ask its operator whether this one is the new one. Someone else may be answering.</source>
        <translation>Der Hub hat früher ein anderes Zertifikat vorgelegt. Sein Betreiber weiß, ob dies das neue ist. Vielleicht antwortet jemand anderes.</translation>
    </message>
    <message>
        <source>This computer does not trust the certificate: %1</source>
        <translation>Dieser Rechner vertraut dem Zertifikat nicht: %1</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>sich selbst</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>ui::CloseDialog</name>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Keep Heliograph running in the tray?</source>
        <translation>Soll Heliograph im Infobereich weiterlaufen?</translation>
    </message>
    <message>
        <source>Heliograph continues to receive events and notifies you when jobs end. You can change your choice in the settings.</source>
        <translation>Heliograph empfängt weiter Ereignisse und meldet, wenn Jobs enden. Die Wahl lässt sich in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>ui::Command</name>
    <message>
        <source>not possible now</source>
        <translation>jetzt nicht möglich</translation>
    </message>
</context>
<context>
    <name>ui::CommandPalette</name>
    <message>
        <source>Command &amp;palette…</source>
        <translation>Befehlspal&amp;ette…</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Find a command: words of its name, in any order</source>
        <translation>Befehl suchen: Wörter seines Namens, in beliebiger Reihenfolge</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>The arrow keys choose a command, Return runs it, Escape closes the palette</source>
        <translation>Die Pfeiltasten wählen einen Befehl, die Eingabetaste führt ihn aus, Escape schließt die Palette</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 – on</source>
        <translation>%1 – an</translation>
    </message>
</context>
<context>
    <name>ui::ConnectDialog</name>
    <message>
        <source>Connect to a hub</source>
        <translation>Mit einem Hub verbinden</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>Adresse des Hubs</translation>
    </message>
    <message>
        <source>Enter an address that begins with http:// or https:// and names a host.</source>
        <translation>Eine Adresse beginnt mit http:// oder https:// und nennt einen Rechner.</translation>
    </message>
    <message>
        <source>A token has only the characters A-Z a-z 0-9 - . _ ~ + / =.</source>
        <translation>Ein Token hat nur die Zeichen A-Z a-z 0-9 - . _ ~ + / =.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>Shows the token as text</source>
        <translation>Zeigt das Token als Text</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse:</translation>
    </message>
    <message>
        <source>T&amp;oken:</source>
        <translation>&amp;Token:</translation>
    </message>
    <message>
        <source>Examines the way to the hub, as &quot;helio doctor&quot; does. Needs up to a minute and creates a short job on the hub.</source>
        <translation>Prüft den Weg zum Hub wie „helio doctor“. Das dauert bis zu einer Minute und legt auf dem Hub einen kurzen Job an.</translation>
    </message>
    <message>
        <source>Findings of the test</source>
        <translation>Befunde der Prüfung</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>&amp;Run a hub in this program</source>
        <translation>&amp;Hub in diesem Programm betreiben</translation>
    </message>
    <message>
        <source>Listens on this machine only and keeps its jobs in its own database</source>
        <translation>Nimmt nur Verbindungen dieses Rechners an und hat eine eigene Datenbank für seine Jobs</translation>
    </message>
    <message>
        <source>The token is kept in the keyring of this desktop.</source>
        <translation>Das Token liegt im Schlüsselbund dieser Arbeitsumgebung.</translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>Die Prüfung wurde gestoppt.</translation>
    </message>
    <message>
        <source>No fault was found.</source>
        <translation>Es wurde kein Fehler gefunden.</translation>
    </message>
    <message>
        <source>The test found a fault.</source>
        <translation>Die Prüfung hat einen Fehler gefunden.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt…</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Wird geprüft…</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionModel</name>
    <message>
        <source>#%1  this monitor</source>
        <translation>#%1  dieser Monitor</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>Rückstau</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Connections over the last 15 minutes: %1 now, %2 at most</source>
        <translation>Verbindungen, letzte 15 Minuten: %1 jetzt, höchstens %2</translation>
    </message>
    <message>
        <source>(no user)</source>
        <translation>(kein Benutzer)</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>%1 events behind, the oldest for %2</source>
        <translation>%1 Ereignisse im Rückstand, das älteste seit %2</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 Minuten</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionsPage</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>The hub shows its connections only to a token with the scope admin.</source>
        <translation>Der Hub zeigt seine Verbindungen nur einem Token mit dem Recht admin.</translation>
    </message>
    <message>
        <source>Waiting for the hub to list its connections.</source>
        <translation>Der Hub hat seine Verbindungen noch nicht genannt.</translation>
    </message>
    <message>
        <source>Not connected to the hub.</source>
        <translation>Nicht mit dem Hub verbunden.</translation>
    </message>
    <message>
        <source>Only this monitor is connected. Peak %1.</source>
        <translation>Nur dieser Monitor ist verbunden. Spitze %1.</translation>
    </message>
    <message>
        <source>1 connection now</source>
        <translation>1 Verbindung jetzt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connections now</source>
        <translation>
            <numerusform>%Ln Verbindung jetzt</numerusform>
            <numerusform>%Ln Verbindungen jetzt</numerusform>
        </translation>
    </message>
    <message>
        <source> · peak %1</source>
        <translation> · Spitze %1</translation>
    </message>
    <message>
        <source> · %1 from this monitor</source>
        <translation> · %1 von diesem Monitor</translation>
    </message>
    <message>
        <source> · %1 events/s out, %2/s</source>
        <translation> · %1 Ereignisse/s gesendet, %2/s</translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation>Trennen…</translation>
    </message>
    <message>
        <source>Filter connections – words, topic:job/*, is:slow, user=ann</source>
        <translation>Verbindungen filtern – Wörter, topic:job/*, is:slow, user=ann</translation>
    </message>
    <message>
        <source>Filter connections</source>
        <translation>Verbindungen filtern</translation>
    </message>
    <message>
        <source>By topic</source>
        <translation>Nach Thema</translation>
    </message>
    <message>
        <source>By user</source>
        <translation>Nach Benutzer</translation>
    </message>
    <message>
        <source>Live connections of the hub by topic or by user</source>
        <translation>Offene Verbindungen des Hubs nach Thema oder nach Benutzer</translation>
    </message>
    <message>
        <source>Disconnecting: %1 of %2</source>
        <translation>Trenne: %1 von %2</translation>
    </message>
    <message>
        <source>The connection to the hub was lost. Nothing was disconnected.</source>
        <translation>Die Verbindung zum Hub ging verloren. Nichts wurde getrennt.</translation>
    </message>
    <message>
        <source> · %1 shown</source>
        <translation> · %1 gezeigt</translation>
    </message>
    <message>
        <source>The token has no right to disconnect: it needs the scope admin.</source>
        <translation>Das Token darf keine Verbindungen trennen: nötig ist das Recht admin.</translation>
    </message>
    <message>
        <source>The hub is closing connections.</source>
        <translation>Der Hub schließt gerade Verbindungen.</translation>
    </message>
    <message>
        <source>This monitor does not disconnect itself.</source>
        <translation>Dieser Monitor trennt sich nicht selbst.</translation>
    </message>
    <message>
        <source>Select connections, a topic or a user.</source>
        <translation>Verbindungen, ein Thema oder einen Benutzer auswählen.</translation>
    </message>
    <message>
        <source>&amp;Disconnect this connection…</source>
        <translation>Diese Verbindung &amp;trennen…</translation>
    </message>
    <message>
        <source>&amp;Disconnect %1 connections…</source>
        <translation>%1 Verbindungen &amp;trennen…</translation>
    </message>
</context>
<context>
    <name>ui::CurlCommand</name>
    <message>
        <source>left out, because they are secrets: %1</source>
        <translation>weggelassen, weil geheim: %1</translation>
    </message>
</context>
<context>
    <name>ui::DeliveriesPage</name>
    <message>
        <source>Filter deliveries – words, is:bad, source:ci, age:&lt;1h</source>
        <translation>Zustellungen filtern – Wörter, is:bad, source:ci, age:&lt;1h</translation>
    </message>
    <message>
        <source>Filter deliveries</source>
        <translation>Zustellungen filtern</translation>
    </message>
    <message>
        <source>Show the newest deliveries</source>
        <translation>Die neuesten Zustellungen zeigen</translation>
    </message>
    <message>
        <source>Load older</source>
        <translation>Ältere laden</translation>
    </message>
    <message>
        <source>1 delivery loaded</source>
        <translation>1 Zustellung geladen</translation>
    </message>
    <message>
        <source>%1 deliveries loaded</source>
        <translation>%1 Zustellungen geladen</translation>
    </message>
    <message>
        <source>%1 of %2 loaded deliveries shown</source>
        <translation>%1 von %2 geladenen Zustellungen gezeigt</translation>
    </message>
    <message>
        <source> · the list holds no more</source>
        <translation> · mehr fasst die Liste nicht</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>▲ %1 new</source>
        <translation>▲ %1 neu</translation>
    </message>
    <message>
        <source>No right to see deliveries</source>
        <translation>Kein Recht, Zustellungen zu sehen</translation>
    </message>
    <message>
        <source>The hub shows its deliveries only to a token with the scope admin.</source>
        <translation>Der Hub zeigt seine Zustellungen nur einem Token mit dem Recht admin.</translation>
    </message>
    <message>
        <source>The deliveries were not read</source>
        <translation>Die Zustellungen wurden nicht gelesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No delivery matches the filter</source>
        <translation>Keine Zustellung passt zum Filter</translation>
    </message>
    <message>
        <source>The filter looks at the deliveries that are loaded.</source>
        <translation>Der Filter betrachtet die geladenen Zustellungen.</translation>
    </message>
    <message>
        <source>Not connected to the hub</source>
        <translation>Nicht mit dem Hub verbunden</translation>
    </message>
    <message>
        <source>Reading the deliveries</source>
        <translation>Zustellungen werden gelesen</translation>
    </message>
    <message>
        <source>No webhooks yet</source>
        <translation>Noch keine Webhooks</translation>
    </message>
    <message>
        <source>Every webhook that the hub receives is listed here, also a refused one.</source>
        <translation>Hier steht jeder Webhook, den der Hub empfängt, auch ein abgelehnter.</translation>
    </message>
</context>
<context>
    <name>ui::DeliveryDetail</name>
    <message>
        <source>the hub&apos;s answer is not delivery %1</source>
        <translation>die Antwort des Hubs ist nicht die Zustellung %1</translation>
    </message>
    <message>
        <source>The hub did not keep the body, because it was too large.</source>
        <translation>Der Hub hat den Inhalt nicht aufbewahrt, weil er zu groß war.</translation>
    </message>
    <message>
        <source>The body is empty.</source>
        <translation>Der Inhalt ist leer.</translation>
    </message>
    <message>
        <source>The body of %1 is too large for a tree.</source>
        <translation>Der Inhalt (%1) ist zu groß für einen Baum.</translation>
    </message>
    <message>
        <source>The body is no JSON object or array.</source>
        <translation>Der Inhalt ist weder ein JSON-Objekt noch ein JSON-Array.</translation>
    </message>
    <message>
        <source>Delivery %1 was not taken in again: %2.</source>
        <translation>Die Zustellung %1 wurde nicht erneut aufgenommen: %2.</translation>
    </message>
    <message>
        <source>The body of %1 was saved to %2.</source>
        <translation>Der Inhalt (%1) wurde in %2 gespeichert.</translation>
    </message>
    <message>
        <source>%1 was not saved: %2</source>
        <translation>%1 wurde nicht gespeichert: %2</translation>
    </message>
</context>
<context>
    <name>ui::DeliveryDetails</name>
    <message>
        <source>Select a delivery to see why it was accepted or refused.</source>
        <translation>Eine Zustellung auswählen, um zu sehen, warum sie angenommen oder abgelehnt wurde.</translation>
    </message>
    <message>
        <source>Replay…</source>
        <translation>Wiederholen…</translation>
    </message>
    <message>
        <source>Go to job</source>
        <translation>Zum Job</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
    <message>
        <source>Save body…</source>
        <translation>Inhalt speichern…</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>%1 · delivery %2 · %3 · %4</source>
        <translation>%1 · Zustellung %2 · %3 · %4</translation>
    </message>
    <message>
        <source>The hub does not show this delivery: %1.</source>
        <translation>Der Hub zeigt diese Zustellung nicht: %1.</translation>
    </message>
    <message>
        <source>The hub did not keep the body, because it was too large.</source>
        <translation>Der Hub hat den Inhalt nicht aufbewahrt, weil er zu groß war.</translation>
    </message>
    <message>
        <source>The hub has not sent the delivery yet.</source>
        <translation>Der Hub hat die Zustellung noch nicht gesendet.</translation>
    </message>
    <message>
        <source>The delivery belongs to no job.</source>
        <translation>Die Zustellung gehört zu keinem Job.</translation>
    </message>
    <message>
        <source>The hub is taking it in.</source>
        <translation>Der Hub nimmt sie gerade auf.</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Take delivery %1 in again?</source>
        <translation>Zustellung %1 erneut aufnehmen?</translation>
    </message>
    <message>
        <source>The hub takes it in as a new delivery. It may change a job.</source>
        <translation>Der Hub nimmt sie als neue Zustellung auf. Dadurch kann sich ein Job ändern.</translation>
    </message>
    <message>
        <source>The hub takes it in as a new delivery. It may change the job %1.</source>
        <translation>Der Hub nimmt sie als neue Zustellung auf. Dadurch kann sich der Job %1 ändern.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The command was copied.</source>
        <translation>Der Befehl wurde kopiert.</translation>
    </message>
    <message>
        <source>Save body</source>
        <translation>Inhalt speichern</translation>
    </message>
    <message>
        <source>Delivery %1 is not shown any more. Nothing was saved.</source>
        <translation>Die Zustellung %1 wird nicht mehr gezeigt. Nichts wurde gespeichert.</translation>
    </message>
</context>
<context>
    <name>ui::DeliveryModel</name>
    <message>
        <source>Replay of %1</source>
        <translation>Wiederholung von %1</translation>
    </message>
    <message>
        <source>Replay of %1: %2</source>
        <translation>Wiederholung von %1: %2</translation>
    </message>
    <message>
        <source>The sender got an error. The hub does not keep which: 400, 413 or 415.</source>
        <translation>Der Absender bekam einen Fehler. Welchen, merkt sich der Hub nicht: 400, 413 oder 415.</translation>
    </message>
    <message>
        <source>A replay has no sender.</source>
        <translation>Eine Wiederholung hat keinen Absender.</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>ui::DeliveryTable</name>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>Webhooks that the hub received, the newest first</source>
        <translation>Webhooks, die der Hub empfangen hat, die neuesten zuerst</translation>
    </message>
</context>
<context>
    <name>ui::DeliveryWords</name>
    <message>
        <source>The sender&apos;s clock agreed with the hub&apos;s.</source>
        <translation>Die Uhr des Absenders stimmte mit der des Hubs überein.</translation>
    </message>
    <message>
        <source>The sender&apos;s clock was %1 ahead of the hub&apos;s.</source>
        <translation>Die Uhr des Absenders ging gegenüber der des Hubs %1 vor.</translation>
    </message>
    <message>
        <source>The sender&apos;s clock was %1 behind the hub&apos;s.</source>
        <translation>Die Uhr des Absenders ging gegenüber der des Hubs %1 nach.</translation>
    </message>
    <message>
        <source>Refused: the webhook has no signature, and the scheme %1 wants one.</source>
        <translation>Abgelehnt: der Webhook hat keine Signatur, und das Schema %1 verlangt eine.</translation>
    </message>
    <message>
        <source>Refused: the signature does not have the form of the scheme %1.</source>
        <translation>Abgelehnt: die Signatur hat nicht die Form des Schemas %1.</translation>
    </message>
    <message>
        <source>Refused: the signature is right, but its time is too far from the hub&apos;s clock.</source>
        <translation>Abgelehnt: die Signatur stimmt, aber ihre Zeit weicht zu weit von der Uhr des Hubs ab.</translation>
    </message>
    <message>
        <source>Refused: the signature does not fit the secret of the source.</source>
        <translation>Abgelehnt: die Signatur passt nicht zum Geheimnis der Quelle.</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Rejected: the source cannot read the webhook: %1</source>
        <translation>Zurückgewiesen: die Quelle kann den Webhook nicht lesen: %1</translation>
    </message>
    <message>
        <source>Rejected: the body of %1 is larger than the hub accepts. It was not kept.</source>
        <translation>Zurückgewiesen: der Inhalt (%1) ist größer, als der Hub erlaubt. Er wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The hub&apos;s verdict is not known.</source>
        <translation>Die Entscheidung des Hubs ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Accepted without a check: the source has no secrets.</source>
        <translation>Ohne Prüfung angenommen: die Quelle hat keine Geheimnisse.</translation>
    </message>
    <message>
        <source>Accepted: the signature is right.</source>
        <translation>Angenommen: die Signatur stimmt.</translation>
    </message>
    <message>
        <source>Accepted: the signature fits secret %1 of %2.</source>
        <translation>Angenommen: die Signatur passt zu Geheimnis %1 von %2.</translation>
    </message>
    <message>
        <source>It changed the job %1.</source>
        <translation>Die Zustellung hat den Job %1 geändert.</translation>
    </message>
    <message>
        <source>It is about nothing that the hub shows.</source>
        <translation>Die Zustellung betrifft nichts, was der Hub zeigt.</translation>
    </message>
    <message>
        <source>It repeats an earlier webhook, or says what its job already shows. It changed nothing.</source>
        <translation>Die Zustellung wiederholt einen früheren Webhook oder sagt, was ihr Job schon zeigt. Geändert wurde nichts.</translation>
    </message>
    <message>
        <source>No job is known for it yet. It waits seven days for its job.</source>
        <translation>Zu dieser Zustellung ist noch kein Job bekannt. Auf ihren Job wartet sie sieben Tage.</translation>
    </message>
    <message>
        <source>It was read and changed nothing: %1</source>
        <translation>Die Zustellung wurde gelesen und hat nichts geändert: %1</translation>
    </message>
    <message>
        <source>With the current secrets it would be accepted.</source>
        <translation>Mit den jetzigen Geheimnissen würde sie angenommen.</translation>
    </message>
    <message>
        <source>With the current secrets it would be refused: %1</source>
        <translation>Mit den jetzigen Geheimnissen würde sie abgelehnt: %1</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>No effect</source>
        <translation>Ohne Wirkung</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoriert</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>The signature is wrong from byte %1 on.</source>
        <translation>Die Signatur ist ab Byte %1 falsch.</translation>
    </message>
    <message>
        <source>The hub noted: %1</source>
        <translation>Der Hub hat vermerkt: %1</translation>
    </message>
    <message>
        <source>It is a replay of delivery %1.</source>
        <translation>Dies ist eine Wiederholung der Zustellung %1.</translation>
    </message>
    <message>
        <source>Delivery %1 was taken in again as delivery %2. %3</source>
        <translation>Die Zustellung %1 wurde als Zustellung %2 erneut aufgenommen. %3</translation>
    </message>
    <message numerus="yes">
        <source>Refused: the signature fits none of the %Ln secrets of the source.</source>
        <translation>
            <numerusform>Abgelehnt: die Signatur passt nicht zu dem %Ln Geheimnis der Quelle.</numerusform>
            <numerusform>Abgelehnt: die Signatur passt zu keinem der %Ln Geheimnisse der Quelle.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DetailsPage</name>
    <message>
        <source>Cancel job…</source>
        <translation>Job abbrechen…</translation>
    </message>
    <message>
        <source>Copy job id</source>
        <translation>Job-ID kopieren</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Rohdaten</translation>
    </message>
    <message>
        <source>No images yet. They appear here when the job has its result.</source>
        <translation>Noch keine Bilder. Hier erscheinen sie, wenn der Job sein Ergebnis hat.</translation>
    </message>
    <message>
        <source>This job finished without images</source>
        <translation>Dieser Job endete ohne Bilder</translation>
    </message>
</context>
<context>
    <name>ui::DisconnectQuestion</name>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Disconnect this connection?</source>
        <translation>Diese Verbindung trennen?</translation>
    </message>
    <message>
        <source>Disconnect these %1 connections?</source>
        <translation>Diese %1 Verbindungen trennen?</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>The hub closes exactly these. Their clients may connect again.</source>
        <translation>Der Hub schließt genau diese. Die Clients können sich neu verbinden.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ui::Disconnector</name>
    <message>
        <source>1 connection was disconnected.</source>
        <translation>1 Verbindung wurde getrennt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connections were disconnected.</source>
        <translation>
            <numerusform>%Ln Verbindung wurde getrennt.</numerusform>
            <numerusform>%Ln Verbindungen wurden getrennt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln had ended before.</source>
        <translation>
            <numerusform>%Ln war schon beendet.</numerusform>
            <numerusform>%Ln waren schon beendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be disconnected: %1.</source>
        <translation>
            <numerusform>%Ln konnte nicht getrennt werden: %1.</numerusform>
            <numerusform>%Ln konnten nicht getrennt werden: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rest was stopped: it is not known for %Ln of them whether they ended.</source>
        <translation>
            <numerusform>Der Rest wurde gestoppt: bei %Ln Verbindung ist nicht bekannt, ob sie beendet ist.</numerusform>
            <numerusform>Der Rest wurde gestoppt: bei %Ln Verbindungen ist nicht bekannt, ob sie beendet sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Doctor</name>
    <message>
        <source>the answer is not a JSON object</source>
        <translation>die Antwort ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>the source %1 refuses the test webhook: %2</source>
        <translation>die Quelle %1 lehnt den Test-Webhook ab: %2</translation>
    </message>
    <message>
        <source>check that this is the source&apos;s secret and that its scheme is standard-webhooks; GET /api/v1/deliveries has details</source>
        <translation>das Geheimnis der Quelle prüfen und ob ihr Schema standard-webhooks ist; GET /api/v1/deliveries hat Einzelheiten</translation>
    </message>
    <message>
        <source>give the source&apos;s secret with --secret-file, or choose another --source</source>
        <translation>das Geheimnis der Quelle mit --secret-file angeben oder eine andere --source wählen</translation>
    </message>
    <message>
        <source>the source %1 has no secret, so it accepts webhooks from admins only</source>
        <translation>die Quelle %1 hat kein Geheimnis und nimmt deshalb nur Webhooks von Administratoren an</translation>
    </message>
    <message>
        <source>set secrets_file for this source, use a token with the scope admin, or give --source and --secret-file of a source that verifies signatures</source>
        <translation>für diese Quelle secrets_file setzen, ein Token mit dem Recht admin verwenden oder --source und --secret-file einer Quelle angeben, die Signaturen prüft</translation>
    </message>
    <message>
        <source>choose with --source a source of this hub that accepts job_id and status</source>
        <translation>mit --source eine Quelle dieses Hubs wählen, die job_id und status annimmt</translation>
    </message>
</context>
<context>
    <name>ui::EditMenu</name>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>No job is selected</source>
        <translation>Kein Job ist ausgewählt</translation>
    </message>
    <message>
        <source>1 row copied</source>
        <translation>1 Zeile kopiert</translation>
    </message>
    <message>
        <source>The job was copied as JSON</source>
        <translation>Der Job wurde als JSON kopiert</translation>
    </message>
</context>
<context>
    <name>ui::EmbeddedHubWindow</name>
    <message>
        <source>&amp;Hub</source>
        <translation>&amp;Hub</translation>
    </message>
    <message>
        <source>S&amp;ources</source>
        <translation>&amp;Quellen</translation>
    </message>
    <message>
        <source>S&amp;imulator</source>
        <translation>&amp;Simulator</translation>
    </message>
    <message>
        <source>Embedded hub – the simulator runs</source>
        <translation>Eingebetteter Hub – der Simulator läuft</translation>
    </message>
    <message>
        <source>Embedded hub</source>
        <translation>Eingebetteter Hub</translation>
    </message>
</context>
<context>
    <name>ui::EmptyState</name>
    <message>
        <source>or run</source>
        <translation>oder ausführen</translation>
    </message>
    <message>
        <source>Command that does the same</source>
        <translation>Befehl, der dasselbe tut</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>ui::EventText</name>
    <message>
        <source>1 image</source>
        <translation>1 Bild</translation>
    </message>
    <message numerus="yes">
        <source>%Ln images</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>step %1/%2</source>
        <translation>Schritt %1/%2</translation>
    </message>
</context>
<context>
    <name>ui::FilterActions</name>
    <message>
        <source>&amp;Filter by %1</source>
        <translation>&amp;Filtern nach %1</translation>
    </message>
    <message>
        <source>E&amp;xclude %1</source>
        <translation>%1 &amp;ausschließen</translation>
    </message>
    <message>
        <source>&amp;Or %1</source>
        <translation>&amp;Oder %1</translation>
    </message>
    <message>
        <source>Only %1, &amp;without the other terms</source>
        <translation>Nur %1, ohne die anderen &amp;Bedingungen</translation>
    </message>
</context>
<context>
    <name>ui::FilterLine</name>
    <message>
        <source>%1 (character %2)</source>
        <translation>%1 (Zeichen %2)</translation>
    </message>
    <message>
        <source>The filter is valid</source>
        <translation>Der Filter ist gültig</translation>
    </message>
</context>
<context>
    <name>ui::Findings</name>
    <message>
        <source>enter a token of this hub; its operator creates one with &quot;helio token&quot;</source>
        <translation>ein Token dieses Hubs eingeben; sein Betreiber legt eines mit „helio token“ an</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Buffering</source>
        <translation>Pufferung</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>Lebenszeichen</translation>
    </message>
    <message>
        <source>Continuing</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
</context>
<context>
    <name>ui::Formats</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 d %2:%3</source>
        <translation>%1 T %2:%3</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>vor %1 T</translation>
    </message>
    <message>
        <source>as of %1, %2</source>
        <translation>Stand %1, %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percentage</comment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>ui::HistoryChart</name>
    <message>
        <source>%d min</source>
        <comment>axis of a chart: minutes before now</comment>
        <translation>%d min</translation>
    </message>
</context>
<context>
    <name>ui::HistoryReader</name>
    <message>
        <source>the history of the job did not arrive within %1 s</source>
        <translation>der Verlauf des Jobs ist nach %1 s nicht angekommen</translation>
    </message>
</context>
<context>
    <name>ui::HubApi</name>
    <message>
        <source>the hub&apos;s answer is not a JSON object</source>
        <translation>die Antwort des Hubs ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>the hub&apos;s answer is not a job</source>
        <translation>die Antwort des Hubs ist kein Job</translation>
    </message>
    <message>
        <source>the hub&apos;s answer has no counts of jobs</source>
        <translation>in der Antwort des Hubs fehlen die Anzahlen der Jobs</translation>
    </message>
    <message>
        <source>invalid job id: use 1 to 128 of the characters A-Z a-z 0-9 . _ ~ : @ + = -</source>
        <translation>ungültige Job-ID: sie hat 1 bis 128 der Zeichen A-Z a-z 0-9 . _ ~ : @ + = -</translation>
    </message>
    <message>
        <source>not an http, https or data URL</source>
        <translation>keine URL mit http, https oder data</translation>
    </message>
    <message>
        <source>larger than %1 bytes</source>
        <translation>größer als %1 Bytes</translation>
    </message>
</context>
<context>
    <name>ui::HubPage</name>
    <message>
        <source>The hub is starting.</source>
        <translation>Der Hub startet.</translation>
    </message>
    <message>
        <source>The hub runs at %1 since %2.</source>
        <translation>Der Hub läuft seit %2 auf %1.</translation>
    </message>
    <message>
        <source>The hub is stopping.</source>
        <translation>Der Hub wird gestoppt.</translation>
    </message>
    <message>
        <source>The hub could not start: %1</source>
        <translation>Der Hub konnte nicht starten: %1</translation>
    </message>
    <message>
        <source>The hub is stopped.</source>
        <translation>Der Hub ist gestoppt.</translation>
    </message>
    <message>
        <source>The new port or folder counts after a restart.</source>
        <translation>Der neue Port oder Ordner gilt nach einem Neustart.</translation>
    </message>
    <message>
        <source>The window shows another hub. Start connects it to this one.</source>
        <translation>Das Fenster zeigt einen anderen Hub. „Starten“ verbindet es mit diesem.</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;toppen</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>&amp;Neu starten</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>Stan&amp;dard</translation>
    </message>
    <message>
        <source>&amp;First free port from %1 to %2</source>
        <translation>&amp;Erster freier Port von %1 bis %2</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>A port from %1 to %2. The hub listens on this machine only.</source>
        <translation>Ein Port von %1 bis %2. Der Hub ist nur auf diesem Rechner erreichbar.</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Keep events for</source>
        <translation>Ereignisse behalten für</translation>
    </message>
    <message>
        <source>Port:</source>
        <translation>Port:</translation>
    </message>
    <message>
        <source>Data folder:</source>
        <translation>Datenordner:</translation>
    </message>
    <message>
        <source>Keep events for:</source>
        <translation>Ereignisse behalten für:</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Op&amp;en</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Shows the folder in the file manager</source>
        <translation>Zeigt den Ordner in der Dateiverwaltung</translation>
    </message>
    <message>
        <source>Uses the folder of this profile</source>
        <translation>Verwendet den Ordner dieses Profils</translation>
    </message>
    <message>
        <source>Data folder of the embedded hub</source>
        <translation>Datenordner des eingebetteten Hubs</translation>
    </message>
    <message>
        <source>%1 on disk. The command line sets this folder.</source>
        <translation>%1 auf dem Datenträger. Die Befehlszeile legt diesen Ordner fest.</translation>
    </message>
    <message>
        <source>%1 on disk. Another folder has its own jobs; these stay where they are.</source>
        <translation>%1 auf dem Datenträger. Ein anderer Ordner hat eigene Jobs; diese bleiben, wo sie sind.</translation>
    </message>
</context>
<context>
    <name>ui::HubStream</name>
    <message>
        <source>closed by the hub: %1</source>
        <translation>vom Hub geschlossen: %1</translation>
    </message>
    <message>
        <source>refused by the hub: %1</source>
        <translation>vom Hub abgelehnt: %1</translation>
    </message>
</context>
<context>
    <name>ui::ImagePage</name>
    <message>
        <source>Result image</source>
        <translation>Ergebnisbild</translation>
    </message>
    <message>
        <source>Previous image (Left)</source>
        <translation>Voriges Bild (Pfeil links)</translation>
    </message>
    <message>
        <source>Next image (Right)</source>
        <translation>Nächstes Bild (Pfeil rechts)</translation>
    </message>
    <message>
        <source>Fit into the window (0), or original size (1)</source>
        <translation>Ins Fenster einpassen (0) oder Originalgröße (1)</translation>
    </message>
    <message>
        <source>Copy image (Ctrl+C)</source>
        <translation>Bild kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Save image…</source>
        <translation>Bild speichern…</translation>
    </message>
    <message>
        <source>No images</source>
        <translation>Keine Bilder</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>This image cannot be shown</source>
        <translation>Dieses Bild kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>Save image</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>the image is not in memory any more; load it again</source>
        <translation>das Bild ist nicht mehr im Speicher; es muss neu geladen werden</translation>
    </message>
    <message>
        <source>Could not save the image: %1</source>
        <translation>Das Bild wurde nicht gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>ui::ImageStrip</name>
    <message>
        <source>Result images</source>
        <translation>Ergebnisbilder</translation>
    </message>
    <message>
        <source>Result image</source>
        <translation>Ergebnisbild</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Not shown: %1</source>
        <translation>Nicht gezeigt: %1</translation>
    </message>
</context>
<context>
    <name>ui::Images</name>
    <message>
        <source>Not an image, or its format is not supported</source>
        <translation>Kein Bild, oder sein Format wird nicht unterstützt</translation>
    </message>
    <message>
        <source>Too large: %1 × %2 pixels</source>
        <translation>Zu groß: %1 × %2 Pixel</translation>
    </message>
</context>
<context>
    <name>ui::JobChips</name>
    <message>
        <source>%1 new · %2</source>
        <translation>%1 neu · %2</translation>
    </message>
    <message>
        <source>Show jobs of a state</source>
        <translation>Jobs eines Zustands zeigen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>%1 since you last looked</source>
        <translation>%1 davon neu seit dem letzten Hinsehen</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>Hängt</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln jobs</source>
        <translation>
            <numerusform>%1: %Ln Job</numerusform>
            <numerusform>%1: %Ln Jobs</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only the jobs that are silent for longer than is usual</source>
        <translation>Nur die Jobs zeigen, von denen länger als üblich nichts kam</translation>
    </message>
</context>
<context>
    <name>ui::JobDeliveries</name>
    <message>
        <source>The hub shows deliveries only to a token with the scope admin.</source>
        <translation>Der Hub zeigt Zustellungen nur einem Token mit dem Recht admin.</translation>
    </message>
    <message>
        <source>The deliveries were not loaded: %1</source>
        <translation>Die Zustellungen wurden nicht geladen: %1</translation>
    </message>
    <message>
        <source>The delivery was not loaded: %1</source>
        <translation>Die Zustellung wurde nicht geladen: %1</translation>
    </message>
    <message>
        <source>(The body was too large, and the hub did not keep it.)</source>
        <translation>(Der Inhalt war zu groß, und der Hub hat ihn nicht aufbewahrt.)</translation>
    </message>
    <message>
        <source>(The body is no text. It follows as base64.)</source>
        <translation>(Der Inhalt ist kein Text. Er folgt als Base64.)</translation>
    </message>
</context>
<context>
    <name>ui::JobDetail</name>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Attempt id</source>
        <translation>Versuchs-ID</translation>
    </message>
    <message>
        <source>Provider id</source>
        <translation>Anbieter-ID</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
</context>
<context>
    <name>ui::JobLink</name>
    <message>
        <source>streaming is blocked between this machine and the hub</source>
        <translation>Streams sind zwischen diesem Rechner und dem Hub gesperrt</translation>
    </message>
</context>
<context>
    <name>ui::JobList</name>
    <message>
        <source>Default &amp;order</source>
        <translation>S&amp;tandardreihenfolge</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>All jobs of the hub, live</source>
        <translation>Alle Jobs des Hubs, live</translation>
    </message>
    <message>
        <source>&amp;Sort now</source>
        <translation>Jetzt &amp;sortieren</translation>
    </message>
</context>
<context>
    <name>ui::JobModel</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
    <message>
        <source>Result / Error</source>
        <translation>Ergebnis / Fehler</translation>
    </message>
    <message>
        <source>Stalled %1</source>
        <translation>Hängt %1</translation>
    </message>
    <message>
        <source>job %1</source>
        <translation>Job %1</translation>
    </message>
    <message>
        <source>new failure</source>
        <translation>neuer Fehlschlag</translation>
    </message>
    <message>
        <source>%1 percent</source>
        <translation>%1 Prozent</translation>
    </message>
    <message>
        <source>updated %1</source>
        <translation>aktualisiert %1</translation>
    </message>
    <message>
        <source>may be out of date</source>
        <translation>vielleicht veraltet</translation>
    </message>
    <message>
        <source>Events of this job were missed; this row may be out of date.</source>
        <translation>Ereignisse dieses Jobs fehlen; diese Zeile ist vielleicht veraltet.</translation>
    </message>
    <message>
        <source>No update for %1. A running job of this kind is stalled after %2.</source>
        <translation>Seit %1 keine Neuigkeit. Ein laufender Job dieser Art hängt nach %2.</translation>
    </message>
    <message>
        <source>New: you have not looked at this failure yet.</source>
        <translation>Neu: dieser Fehlschlag wurde noch nicht angesehen.</translation>
    </message>
    <message>
        <source>Started %1</source>
        <translation>Begonnen %1</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
</context>
<context>
    <name>ui::JobNavigator</name>
    <message>
        <source>Go to job</source>
        <translation>Gehe zu Job</translation>
    </message>
    <message>
        <source>Job id, or its beginning:</source>
        <translation>Job-ID oder ihr Anfang:</translation>
    </message>
    <message>
        <source>No failure below</source>
        <translation>Weiter unten ist kein Fehlschlag</translation>
    </message>
    <message>
        <source>No failure above</source>
        <translation>Weiter oben ist kein Fehlschlag</translation>
    </message>
    <message>
        <source>No stalled job below</source>
        <translation>Weiter unten hängt kein Job</translation>
    </message>
    <message>
        <source>No stalled job above</source>
        <translation>Weiter oben hängt kein Job</translation>
    </message>
</context>
<context>
    <name>ui::JobWords</name>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Generic</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurierung</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Benachrichtigung</translation>
    </message>
</context>
<context>
    <name>ui::JobsMenu</name>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Jobs</translation>
    </message>
    <message>
        <source>&amp;Export shown jobs…</source>
        <translation>Gezeigte Jobs &amp;exportieren…</translation>
    </message>
    <message>
        <source>Send a test &amp;job</source>
        <translation>&amp;Testjob senden</translation>
    </message>
    <message>
        <source>&amp;Go to job…</source>
        <translation>&amp;Gehe zu Job…</translation>
    </message>
    <message>
        <source>Show &amp;failures</source>
        <translation>&amp;Fehlschläge zeigen</translation>
    </message>
    <message>
        <source>&amp;Next failure</source>
        <translation>&amp;Nächster Fehlschlag</translation>
    </message>
    <message>
        <source>&amp;Previous failure</source>
        <translation>&amp;Voriger Fehlschlag</translation>
    </message>
    <message>
        <source>Next s&amp;talled job</source>
        <translation>Nächster &amp;hängender Job</translation>
    </message>
    <message>
        <source>Previous stalle&amp;d job</source>
        <translation>V&amp;origer hängender Job</translation>
    </message>
    <message>
        <source>&amp;Copy job id</source>
        <translation>Job-ID &amp;kopieren</translation>
    </message>
    <message>
        <source>C&amp;ancel job…</source>
        <translation>Job &amp;abbrechen…</translation>
    </message>
    <message>
        <source>No job is selected</source>
        <translation>Kein Job ist ausgewählt</translation>
    </message>
    <message>
        <source>The job has ended</source>
        <translation>Der Job ist beendet</translation>
    </message>
    <message>
        <source>The token has no right to publish</source>
        <translation>Das Token darf nichts veröffentlichen</translation>
    </message>
    <message>
        <source>The token allows only jobs with certain ids</source>
        <translation>Das Token erlaubt nur Jobs mit bestimmten IDs</translation>
    </message>
    <message>
        <source>Export shown jobs</source>
        <translation>Gezeigte Jobs exportieren</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>%1 jobs were saved to %2.</source>
        <translation>%1 Jobs wurden in %2 gespeichert.</translation>
    </message>
    <message>
        <source>%1 was not saved: %2</source>
        <translation>%1 wurde nicht gespeichert: %2</translation>
    </message>
    <message>
        <source>P&amp;in to the top</source>
        <translation>O&amp;ben anheften</translation>
    </message>
    <message>
        <source>The job was not pinned: at most %1 jobs can be.</source>
        <translation>Der Job wurde nicht angeheftet: höchstens %1 Jobs sind möglich.</translation>
    </message>
</context>
<context>
    <name>ui::JobsPage</name>
    <message>
        <source>Filter jobs – words, state:failed, age:&lt;1h, -owner:ann</source>
        <translation>Jobs filtern – Wörter, state:failed, age:&lt;1h, -owner:ann</translation>
    </message>
    <message>
        <source>Filter jobs</source>
        <translation>Jobs filtern</translation>
    </message>
    <message>
        <source>Load more</source>
        <translation>Mehr laden</translation>
    </message>
    <message>
        <source>Load older jobs from the hub</source>
        <translation>Ältere Jobs vom Hub laden</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>%1 of %2 loaded</source>
        <translation>%1 von %2 geladen</translation>
    </message>
    <message>
        <source>1 job</source>
        <translation>1 Job</translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation>%1 Jobs</translation>
    </message>
    <message>
        <source>1 job is hidden by the filter.</source>
        <translation>1 Job ist durch den Filter verborgen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs are hidden by the filter.</source>
        <translation>
            <numerusform>%Ln Job ist durch den Filter verborgen.</numerusform>
            <numerusform>%Ln Jobs sind durch den Filter verborgen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Older jobs of the hub are not loaded yet.</source>
        <translation>Ältere Jobs des Hubs sind noch nicht geladen.</translation>
    </message>
    <message>
        <source>No job matches</source>
        <translation>Kein Job passt</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>No hub yet</source>
        <translation>Noch kein Hub</translation>
    </message>
    <message>
        <source>Connect to a hub, or run one in this program.</source>
        <translation>Den Monitor mit einem Hub verbinden oder einen in diesem Programm betreiben.</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Waiting for the hub</source>
        <translation>Der Hub hat noch nicht geantwortet</translation>
    </message>
    <message>
        <source>The jobs of %1 appear here once it answers.</source>
        <translation>Die Jobs von %1 erscheinen hier, sobald er antwortet.</translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation>Noch keine Jobs</translation>
    </message>
    <message>
        <source>Connected to %1. A job appears here when the hub receives its first event.</source>
        <translation>Mit %1 verbunden. Ein Job erscheint hier, wenn der Hub sein erstes Ereignis empfängt.</translation>
    </message>
    <message>
        <source>Send a test job</source>
        <translation>Testjob senden</translation>
    </message>
    <message>
        <source>%1 loaded</source>
        <translation>%1 geladen</translation>
    </message>
    <message>
        <source>only the loaded jobs are searched</source>
        <translation>nur die geladenen Jobs werden durchsucht</translation>
    </message>
    <message>
        <source>asking the hub…</source>
        <translation>frage den Hub…</translation>
    </message>
    <message>
        <source>the hub may have more matches</source>
        <translation>der Hub hat vielleicht weitere Treffer</translation>
    </message>
    <message>
        <source>all matches of the hub are loaded</source>
        <translation>alle Treffer des Hubs sind geladen</translation>
    </message>
    <message>
        <source>this window can hold no more jobs</source>
        <translation>dieses Fenster fasst keine weiteren Jobs</translation>
    </message>
    <message>
        <source>the hub was not searched: %1</source>
        <translation>der Hub wurde nicht durchsucht: %1</translation>
    </message>
    <message>
        <source>1 job not checked: the expression takes too long</source>
        <translation>1 Job nicht geprüft: der Ausdruck braucht zu lange</translation>
    </message>
    <message>
        <source>%1 jobs not checked: the expression takes too long</source>
        <translation>%1 Jobs nicht geprüft: der Ausdruck braucht zu lange</translation>
    </message>
    <message>
        <source>Load more matches from the hub</source>
        <translation>Weitere Treffer vom Hub laden</translation>
    </message>
    <message>
        <source>The other jobs of the hub do not match either.</source>
        <translation>Auch die anderen Jobs des Hubs passen nicht.</translation>
    </message>
    <message>
        <source>The hub is asked for the others…</source>
        <translation>Der Hub wird nach den anderen gefragt…</translation>
    </message>
</context>
<context>
    <name>ui::JsonTreeModel</name>
    <message numerus="yes">
        <source>%Ln more not shown</source>
        <translation>
            <numerusform>%Ln weiterer nicht gezeigt</numerusform>
            <numerusform>%Ln weitere nicht gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>%1 (%2 characters)</source>
        <translation>%1 (%2 Zeichen)</translation>
    </message>
</context>
<context>
    <name>ui::LabelColors</name>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Turquoise</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Oliv</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
</context>
<context>
    <name>ui::LinkNotices</name>
    <message>
        <source>Connected again</source>
        <translation>Wieder verbunden</translation>
    </message>
    <message>
        <source>The connection to the hub is lost</source>
        <translation>Die Verbindung zum Hub ist verloren</translation>
    </message>
</context>
<context>
    <name>ui::LinkWords</name>
    <message>
        <source>. Is the hub running?</source>
        <translation>. Läuft der Hub?</translation>
    </message>
    <message>
        <source>. Check the address of the hub.</source>
        <translation>. Stimmt die Adresse des Hubs?</translation>
    </message>
    <message>
        <source>. Check the address and the certificate of the hub.</source>
        <translation>. Stimmen Adresse und Zertifikat des Hubs?</translation>
    </message>
    <message>
        <source>Reconnecting in %1 s</source>
        <translation>Verbinde in %1 s neu</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Verbinde neu</translation>
    </message>
    <message>
        <source>The hub is shutting down. %1.</source>
        <translation>Der Hub fährt herunter. %1.</translation>
    </message>
    <message>
        <source> (attempt %1)</source>
        <translation> (Versuch %1)</translation>
    </message>
    <message>
        <source>Silent %1 s</source>
        <translation>Still seit %1 s</translation>
    </message>
    <message>
        <source>The hub has been silent for %1 s. If it stays silent, the monitor connects again.</source>
        <translation>Der Hub schweigt seit %1 s. Schweigt er weiter, verbindet sich der Monitor neu.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbinde</translation>
    </message>
    <message>
        <source>Connecting to %1 (attempt %2)</source>
        <translation>Verbinde mit %1 (Versuch %2)</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>Verbinde mit %1</translation>
    </message>
    <message>
        <source>The hub at %1 wants a valid token%2.</source>
        <translation>Der Hub auf %1 verlangt ein gültiges Token%2.</translation>
    </message>
    <message>
        <source>The token has no right to see the jobs of %1%2. Use another token.</source>
        <translation>Das Token darf die Jobs von %1 nicht sehen%2. Ein anderes Token ist nötig.</translation>
    </message>
    <message>
        <source>The hub at %1 refused this monitor%2</source>
        <translation>Der Hub auf %1 hat diesen Monitor abgelehnt%2</translation>
    </message>
    <message>
        <source>There is no hub at %1. The server knows no such page. Check the address.</source>
        <translation>Auf %1 ist kein Hub. Der Server kennt die Seite nicht. Stimmt die Adresse?</translation>
    </message>
    <message>
        <source>The server at %1 is not a hub. It sends something other than events. Check the address.</source>
        <translation>Der Server auf %1 ist kein Hub. Er sendet etwas anderes als Ereignisse. Stimmt die Adresse?</translation>
    </message>
    <message>
        <source>Cannot stream events from %1%2</source>
        <translation>Von %1 kommt kein Stream von Ereignissen%2</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Not connected to a hub.</source>
        <translation>Nicht mit einem Hub verbunden.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Hub draining</source>
        <translation>Hub fährt herunter</translation>
    </message>
    <message>
        <source>The hub at %1 is shutting down. The monitor connects again when it is back.</source>
        <translation>Der Hub auf %1 fährt herunter. Der Monitor verbindet sich neu, wenn er wieder da ist.</translation>
    </message>
    <message>
        <source>Not trusted</source>
        <translation>Nicht vertraut</translation>
    </message>
    <message>
        <source>Polling</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Jobs are polled, not streamed%1</source>
        <translation>Jobs werden abgefragt und kommen nicht als Stream%1</translation>
    </message>
    <message>
        <source>Stopped by hub</source>
        <translation>Vom Hub beendet</translation>
    </message>
    <message>
        <source>The hub told this monitor not to reconnect%1</source>
        <translation>Der Hub will nicht, dass sich dieser Monitor neu verbindet%1</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Wrong address</source>
        <translation>Falsche Adresse</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>No network; waiting for it to come back</source>
        <translation>Kein Netz; der Monitor wartet, bis es wieder da ist</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Enter token…</source>
        <translation>Token eingeben…</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>Zertifikat zeigen…</translation>
    </message>
    <message>
        <source>Change hub…</source>
        <translation>Hub ändern…</translation>
    </message>
    <message>
        <source>Embedded hub…</source>
        <translation>Eingebetteter Hub…</translation>
    </message>
</context>
<context>
    <name>ui::ListKeys</name>
    <message>
        <source>In the list of jobs</source>
        <translation>In der Jobliste</translation>
    </message>
    <message>
        <source>In the event log</source>
        <translation>Im Ereignisprotokoll</translation>
    </message>
    <message>
        <source>In a filter field</source>
        <translation>In einem Filterfeld</translation>
    </message>
    <message>
        <source>In lists and trees</source>
        <translation>In Listen und Bäumen</translation>
    </message>
    <message>
        <source>Show the details of the job</source>
        <translation>Details des Jobs zeigen</translation>
    </message>
    <message>
        <source>Filter jobs</source>
        <translation>Jobs filtern</translation>
    </message>
    <message>
        <source>Filter events</source>
        <translation>Ereignisse filtern</translation>
    </message>
    <message>
        <source>Go to the oldest event</source>
        <translation>Zum ältesten Ereignis gehen</translation>
    </message>
    <message>
        <source>Go to the newest event and follow</source>
        <translation>Zum neuesten Ereignis gehen und folgen</translation>
    </message>
    <message>
        <source>Select more rows</source>
        <translation>Mehr Zeilen auswählen</translation>
    </message>
    <message>
        <source>Apply the filter at once</source>
        <translation>Filter sofort anwenden</translation>
    </message>
    <message>
        <source>Close the completions, then clear the filter, then go to the list</source>
        <translation>Vorschläge schließen, dann den Filter löschen, dann zur Liste gehen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Zeile wechseln</translation>
    </message>
    <message>
        <source>First or last row</source>
        <translation>Erste oder letzte Zeile</translation>
    </message>
    <message>
        <source>Open or close a branch</source>
        <translation>Zweig auf- oder zuklappen</translation>
    </message>
</context>
<context>
    <name>ui::LogAccessible</name>
    <message>
        <source>marked</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>label %1, %2</source>
        <translation>Label %1, %2</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
</context>
<context>
    <name>ui::LogActions</name>
    <message>
        <source>Menu of the row</source>
        <translation>Menü der Zeile</translation>
    </message>
    <message>
        <source>&amp;Copy selected rows</source>
        <translation>Ausgewählte Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Copy job &amp;id</source>
        <translation>Job-&amp;ID kopieren</translation>
    </message>
    <message>
        <source>&amp;Go to job</source>
        <translation>&amp;Gehe zu Job</translation>
    </message>
    <message>
        <source>&amp;Mark or unmark rows</source>
        <translation>&amp;Markierung setzen oder entfernen</translation>
    </message>
    <message>
        <source>&amp;Next mark</source>
        <translation>&amp;Nächste Markierung</translation>
    </message>
    <message>
        <source>&amp;Previous mark</source>
        <translation>&amp;Vorige Markierung</translation>
    </message>
    <message>
        <source>Remove all mar&amp;ks</source>
        <translation>&amp;Alle Markierungen entfernen</translation>
    </message>
    <message>
        <source>&amp;Label rows of the job</source>
        <translation>La&amp;bel für die Zeilen des Jobs</translation>
    </message>
    <message>
        <source>&amp;Remove all labels</source>
        <translation>&amp;Alle Labels entfernen</translation>
    </message>
    <message>
        <source>&amp;Top</source>
        <translation>Ganz nach &amp;oben</translation>
    </message>
    <message>
        <source>&amp;Bottom</source>
        <translation>Ganz nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Find in log…</source>
        <translation>Im Protokoll su&amp;chen…</translation>
    </message>
    <message>
        <source>Ne&amp;xt match</source>
        <translation>Nächster &amp;Treffer</translation>
    </message>
    <message>
        <source>Pre&amp;vious match</source>
        <translation>Vo&amp;riger Treffer</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>No label: the selected row has no job</source>
        <translation>Kein Label: die ausgewählte Zeile hat keinen Job</translation>
    </message>
    <message>
        <source>No label: at most %1 jobs can have one</source>
        <translation>Kein Label: höchstens %1 Jobs können eines haben</translation>
    </message>
    <message>
        <source>No mark: at most %1 rows can have one</source>
        <translation>Keine Markierung: höchstens %1 Zeilen können eine haben</translation>
    </message>
    <message>
        <source>No mark below</source>
        <translation>Weiter unten ist keine Markierung</translation>
    </message>
    <message>
        <source>No mark above</source>
        <translation>Weiter oben ist keine Markierung</translation>
    </message>
</context>
<context>
    <name>ui::LogCells</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>job %1</source>
        <translation>Job %1</translation>
    </message>
</context>
<context>
    <name>ui::LogColumn</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Δ</source>
        <extracomment>The title of a narrow column: the time since the row before.</extracomment>
        <translation>Δ</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Event id</source>
        <translation>Ereignis-ID</translation>
    </message>
</context>
<context>
    <name>ui::LogFindBar</name>
    <message>
        <source>Find – words, level:error, /expression/</source>
        <translation>Suchen – Wörter, level:error, /Ausdruck/</translation>
    </message>
    <message>
        <source>Find in the event log</source>
        <translation>Im Ereignisprotokoll suchen</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Searching, %1</source>
        <translation>Suche, %1</translation>
    </message>
    <message>
        <source>Stopped: the expression takes too long</source>
        <translation>Gestoppt: der Ausdruck braucht zu lange</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 Treffer</translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation>%1 Treffer</translation>
    </message>
</context>
<context>
    <name>ui::LogHeader</name>
    <message>
        <source>Time since the visible row before</source>
        <translation>Zeit seit der sichtbaren Zeile davor</translation>
    </message>
    <message>
        <source>Columns of the event log</source>
        <translation>Spalten des Ereignisprotokolls</translation>
    </message>
    <message>
        <source>Time since the row before</source>
        <translation>Zeit seit der Zeile davor</translation>
    </message>
</context>
<context>
    <name>ui::LogLevel</name>
    <message>
        <source>Debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>ui::LogMinimap</name>
    <message>
        <source>Map of the event log</source>
        <translation>Karte des Ereignisprotokolls</translation>
    </message>
    <message>
        <source>The whole log: a full bar is an error, a shorter one a warning, a line across is a gap. Dashes at the left are marks and matches. Click to go there.</source>
        <translation>Das ganze Protokoll: ein voller Balken ist ein Fehler, ein kürzerer eine Warnung, eine Linie quer eine Lücke. Striche links sind Markierungen und Treffer. Ein Klick führt dorthin.</translation>
    </message>
</context>
<context>
    <name>ui::LogPage</name>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Filter events – words, level&gt;=warning, job:4821, /expression/</source>
        <translation>Ereignisse filtern – Wörter, level&gt;=warning, job:4821, /Ausdruck/</translation>
    </message>
    <message>
        <source>Filter events</source>
        <translation>Ereignisse filtern</translation>
    </message>
    <message>
        <source>Stay at the newest event</source>
        <translation>Beim neuesten Ereignis bleiben</translation>
    </message>
    <message>
        <source>Pause the log; events are still received</source>
        <translation>Das Protokoll anhalten; Ereignisse werden weiter empfangen</translation>
    </message>
    <message>
        <source>Save events</source>
        <translation>Ereignisse speichern</translation>
    </message>
    <message>
        <source>Text files (*.txt *.log)</source>
        <translation>Textdateien (*.txt *.log)</translation>
    </message>
    <message>
        <source>%1 rows were saved to %2.</source>
        <translation>%1 Zeilen wurden in %2 gespeichert.</translation>
    </message>
    <message>
        <source>The log dropped %1 of them before.</source>
        <translation>%1 davon waren schon aus dem Protokoll gefallen.</translation>
    </message>
    <message>
        <source>%1 was not saved: %2</source>
        <translation>%1 wurde nicht gespeichert: %2</translation>
    </message>
    <message>
        <source>1 row copied</source>
        <translation>1 Zeile kopiert</translation>
    </message>
    <message>
        <source>%1 rows copied</source>
        <translation>%1 Zeilen kopiert</translation>
    </message>
    <message>
        <source>Copy events</source>
        <translation>Ereignisse kopieren</translation>
    </message>
    <message>
        <source>%1 of %2 rows were copied.</source>
        <translation>%1 von %2 Zeilen wurden kopiert.</translation>
    </message>
    <message>
        <source>The clipboard takes no more. A file takes all of them.</source>
        <translation>Mehr nimmt die Zwischenablage nicht auf. Eine Datei nimmt alle auf.</translation>
    </message>
    <message>
        <source>Save all to a file…</source>
        <translation>Alle in eine Datei speichern…</translation>
    </message>
    <message>
        <source>Filtering, %1</source>
        <translation>Filtere, %1</translation>
    </message>
    <message>
        <source>%1 of %2 events</source>
        <translation>%1 von %2 Ereignissen</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Ereignis</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>Filter stopped: the expression takes too long</source>
        <translation>Filter gestoppt: der Ausdruck braucht zu lange</translation>
    </message>
    <message>
        <source>1 event hidden: the expression takes too long to check it</source>
        <translation>1 Ereignis verborgen: der Ausdruck braucht dafür zu lange</translation>
    </message>
    <message>
        <source>%1 events hidden: the expression takes too long to check them</source>
        <translation>%1 Ereignisse verborgen: der Ausdruck braucht dafür zu lange</translation>
    </message>
    <message>
        <source>The search went on at the top</source>
        <translation>Die Suche ging oben weiter</translation>
    </message>
    <message>
        <source>The search went on at the bottom</source>
        <translation>Die Suche ging unten weiter</translation>
    </message>
    <message>
        <source>No label: a search with a regular expression cannot have one</source>
        <translation>Kein Label: eine Suche mit regulärem Ausdruck kann keines haben</translation>
    </message>
    <message>
        <source>No label: at most %1 searches can have one</source>
        <translation>Kein Label: höchstens %1 Suchen können eines haben</translation>
    </message>
    <message>
        <source>No label: the search is empty</source>
        <translation>Kein Label: die Suche ist leer</translation>
    </message>
</context>
<context>
    <name>ui::LogView</name>
    <message>
        <source>Event log</source>
        <translation>Ereignisprotokoll</translation>
    </message>
    <message>
        <source>▼ %1 new</source>
        <translation>▼ %1 neu</translation>
    </message>
    <message>
        <source>Waiting for events</source>
        <translation>Noch keine Ereignisse</translation>
    </message>
    <message>
        <source>No event matches the filter</source>
        <translation>Kein Ereignis passt zum Filter</translation>
    </message>
    <message>
        <source>Every event of the hub, the newest last</source>
        <translation>Alle Ereignisse des Hubs, das neueste zuletzt</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>Ereignisprotokoll</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Some events were missed. The event log shows where. Jobs that were running are marked until the hub reports them again.</source>
        <translation>Einige Ereignisse fehlen. Das Ereignisprotokoll zeigt, wo. Jobs, die da liefen, sind markiert, bis der Hub wieder von ihnen berichtet.</translation>
    </message>
    <message>
        <source>The hub started a new history. All jobs were loaded again.</source>
        <translation>Der Hub hat einen neuen Verlauf begonnen. Alle Jobs wurden neu geladen.</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 laufend</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>offline, %1</source>
        <translation>offline, %1</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>The list shows the jobs %1.</source>
        <translation>Die Liste zeigt die Jobs, %1.</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>Job abbrechen</translation>
    </message>
    <message>
        <source>Cancel job %1?</source>
        <translation>Job %1 abbrechen?</translation>
    </message>
    <message>
        <source>The work of the job so far may be lost.</source>
        <translation>Die bisherige Arbeit des Jobs geht vielleicht verloren.</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Heliograph</source>
        <translation>Ü&amp;ber Heliograph</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Jobs</translation>
    </message>
    <message>
        <source>Event &amp;log</source>
        <translation>Ereignis&amp;protokoll</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>&amp;Verbindungen</translation>
    </message>
    <message>
        <source>&amp;Filter jobs</source>
        <translation>Jobs &amp;filtern</translation>
    </message>
    <message>
        <source>Switch &amp;times between local and UTC</source>
        <translation>&amp;Uhrzeiten zwischen lokal und UTC umschalten</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>&amp;New profile…</source>
        <translation>&amp;Neues Profil…</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Neues Profil</translation>
    </message>
    <message>
        <source>Name, of letters, digits, - and _. A profile has its own hub, settings and window:</source>
        <translation>Name aus Buchstaben, Ziffern, - und _. Ein Profil hat einen eigenen Hub, eigene Einstellungen und ein eigenes Fenster:</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>Filter &amp;events</source>
        <translation>Ereignisse &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Save rows to a file…</source>
        <translation>Zeilen in eine Datei &amp;speichern…</translation>
    </message>
    <message>
        <source>Cle&amp;ar log</source>
        <translation>Protokoll &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>&amp;Verbindung</translation>
    </message>
    <message>
        <source>&amp;Connect to a hub…</source>
        <translation>Mit einem &amp;Hub verbinden…</translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation>&amp;Profil</translation>
    </message>
    <message>
        <source>Profile: hub, settings and window</source>
        <translation>Profil: Hub, Einstellungen und Fenster</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>&amp;Retry now</source>
        <translation>&amp;Jetzt versuchen</translation>
    </message>
    <message>
        <source>&amp;Load everything again</source>
        <translation>&amp;Alles neu laden</translation>
    </message>
    <message>
        <source>About Heliograph</source>
        <translation>Über Heliograph</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Heliograph %1&lt;/h3&gt;&lt;p&gt;Receives job webhooks, remembers them, streams them and shows them live.&lt;/p&gt;&lt;p&gt;Qt %2 · GPL-3.0-or-later&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Heliograph %1&lt;/h3&gt;&lt;p&gt;Empfängt Webhooks von Jobs, bewahrt sie auf, sendet sie als Stream weiter und zeigt sie live.&lt;/p&gt;&lt;p&gt;Qt %2 · GPL-3.0-or-later&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Cl&amp;ear filter</source>
        <translation>Filter &amp;löschen</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Embedded hub…</source>
        <translation>&amp;Eingebetteter Hub…</translation>
    </message>
    <message>
        <source>&amp;Deliveries</source>
        <translation>Zu&amp;stellungen</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>V&amp;ollbild</translation>
    </message>
    <message>
        <source>Pa&amp;nels</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Previous panel</source>
        <translation>Vo&amp;riger Bereich</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>Te&amp;xtgröße</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>Text size %1 %</source>
        <translation>Textgröße %1 %</translation>
    </message>
</context>
<context>
    <name>ui::MonitorLink</name>
    <message>
        <source>the link is longer than 200 characters</source>
        <translation>der Link ist länger als 200 Zeichen</translation>
    </message>
    <message>
        <source>the link does not begin with heliograph:</source>
        <translation>der Link beginnt nicht mit heliograph:</translation>
    </message>
    <message>
        <source>a link cannot name a hub; use heliograph:job/ and a job id</source>
        <translation>ein Link kann keinen Hub nennen; er besteht aus heliograph:job/ und einer Job-ID</translation>
    </message>
    <message>
        <source>use heliograph:, heliograph:failures or heliograph:job/ and a job id</source>
        <translation>möglich sind heliograph:, heliograph:failures oder heliograph:job/ und eine Job-ID</translation>
    </message>
    <message>
        <source>the link does not contain a valid job id</source>
        <translation>der Link enthält keine gültige Job-ID</translation>
    </message>
</context>
<context>
    <name>ui::Network</name>
    <message>
        <source>larger than %1 bytes</source>
        <translation>größer als %1 Bytes</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>connection closed</source>
        <translation>Verbindung geschlossen</translation>
    </message>
    <message>
        <source>host not found</source>
        <translation>Rechner nicht gefunden</translation>
    </message>
    <message>
        <source>connection timed out</source>
        <translation>Verbindung kam nicht rechtzeitig zustande</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine Antwort in der vorgesehenen Zeit</translation>
    </message>
    <message>
        <source>TLS handshake failed</source>
        <translation>TLS-Handshake fehlgeschlagen</translation>
    </message>
    <message>
        <source>not an http or https address</source>
        <translation>keine Adresse mit http oder https</translation>
    </message>
</context>
<context>
    <name>ui::NoticePolicy</name>
    <message>
        <source>While you were away</source>
        <translation>Während der Abwesenheit</translation>
    </message>
    <message>
        <source>There are many notifications. Until there are fewer, they come as one digest every 10 minutes.</source>
        <translation>Es gibt viele Benachrichtigungen. Bis es weniger sind, kommen sie alle 10 Minuten als eine Zusammenfassung.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln done</source>
        <translation>
            <numerusform>%Ln fertig</numerusform>
            <numerusform>%Ln fertig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::NoticeSettings</name>
    <message>
        <source>no limit</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>Notify</source>
        <translation>Benachrichtigen</translation>
    </message>
    <message>
        <source>When a job &amp;fails, times out or is lost</source>
        <translation>Wenn ein Job &amp;fehlschlägt, seine Zeit abläuft oder er verloren geht</translation>
    </message>
    <message>
        <source>When a job is &amp;completed</source>
        <translation>Wenn ein Job fer&amp;tig ist</translation>
    </message>
    <message>
        <source>When a job is &amp;stalled</source>
        <translation>Wenn ein &amp;Job hängt</translation>
    </message>
    <message>
        <source>When the &amp;hub is lost for 15 s, and when it is back</source>
        <translation>Wenn der &amp;Hub 15 s lang nicht erreichbar ist und wenn er wieder da ist</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>More notifications come as one digest every 10 minutes.</source>
        <translation>Weitere Benachrichtigungen kommen alle 10 Minuten als eine Zusammenfassung.</translation>
    </message>
    <message>
        <source>&amp;Quiet from</source>
        <translation>&amp;Ruhe von</translation>
    </message>
    <message>
        <source>What happens in this time comes as one digest at its end.</source>
        <translation>Was in dieser Zeit geschieht, kommt an ihrem Ende als eine Zusammenfassung.</translation>
    </message>
    <message>
        <source>Begin of the quiet hours</source>
        <translation>Beginn der Ruhezeit</translation>
    </message>
    <message>
        <source>End of the quiet hours</source>
        <translation>Ende der Ruhezeit</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>In &amp;10 minutes:</source>
        <translation>In &amp;10 Minuten:</translation>
    </message>
    <message>
        <source>In an h&amp;our:</source>
        <translation>In einer St&amp;unde:</translation>
    </message>
</context>
<context>
    <name>ui::Notices</name>
    <message>
        <source>Job %1 failed</source>
        <translation>Job %1 ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Job %1 completed</source>
        <translation>Job %1 ist fertig</translation>
    </message>
    <message>
        <source>1 job failed</source>
        <translation>1 Job fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs failed</source>
        <translation>
            <numerusform>%Ln Job fehlgeschlagen</numerusform>
            <numerusform>%Ln Jobs fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 completed</source>
        <translation>1 fertig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln completed</source>
        <translation>
            <numerusform>%Ln fertig</numerusform>
            <numerusform>%Ln fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>1 stalled</source>
        <translation>1 hängt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stalled</source>
        <translation>
            <numerusform>%Ln hängt</numerusform>
            <numerusform>%Ln hängen</numerusform>
        </translation>
    </message>
    <message>
        <source>Job %1 is stalled</source>
        <translation>Job %1 hängt</translation>
    </message>
    <message>
        <source>It has not reported for an unusual time.</source>
        <translation>Er hat sich ungewöhnlich lange nicht gemeldet.</translation>
    </message>
    <message>
        <source>Job %1 was cancelled</source>
        <translation>Job %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>Hängt</translation>
    </message>
</context>
<context>
    <name>ui::OverviewPage</name>
    <message>
        <source>%1 now · at most %2</source>
        <translation>%1 jetzt · höchstens %2</translation>
    </message>
    <message>
        <source>not live · at most %1</source>
        <translation>nicht live · höchstens %1</translation>
    </message>
    <message>
        <source>Select a job to see its timeline, payload and result.</source>
        <translation>Einen Job auswählen, um seinen Verlauf, seine Daten und sein Ergebnis zu sehen.</translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation>Ereignisse pro Sekunde</translation>
    </message>
    <message>
        <source>Failures an hour</source>
        <translation>Fehlschläge pro Stunde</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Last failures</source>
        <translation>Letzte Fehlschläge</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>shown only to a token with the scope admin</source>
        <translation>nur für ein Token mit dem Recht admin</translation>
    </message>
    <message>
        <source>%1 · of the %2 loaded jobs</source>
        <translation>%1 · von den %2 geladenen Jobs</translation>
    </message>
    <message>
        <source>No failure among the loaded jobs</source>
        <translation>Kein Fehlschlag unter den geladenen Jobs</translation>
    </message>
</context>
<context>
    <name>ui::PauseMenu</name>
    <message>
        <source>For &amp;15 minutes</source>
        <translation>Für &amp;15 Minuten</translation>
    </message>
    <message>
        <source>For 1 &amp;hour</source>
        <translation>Für 1 &amp;Stunde</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow, 8:00</source>
        <translation>Bis &amp;morgen, 8:00</translation>
    </message>
    <message>
        <source>Until they are &amp;resumed</source>
        <translation>Bis zum &amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Show notifications again</source>
        <translation>Benachrichtigungen wieder &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Paused until %1</source>
        <translation>&amp;Angehalten bis %1</translation>
    </message>
    <message>
        <source>&amp;Pause notifications</source>
        <translation>Benachrichtigungen &amp;anhalten</translation>
    </message>
</context>
<context>
    <name>ui::PayloadPage</name>
    <message>
        <source>Show the job</source>
        <translation>Job zeigen</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Find in the payload</source>
        <translation>In den Daten suchen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Data of one event</source>
        <translation>Daten eines Ereignisses</translation>
    </message>
    <message>
        <source>Current state of the job</source>
        <translation>Aktueller Zustand des Jobs</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>This text has %1 characters.</source>
        <translation>Dieser Text hat %1 Zeichen.</translation>
    </message>
    <message>
        <source>&amp;Copy value</source>
        <translation>Wert &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>&amp;Show all</source>
        <translation>Alles &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Expand all</source>
        <translation>Alle &amp;aufklappen</translation>
    </message>
    <message>
        <source>C&amp;ollapse all</source>
        <translation>Alle z&amp;uklappen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln matches</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Poller</name>
    <message>
        <source>the hub&apos;s list of jobs has no as_of</source>
        <translation>in der Jobliste des Hubs fehlt as_of</translation>
    </message>
</context>
<context>
    <name>ui::RawPage</name>
    <message>
        <source>Raw text</source>
        <translation>Rohtext</translation>
    </message>
    <message>
        <source>Stream or webhook</source>
        <translation>Stream oder Webhook</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Ask the hub again for the webhooks of this job</source>
        <translation>Die Webhooks dieses Jobs noch einmal vom Hub laden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the whole text</source>
        <translation>Den ganzen Text kopieren</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
    <message>
        <source>Stream of the job</source>
        <translation>Stream des Jobs</translation>
    </message>
    <message>
        <source>Webhook · %1</source>
        <translation>Webhook · %1</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>The last %1 of %2 frames; Copy takes all.</source>
        <translation>Die letzten %1 von %2 Frames; „Kopieren“ nimmt alle.</translation>
    </message>
    <message>
        <source>%1 older frames are not in memory any more.</source>
        <translation>%1 ältere Frames sind nicht mehr im Speicher.</translation>
    </message>
    <message>
        <source>The first %1 of %2 characters; Copy takes all.</source>
        <translation>Die ersten %1 von %2 Zeichen; „Kopieren“ nimmt alle.</translation>
    </message>
    <message>
        <source>Loading the webhooks…</source>
        <translation>Die Webhooks werden geladen…</translation>
    </message>
    <message>
        <source>No webhook changed this job.</source>
        <translation>Kein Webhook hat diesen Job geändert.</translation>
    </message>
    <message>
        <source>The newest %1 webhooks are in the list.</source>
        <translation>Die neuesten %1 Webhooks stehen in der Liste.</translation>
    </message>
    <message>
        <source>Copy a command that follows the stream. It has $HELIO_TOKEN in place of the token: set this variable first.</source>
        <translation>Einen Befehl kopieren, der dem Stream folgt. Er enthält $HELIO_TOKEN anstelle des Tokens: diese Variable muss vorher gesetzt sein.</translation>
    </message>
    <message>
        <source>Copy a command that sends this webhook again. It leaves out secret headers.</source>
        <translation>Einen Befehl kopieren, der diesen Webhook noch einmal sendet. Geheime Header fehlen darin.</translation>
    </message>
</context>
<context>
    <name>ui::ReachStep</name>
    <message>
        <source>an old version of TLS</source>
        <translation>eine alte Version von TLS</translation>
    </message>
    <message>
        <source>%1 has no address: %2</source>
        <translation>%1 hat keine Adresse: %2</translation>
    </message>
    <message>
        <source>%1 is %2, found in %3 ms</source>
        <translation>%1 ist %2, gefunden in %3 ms</translation>
    </message>
    <message>
        <source>%1 is an IP address; no name to look up</source>
        <translation>%1 ist eine IP-Adresse; kein Name nachzuschlagen</translation>
    </message>
    <message>
        <source>connected to %1 port %2 in %3 ms</source>
        <translation>mit %1 Port %2 verbunden in %3 ms</translation>
    </message>
    <message>
        <source>the connection is not encrypted: others can read tokens and events</source>
        <translation>die Verbindung ist nicht verschlüsselt: andere können Tokens und Ereignisse mitlesen</translation>
    </message>
    <message>
        <source>put nginx or Caddy with TLS in front of the hub (see packaging/proxies)</source>
        <translation>nginx oder Caddy mit TLS vor den Hub setzen (siehe packaging/proxies)</translation>
    </message>
    <message>
        <source>renew the certificate, and check why automatic renewal failed</source>
        <translation>das Zertifikat erneuern und prüfen, warum die automatische Erneuerung fehlgeschlagen ist</translation>
    </message>
    <message>
        <source>no connection: %1</source>
        <translation>keine Verbindung: %1</translation>
    </message>
    <message>
        <source>check that the hub runs and listens on this port, and that no firewall blocks it</source>
        <translation>prüfen, ob der Hub läuft und diesen Port bedient und ob keine Firewall ihn sperrt</translation>
    </message>
    <message>
        <source>the TLS handshake failed: %1</source>
        <translation>der TLS-Handshake ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>no answer within %1 s</source>
        <translation>keine Antwort innerhalb von %1 s</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2 ms; the certificate is valid and expires in %n days</source>
        <translation>
            <numerusform>%1 in %2 ms; das Zertifikat ist gültig und läuft in %n Tag ab</numerusform>
            <numerusform>%1 in %2 ms; das Zertifikat ist gültig und läuft in %n Tagen ab</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2 ms; the certificate is the pinned one and expires in %n days</source>
        <translation>
            <numerusform>%1 in %2 ms; das Zertifikat ist das vertraute und läuft in %n Tag ab</numerusform>
            <numerusform>%1 in %2 ms; das Zertifikat ist das vertraute und läuft in %n Tagen ab</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SavedViewsMenu</name>
    <message>
        <source>Saved &amp;views</source>
        <translation>&amp;Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>&amp;Save this view…</source>
        <translation>Diese &amp;Ansicht speichern…</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <source>Name of the view:</source>
        <translation>Name der Ansicht:</translation>
    </message>
</context>
<context>
    <name>ui::ServiceStep</name>
    <message>
        <source>add &quot;%1&quot; to trusted_hosts in the hub&apos;s configuration, or make the proxy send a Host header that the hub trusts</source>
        <translation>„%1“ in der Konfiguration des Hubs zu trusted_hosts hinzufügen oder den Proxy einen Host-Header senden lassen, dem der Hub vertraut</translation>
    </message>
    <message>
        <source>no hub answers here: %1</source>
        <translation>hier antwortet kein Hub: %1</translation>
    </message>
    <message>
        <source>/healthz did not answer &quot;ok&quot;</source>
        <translation>/healthz hat nicht „ok“ geantwortet</translation>
    </message>
    <message>
        <source>check that the address includes the path under which the proxy serves the hub</source>
        <translation>prüfen, ob die Adresse den Pfad enthält, unter dem der Proxy den Hub anbietet</translation>
    </message>
    <message>
        <source>a hub answers under the name %1</source>
        <translation>unter dem Namen %1 antwortet ein Hub</translation>
    </message>
    <message>
        <source>the hub can write to its database</source>
        <translation>der Hub kann in seine Datenbank schreiben</translation>
    </message>
    <message>
        <source>the hub is not ready: %1</source>
        <translation>der Hub ist nicht bereit: %1</translation>
    </message>
    <message>
        <source>GET /readyz gives the reason</source>
        <translation>GET /readyz nennt den Grund</translation>
    </message>
    <message>
        <source>use another token; &quot;helio token&quot; creates one</source>
        <translation>ein anderes Token verwenden; „helio token“ legt eines an</translation>
    </message>
    <message>
        <source>give a token with --token-file</source>
        <translation>ein Token mit --token-file angeben</translation>
    </message>
    <message>
        <source>the token allows reading</source>
        <translation>das Token erlaubt das Lesen</translation>
    </message>
    <message>
        <source>no token is needed</source>
        <translation>es ist kein Token nötig</translation>
    </message>
    <message>
        <source>no token is needed: everyone who can reach this address can read everything</source>
        <translation>es ist kein Token nötig: wer diese Adresse erreicht, kann alles lesen</translation>
    </message>
    <message>
        <source>set keys in the section [auth] of the hub&apos;s configuration</source>
        <translation>im Abschnitt [auth] der Konfiguration des Hubs Schlüssel setzen</translation>
    </message>
</context>
<context>
    <name>ui::Session</name>
    <message>
        <source>Too many events arrived at once; loading all jobs again</source>
        <translation>Zu viele Ereignisse kamen auf einmal; alle Jobs werden neu geladen</translation>
    </message>
    <message>
        <source>1 event is not in this log: it came faster than the window could show it. The list of jobs is complete.</source>
        <translation>1 Ereignis fehlt in diesem Protokoll: es kam schneller, als das Fenster es zeigen konnte. Die Jobliste ist vollständig.</translation>
    </message>
    <message>
        <source>%1 events are not in this log: they came faster than the window could show them. The list of jobs is complete.</source>
        <translation>%1 Ereignisse fehlen in diesem Protokoll: sie kamen schneller, als das Fenster sie zeigen konnte. Die Jobliste ist vollständig.</translation>
    </message>
    <message>
        <source>The hub has a new history (%1); all jobs were loaded again</source>
        <translation>Der Hub hat einen neuen Verlauf (%1); alle Jobs wurden neu geladen</translation>
    </message>
    <message>
        <source>Events are missing between %1 and %2 (%3)</source>
        <translation>Zwischen %1 und %2 fehlen Ereignisse (%3)</translation>
    </message>
    <message>
        <source>Connection lost: %1</source>
        <translation>Verbindung verloren: %1</translation>
    </message>
    <message>
        <source>Streaming is blocked; jobs are polled and single events are not shown</source>
        <translation>Streams sind gesperrt; Jobs werden abgefragt und einzelne Ereignisse nicht gezeigt</translation>
    </message>
    <message>
        <source>The hub is shutting down</source>
        <translation>Der Hub fährt herunter</translation>
    </message>
    <message>
        <source>Connected again</source>
        <translation>Wieder verbunden</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
</context>
<context>
    <name>ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Same as the desktop</source>
        <translation>Wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Im Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>&amp;Language, from the next start:</source>
        <translation>&amp;Sprache, ab dem nächsten Start:</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Farben:</translation>
    </message>
    <message>
        <source>T&amp;imes:</source>
        <translation>&amp;Uhrzeiten:</translation>
    </message>
    <message>
        <source>When the window is &amp;closed:</source>
        <translation>&amp;Beim Schließen des Fensters:</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>F&amp;enster</translation>
    </message>
    <message>
        <source>&amp;Notifications</source>
        <translation>Be&amp;nachrichtigungen</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>&amp;Start in the tray when I log in</source>
        <translation>Beim &amp;Anmelden im Infobereich starten</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;Tastatur</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutMap</name>
    <message>
        <source>%1 belongs to “%2” already.</source>
        <translation>%1 gehört schon zu „%2“.</translation>
    </message>
    <message>
        <source>%1 belongs to “%2” and cannot be changed.</source>
        <translation>%1 gehört zu „%2“ und kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>%1 needs Ctrl or Alt, because the command acts in the whole window.</source>
        <translation>%1 braucht Strg oder Alt, weil der Befehl im ganzen Fenster wirkt.</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten suchen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutsPage</name>
    <message>
        <source>N&amp;o key</source>
        <translation>&amp;Keine Taste</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation>&amp;Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten suchen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>New key of the command</source>
        <translation>Neue Taste des Befehls</translation>
    </message>
    <message>
        <source>Click the field and press the new key.</source>
        <translation>In das Feld klicken und die neue Taste drücken.</translation>
    </message>
    <message>
        <source>Select a command to change its key.</source>
        <translation>Einen Befehl auswählen, um seine Taste zu ändern.</translation>
    </message>
</context>
<context>
    <name>ui::SimulatorPage</name>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>200 taken</source>
        <translation>200 übernommen</translation>
    </message>
    <message>
        <source>201 created</source>
        <translation>201 angelegt</translation>
    </message>
    <message>
        <source>202 accepted</source>
        <translation>202 angenommen</translation>
    </message>
    <message>
        <source>401 wrong signature</source>
        <translation>401 falsche Signatur</translation>
    </message>
    <message>
        <source>404 not found</source>
        <translation>404 nicht gefunden</translation>
    </message>
    <message>
        <source>409 conflict</source>
        <translation>409 Konflikt</translation>
    </message>
    <message>
        <source>429 too many</source>
        <translation>429 zu viele</translation>
    </message>
    <message>
        <source>503 busy</source>
        <translation>503 ausgelastet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>St&amp;oppen</translation>
    </message>
    <message>
        <source>The sources of the simulator have no secrets, so no signature can be wrong.</source>
        <translation>Die Quellen des Simulators haben keine Geheimnisse, also kann keine Signatur falsch sein.</translation>
    </message>
    <message>
        <source>&amp;Give them secrets</source>
        <translation>Ihnen &amp;Geheimnisse geben</translation>
    </message>
    <message>
        <source> % of jobs</source>
        <translation> % der Jobs</translation>
    </message>
    <message>
        <source>&amp;Rate:</source>
        <translation>&amp;Rate:</translation>
    </message>
    <message>
        <source> jobs/min</source>
        <translation> Jobs/min</translation>
    </message>
    <message>
        <source>S&amp;peed:</source>
        <translation>&amp;Tempo:</translation>
    </message>
    <message>
        <source> × as fast</source>
        <translation> × so schnell</translation>
    </message>
    <message>
        <source>Jobs that start from now on take this many times less time.</source>
        <translation>Jobs, die ab jetzt beginnen, laufen um diesen Faktor schneller.</translation>
    </message>
    <message>
        <source>&amp;Failures:</source>
        <translation>&amp;Fehlschläge:</translation>
    </message>
    <message>
        <source>&amp;Duplicates:</source>
        <translation>&amp;Duplikate:</translation>
    </message>
    <message>
        <source>The last webhook of the job arrives twice.</source>
        <translation>Der letzte Webhook des Jobs kommt doppelt an.</translation>
    </message>
    <message>
        <source>&amp;Late:</source>
        <translation>&amp;Verspätet:</translation>
    </message>
    <message>
        <source>An early webhook arrives again after the job has ended.</source>
        <translation>Ein früher Webhook kommt nach dem Ende des Jobs noch einmal an.</translation>
    </message>
    <message>
        <source>&amp;Wrong signatures:</source>
        <translation>Falsche S&amp;ignaturen:</translation>
    </message>
    <message>
        <source>A webhook comes with a wrong signature first. The hub refuses it.</source>
        <translation>Ein Webhook kommt zuerst mit falscher Signatur an. Der Hub lehnt ihn ab.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Jobs:</source>
        <translation>Jobs:</translation>
    </message>
    <message>
        <source>Calls:</source>
        <translation>Aufrufe:</translation>
    </message>
    <message>
        <source>Of these:</source>
        <translation>Davon:</translation>
    </message>
    <message>
        <source>Answers of the hub:</source>
        <translation>Antworten des Hubs:</translation>
    </message>
    <message>
        <source>S&amp;top now</source>
        <translation>Jetzt st&amp;oppen</translation>
    </message>
    <message>
        <source>The embedded hub does not run. Start it first.</source>
        <translation>Der eingebettete Hub läuft nicht. Er muss zuerst gestartet werden.</translation>
    </message>
    <message>
        <source>No more jobs start. Jobs that still run: %1</source>
        <translation>Es beginnen keine Jobs mehr. Noch laufende Jobs: %1</translation>
    </message>
    <message>
        <source>The simulator sends jobs to the embedded hub.</source>
        <translation>Der Simulator sendet Jobs an den eingebetteten Hub.</translation>
    </message>
    <message>
        <source>The simulator is stopped.</source>
        <translation>Der Simulator ist gestoppt.</translation>
    </message>
    <message>
        <source>%1 started, %2 ended</source>
        <translation>%1 begonnen, %2 beendet</translation>
    </message>
    <message>
        <source>%1, of which %2 webhooks</source>
        <translation>%1, davon %2 Webhooks</translation>
    </message>
    <message>
        <source>%1 duplicates, %2 late, %3 with a wrong signature</source>
        <translation>%1 Duplikate, %2 verspätet, %3 mit falscher Signatur</translation>
    </message>
</context>
<context>
    <name>ui::SourceDialog</name>
    <message>
        <source>&amp;Verify webhooks by a secret</source>
        <translation>Webhooks mit einem Geheimnis &amp;prüfen</translation>
    </message>
    <message>
        <source>New source</source>
        <translation>Neue Quelle</translation>
    </message>
    <message>
        <source>Source %1</source>
        <translation>Quelle %1</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>S&amp;cheme:</source>
        <translation>S&amp;chema:</translation>
    </message>
    <message>
        <source>&amp;Secret:</source>
        <translation>&amp;Geheimnis:</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Erzeugen</translation>
    </message>
    <message>
        <source>Makes a new random secret</source>
        <translation>Erzeugt ein neues zufälliges Geheimnis</translation>
    </message>
    <message>
        <source>A name has 1 to 128 of the characters A-Z a-z 0-9 . _ ~ : @ + = -</source>
        <translation>Ein Name hat 1 bis 128 der Zeichen A-Z a-z 0-9 . _ ~ : @ + = -</translation>
    </message>
    <message>
        <source>There is a source %1 already.</source>
        <translation>Die Quelle %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Enter the secret that the sender has, or generate one for it.</source>
        <translation>Das Geheimnis des Absenders eingeben oder eines für ihn erzeugen.</translation>
    </message>
    <message>
        <source>A secret has %1 to %2 bytes.</source>
        <translation>Ein Geheimnis hat %1 bis %2 Bytes.</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>The secret is kept in a file of the data folder that only you can read.</source>
        <translation>Das Geheimnis liegt in einer Datei im Datenordner, die nur mit dem eigenen Benutzerkonto lesbar ist.</translation>
    </message>
    <message>
        <source>Without a secret the hub takes webhooks of this source from every program on this machine.</source>
        <translation>Ohne Geheimnis nimmt der Hub Webhooks dieser Quelle von jedem Programm auf diesem Rechner an.</translation>
    </message>
</context>
<context>
    <name>ui::SourcesPage</name>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>Copy sec&amp;ret</source>
        <translation>&amp;Geheimnis kopieren</translation>
    </message>
    <message>
        <source>Copy comman&amp;ds</source>
        <translation>Befehle &amp;kopieren</translation>
    </message>
    <message>
        <source>Send a &amp;test webhook</source>
        <translation>&amp;Test-Webhook senden</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Sources of webhooks</source>
        <translation>Quellen von Webhooks</translation>
    </message>
    <message>
        <source>Copies the secret, for the settings of the sender</source>
        <translation>Kopiert das Geheimnis für die Einstellungen des Absenders</translation>
    </message>
    <message>
        <source>The hub does not run.</source>
        <translation>Der Hub läuft nicht.</translation>
    </message>
    <message>
        <source>Webhook URL</source>
        <translation>Webhook-URL</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Commands that send an example webhook</source>
        <translation>Befehle, die einen Beispiel-Webhook senden</translation>
    </message>
    <message>
        <source>Put the secret into the environment variable WEBHOOK_SECRET first.</source>
        <translation>Das Geheimnis gehört vorher in die Umgebungsvariable WEBHOOK_SECRET.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>Webhook &amp;URL:</source>
        <translation>Webhook-&amp;URL:</translation>
    </message>
    <message>
        <source>E&amp;xample:</source>
        <translation>Beis&amp;piel:</translation>
    </message>
    <message>
        <source>by a secret</source>
        <translation>mit einem Geheimnis</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>Remove source</source>
        <translation>Quelle entfernen</translation>
    </message>
    <message>
        <source>Remove the source %1 and its secret?</source>
        <translation>Die Quelle %1 und ihr Geheimnis entfernen?</translation>
    </message>
    <message>
        <source>The hub then answers its webhooks as those of an unknown source. A source that is built in stays, without a secret.</source>
        <translation>Der Hub beantwortet ihre Webhooks dann wie die einer unbekannten Quelle. Eine eingebaute Quelle bleibt bestehen, aber ohne Geheimnis.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>ui::Sparkline</name>
    <message>
        <source>Events per second, last two minutes</source>
        <translation>Ereignisse pro Sekunde, letzte zwei Minuten</translation>
    </message>
    <message>
        <source>Events per second, last two minutes: %1 now, %2 at most</source>
        <translation>Ereignisse pro Sekunde, letzte zwei Minuten: %1 jetzt, höchstens %2</translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message>
        <source>Live connections of the hub</source>
        <translation>Offene Verbindungen des Hubs</translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation>Ereignisse pro Sekunde</translation>
    </message>
    <message>
        <source>Events in the log, and the memory they take</source>
        <translation>Ereignisse im Protokoll und ihr Speicherbedarf</translation>
    </message>
    <message>
        <source>Times are local or UTC</source>
        <translation>Zeiten sind Ortszeit oder UTC</translation>
    </message>
    <message>
        <source>Notifications paused</source>
        <translation>Benachrichtigungen angehalten</translation>
    </message>
    <message>
        <source>Click to show notifications again</source>
        <translation>Klicken, um Benachrichtigungen wieder zu zeigen</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>Connection to the hub</source>
        <translation>Verbindung zum Hub</translation>
    </message>
    <message>
        <source>Connection to the hub: %1</source>
        <translation>Verbindung zum Hub: %1</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>Verbindung: %1</translation>
    </message>
    <message>
        <source>1 connection</source>
        <translation>1 Verbindung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connections</source>
        <translation>
            <numerusform>%Ln Verbindung</numerusform>
            <numerusform>%Ln Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 events/s</source>
        <translation>%1 Ereignisse/s</translation>
    </message>
    <message>
        <source>log %1 · %2</source>
        <translation>Protokoll %1 · %2</translation>
    </message>
    <message>
        <source>behind by %1</source>
        <translation>%1 im Rückstand</translation>
    </message>
    <message>
        <source>%1 progress events merged</source>
        <translation>%1 Fortschrittsereignisse zusammengefasst</translation>
    </message>
    <message>
        <source>Notifications paused until %1</source>
        <translation>Benachrichtigungen angehalten bis %1</translation>
    </message>
</context>
<context>
    <name>ui::StreamConnection</name>
    <message>
        <source>the hub sent an event id of more than %1 bytes</source>
        <translation>der Hub hat eine Ereignis-ID von mehr als %1 Bytes gesendet</translation>
    </message>
    <message>
        <source>the hub sent an event of more than %1 MiB</source>
        <translation>der Hub hat ein Ereignis von mehr als %1 MiB gesendet</translation>
    </message>
    <message>
        <source>HTTP %1 without a usable Location</source>
        <translation>HTTP %1 ohne brauchbare Location</translation>
    </message>
    <message>
        <source>not an event stream: %1</source>
        <translation>kein Stream von Ereignissen: %1</translation>
    </message>
    <message>
        <source>no hub at this address: HTTP %1</source>
        <translation>kein Hub an dieser Adresse: HTTP %1</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>no media type</source>
        <translation>kein Medientyp</translation>
    </message>
    <message>
        <source>the stream ended</source>
        <translation>der Stream ist zu Ende</translation>
    </message>
    <message>
        <source>no answer within %1 s</source>
        <translation>keine Antwort innerhalb von %1 s</translation>
    </message>
    <message>
        <source>no heartbeat for %1 s</source>
        <translation>kein Lebenszeichen seit %1 s</translation>
    </message>
</context>
<context>
    <name>ui::StreamStep</name>
    <message>
        <source>something between this machine and the hub buffers the stream. For nginx, set &quot;proxy_buffering off;&quot; and &quot;gzip off;&quot; in the hub&apos;s location, and do not use &quot;proxy_ignore_headers X-Accel-Buffering&quot;. Examples are in packaging/proxies</source>
        <translation>etwas zwischen diesem Rechner und dem Hub puffert den Stream. Für nginx in der location des Hubs „proxy_buffering off;“ und „gzip off;“ setzen und „proxy_ignore_headers X-Accel-Buffering“ nicht verwenden. Beispiele sind in packaging/proxies</translation>
    </message>
    <message>
        <source>text/event-stream, the first byte arrived after %1 ms</source>
        <translation>text/event-stream, das erste Byte kam nach %1 ms an</translation>
    </message>
    <message>
        <source>no stream: %1</source>
        <translation>kein Stream: %1</translation>
    </message>
    <message>
        <source>publishing failed: %1</source>
        <translation>das Veröffentlichen ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>checks that need an event were skipped; use a token with the scope publish, and with heliograph-doctor-* if it lists jobs</source>
        <translation>Prüfungen, die ein Ereignis brauchen, wurden ausgelassen; nötig ist ein Token mit dem Recht publish und, falls es Jobs aufzählt, mit heliograph-doctor-*</translation>
    </message>
    <message>
        <source>the clocks of the hub and this machine differ by at most %1 ms</source>
        <translation>die Uhren des Hubs und dieses Rechners weichen höchstens %1 ms voneinander ab</translation>
    </message>
    <message>
        <source>the hub&apos;s clock is %1 s %2 the clock of this machine</source>
        <translation>die Uhr des Hubs geht %1 s %2, verglichen mit der Uhr dieses Rechners</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>ahead of</source>
        <translation>vor</translation>
    </message>
    <message>
        <source>tokens and signed webhooks depend on the time: synchronize both clocks with NTP</source>
        <translation>Tokens und signierte Webhooks hängen von der Zeit ab: beide Uhren mit NTP stellen</translation>
    </message>
    <message>
        <source>an event arrived %1 ms after it was sent</source>
        <translation>ein Ereignis kam %1 ms nach dem Senden an</translation>
    </message>
    <message>
        <source>nothing between this machine and the hub delays events</source>
        <translation>nichts zwischen diesem Rechner und dem Hub verzögert Ereignisse</translation>
    </message>
    <message>
        <source>the stream began late</source>
        <translation>der Stream hat spät begonnen</translation>
    </message>
    <message>
        <source>heartbeats arrived after %1 s; the requested interval is %2 s</source>
        <translation>Lebenszeichen kamen nach %1 s an; verlangt sind alle %2 s</translation>
    </message>
    <message>
        <source>the stream broke: %1</source>
        <translation>der Stream ist abgerissen: %1</translation>
    </message>
    <message>
        <source>if a proxy closes idle connections, set its timeout above the heartbeat interval</source>
        <translation>wenn ein Proxy stille Verbindungen schließt, muss seine Frist länger sein als der Abstand der Lebenszeichen</translation>
    </message>
    <message>
        <source>%1 of %2 heartbeats arrived; the requested interval is %3 s</source>
        <translation>%1 von %2 Lebenszeichen kamen an; verlangt sind alle %3 s</translation>
    </message>
    <message>
        <source>Last-Event-ID works: the missed event was replayed, and no event came twice</source>
        <translation>Last-Event-ID wirkt: das verpasste Ereignis wurde nachgeliefert, und keines kam doppelt</translation>
    </message>
    <message>
        <source>Last-Event-ID was ignored: events came twice</source>
        <translation>Last-Event-ID wurde nicht beachtet: Ereignisse kamen doppelt</translation>
    </message>
    <message>
        <source>check whether a proxy removes this header</source>
        <translation>prüfen, ob ein Proxy diesen Header entfernt</translation>
    </message>
    <message>
        <source>Last-Event-ID was ignored: the missed event was not replayed</source>
        <translation>Last-Event-ID wurde nicht beachtet: das verpasste Ereignis wurde nicht nachgeliefert</translation>
    </message>
    <message>
        <source>the source %1 accepts a webhook with a wrong signature</source>
        <translation>die Quelle %1 nimmt einen Webhook mit falscher Signatur an</translation>
    </message>
    <message>
        <source>set scheme = &quot;standard-webhooks&quot; and secrets_file for this source in the hub&apos;s configuration</source>
        <translation>für diese Quelle in der Konfiguration des Hubs scheme = &quot;standard-webhooks&quot; und secrets_file setzen</translation>
    </message>
    <message>
        <source>the source %1 refuses a webhook with a wrong signature</source>
        <translation>die Quelle %1 lehnt einen Webhook mit falscher Signatur ab</translation>
    </message>
    <message>
        <source>the source %1 accepted the webhook, but no event followed</source>
        <translation>die Quelle %1 hat den Webhook angenommen, aber es folgte kein Ereignis</translation>
    </message>
    <message>
        <source>GET /api/v1/deliveries shows how the hub handled it</source>
        <translation>GET /api/v1/deliveries zeigt, was der Hub damit getan hat</translation>
    </message>
    <message>
        <source>nothing arrived within %1 s of connecting</source>
        <translation>innerhalb von %1 s nach dem Verbinden kam nichts an</translation>
    </message>
    <message>
        <source>no event arrived</source>
        <translation>es kam kein Ereignis an</translation>
    </message>
    <message>
        <source>the stream began at once, but an event did not arrive within %1 s; it arrived when the hub ended the stream</source>
        <translation>der Stream begann sofort, aber ein Ereignis kam innerhalb von %1 s nicht an; es kam erst an, als der Hub den Stream beendete</translation>
    </message>
    <message>
        <source>nothing arrived within %1 s; everything arrived when the hub ended the stream</source>
        <translation>innerhalb von %1 s kam nichts an; alles kam erst an, als der Hub den Stream beendete</translation>
    </message>
    <message>
        <source>the job %1 could not be ended: %2</source>
        <translation>der Job %1 ließ sich nicht beenden: %2</translation>
    </message>
    <message>
        <source>an unsigned webhook to the source %1 reached the stream after %2 ms</source>
        <translation>ein unsignierter Webhook an die Quelle %1 kam nach %2 ms im Stream an</translation>
    </message>
    <message>
        <source>a signed webhook to the source %1 reached the stream after %2 ms</source>
        <translation>ein signierter Webhook an die Quelle %1 kam nach %2 ms im Stream an</translation>
    </message>
</context>
<context>
    <name>ui::SummaryPage</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Übersicht</translation>
    </message>
</context>
<context>
    <name>ui::TextBox</name>
    <message>
        <source>Copy the text</source>
        <translation>Text kopieren</translation>
    </message>
</context>
<context>
    <name>ui::TextDialog</name>
    <message>
        <source>The first %1 of %2 characters</source>
        <translation>Die ersten %1 von %2 Zeichen</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 Zeichen</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
</context>
<context>
    <name>ui::TimelineModel</name>
    <message>
        <source>+%1 ms</source>
        <translation>+%1 ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>ui::Tray</name>
    <message>
        <source>&amp;Show Heliograph</source>
        <translation>Heliograph &amp;zeigen</translation>
    </message>
    <message>
        <source>Show &amp;failures</source>
        <translation>&amp;Fehlschläge zeigen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Recent failures</source>
        <translation>&amp;Neueste Fehlschläge</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Hide Heliograph</source>
        <translation>Heliograph &amp;verbergen</translation>
    </message>
</context>
<context>
    <name>ui::ViewsModel</name>
    <message>
        <source>States</source>
        <translation>Zustände</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs</source>
        <translation>
            <numerusform>%Ln Job</numerusform>
            <numerusform>%Ln Jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the loaded jobs</source>
        <translation>
            <numerusform>%Ln der geladenen Jobs</numerusform>
            <numerusform>%Ln der geladenen Jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln jobs</source>
        <translation>
            <numerusform>%1, %Ln Job</numerusform>
            <numerusform>%1, %Ln Jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ViewsPage</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Filters for the list of jobs, with their counts</source>
        <translation>Filter für die Jobliste mit ihren Anzahlen</translation>
    </message>
    <message>
        <source>Remove this view</source>
        <translation>Diese Ansicht entfernen</translation>
    </message>
</context>
<context>
    <name>ui::WaitingButton</name>
    <message>
        <source>Rows keep their places while you use the list. Click here or press S in the list to sort now.</source>
        <translation>Zeilen behalten ihren Platz, solange die Liste benutzt wird. Ein Klick hier oder die Taste S in der Liste sortiert jetzt.</translation>
    </message>
    <message>
        <source>▼ %1 new</source>
        <translation>▼ %1 neu</translation>
    </message>
</context>
<context>
    <name>ui::WatchAction</name>
    <message>
        <source>Tell me &amp;when done</source>
        <translation>&amp;Melden, wenn fertig</translation>
    </message>
</context>
</TS>
