import type { HelpPages } from '../help-page.ts';

/** The help that is built into the window, in German. */
export const help: HelpPages = {
  'first-steps': {
    title: 'Erste Schritte',
    summary: 'Vom leeren Fenster bis zum ersten Kunden, dem Sie antworten.',
    sought: [
      'start',
      'anfangen',
      'einrichten',
      'setup',
      'installieren',
      'neu',
      'wie geht das',
      'anleitung',
      'einführung',
    ],
    body: `Das erste Fenster fragt nach Name, Sprache, Land und Öffnungszeiten Ihres Geschäfts. Das dauert etwa eine Minute, und Sie können alles später in den **Einstellungen** ändern.

1. Füllen Sie **Name des Geschäfts**, **Sprache**, **Land** und **Öffnungszeiten** aus. Den Namen sehen Kunden in automatischen Nachrichten.
2. Wählen Sie **Modem verbinden**, um echten Kunden zu antworten, oder **Mit Beispieldaten ausprobieren**, um sich erst umzusehen.
3. Mit Ihrer eigenen SIM: [Schließen Sie das Modem an](help:connect-modem) und senden Sie eine Testnachricht an Ihr Handy.
4. Folgen Sie der Liste **Erste Schritte** im leeren Posteingang. Sie führt zu den Öffnungszeiten, zum ersten Textbaustein, zu einer FAQ-Antwort und zu Ihrer Kundenliste. Sie können sie jederzeit ausblenden.

Geben Sie dann Ihren Kunden die Nummer Ihrer SIM: an der Tür, auf Quittungen, auf Ihrer Website. Wer dorthin schreibt, erscheint unter **Wartet auf Antwort**.

## Gut für den ersten Tag
- Prüfen Sie [Öffnungszeiten](settings:hours) und [Sendezeiten](settings:sending).
- Schalten Sie die [Abwesenheitsnachricht](help:away-message) ein.
- Wählen Sie einen [Ordner für die Sicherung](help:backup) auf einem anderen Datenträger oder einem USB-Stick.
- Lesen Sie, was Sie beachten müssen, wenn Sie [Kunden SMS schreiben](help:law-overview).`,
  },
  'sample-data': {
    title: 'Beispieldaten und Demo-Leitung',
    summary: 'Probieren Sie alles mit erfundenen Kunden aus, ohne dass etwas gesendet wird.',
    sought: ['demo', 'ausprobieren', 'test', 'beispiel', 'üben', 'schulung', 'spielen', 'simulieren', 'erfunden'],
    body: `Beispieldaten füllen jede Seite mit einem Monat aus einem erfundenen Geschäft: Kunden, Termine, Bestellungen und Berichte. Nichts wird gesendet.

1. Wählen Sie im ersten Fenster **Mit Beispieldaten ausprobieren**.
2. Drücken Sie oben in der Leiste **Kunde spielen**, schreiben Sie wie ein Kunde, und drücken Sie **An das Geschäft senden**. Sehen Sie zu, wie Posteingang, FAQ und Ihre Automationen reagieren.
3. Wenn Sie genug gesehen haben, drücken Sie **Beispieldaten entfernen**. Alles verschwindet, auch was Sie darin geändert haben. Name, Zeiten und Land Ihres Geschäfts bleiben.

Auch **Modem anschließen** in derselben Leiste entfernt zuerst die Beispieldaten, denn erfundene und echte Kunden werden nie vermischt. Sobald ein Modem in Gebrauch ist, gibt es keine Beispieldaten mehr.

## Die Demo-Leitung
Wenn Sie nur eine Leitung ohne Modem möchten, wählen Sie **Demo-Leitung verwenden**, wenn Sie ein [Modem anschließen](help:connect-modem). Das Fenster arbeitet dann wie gewohnt, mit simulierten Kunden. Die Beispielnachrichten dieser Leitung werden entfernt, wenn Sie ein echtes Modem anschließen.`,
  },
  'connect-modem': {
    title: 'Modem anschließen',
    summary: 'Das Modem mit Ihrer SIM anstecken und eine Testnachricht senden.',
    sought: [
      'anstecken',
      'usb',
      'sim-karte',
      'dongle',
      'stick',
      'einrichten',
      'setup',
      'com-port',
      'hardware',
      'treiber',
    ],
    body: `1. Legen Sie Ihre SIM in das Modem, und stecken Sie das Modem an diesen Computer.
2. Drücken Sie **Modem anschließen**. Sie finden es unter [Modems und Kosten](settings:modems) und, solange es kein Modem gibt, oben links. Im ersten Fenster heißt es **Modem verbinden**. Erscheint automatisch „Neues Modem gefunden“, drücken Sie **Einrichten**.
3. Warten Sie ein paar Sekunden, und wählen Sie Ihr Modem aus der Liste. Wird nichts gefunden, siehe [Kein Modem gefunden](help:line-no-modem).
4. Hat die SIM eine PIN, geben Sie sie ein. Sie wird verschlüsselt gespeichert und nur einmal versucht, damit die SIM nicht gesperrt wird.
5. Prüfen Sie **Land**. So werden Nummern ohne Landesvorwahl gelesen.
6. Drücken Sie **Anschließen**. Wenn dort **Sie sind verbunden.** steht, senden Sie eine Testnachricht an Ihr eigenes Handy, und drücken Sie **Fertig**.

Die Leitung zeigt dann oben links **Verbunden**. Eine Leitung gehört zu ihrer SIM: Stecken Sie das Modem an einen anderen USB-Anschluss oder die SIM in ein anderes Modem, bleiben ihre Gespräche dabei.

War die SIM bisher in einem Handy, schalten Sie dort zuerst iMessage und RCS-Chats aus, und nehmen Sie sie dann heraus. Sonst landen Nachrichten mancher Kunden weiterhin auf dem alten Handy.

Welche Modems und SIM-Karten funktionieren: [Welches Modem, welche SIM](help:which-modem).`,
  },
  'which-modem': {
    title: 'Welches Modem, welche SIM',
    summary: 'Welche Modems und SIM-Karten mit Counterline funktionieren.',
    sought: ['kompatibel', 'kaufen', 'huawei', 'zte', 'quectel', 'router', 'wlan', 'esim', 'prepaid', 'tarif'],
    body: `Sie brauchen ein USB-Modem (GSM, 3G oder LTE), das als serielles Modem arbeitet, und eine gewöhnliche SIM-Karte mit SMS im Tarif.

## Modems
- Counterline kennt die Eigenheiten der Modems von Huawei, ZTE, Quectel, SIMCom, Sierra Wireless, Telit, u-blox und Cinterion. Andere, die denselben Standards folgen, funktionieren auch.
- Ein Stick, der nur eine Webseite anbietet und wie ein kleiner Router arbeitet, funktioniert nicht: Er hat keinen seriellen Anschluss. Dasselbe gilt für WLAN-Hotspots.
- Manche Sticks erscheinen zuerst als CD-Laufwerk. Installieren Sie den zugehörigen Treiber, oder stecken Sie den Stick noch einmal an, damit er zum Modem wird.
- Beherrscht ein Modem nur den Textmodus, oder kann es keine Nachrichten speichern, sagt Counterline das beim Anschließen. Siehe [Nur Textmodus](help:line-text-mode) und [Modem kann keine Nachrichten speichern](help:line-no-storage).

## SIM-Karten
- Prepaid und Vertrag funktionieren beide, mit oder ohne PIN.
- Wählen Sie einen Tarif mit genug SMS, und lesen Sie seine Bedingungen: Viele Tarife für private Handys verbieten das Senden an große Listen.
- Eine SIM kann nicht zugleich im Handy und im Modem stecken.
- Die Leitung sendet und empfängt nur SMS. [Bilder](help:pictures-and-calls) kann sie nicht anzeigen.

Sie können [mehrere Leitungen](help:several-lines) verwenden, jede mit eigenem Modem und eigener SIM.`,
  },
  keyboard: {
    title: 'Mit der Tastatur arbeiten',
    summary: 'Alle Tasten in einer Liste, und ein Feld, das alles findet.',
    sought: [
      'tastenkombination',
      'shortcut',
      'hotkey',
      'strg',
      'alt',
      'maus',
      'schnell',
      'befehl',
      'rückgängig',
      'barrierefrei',
    ],
    body: `Alles geht auch ohne Maus.

- Strg+K öffnet **Suchen oder springen zu…**: Geben Sie einen Kunden, eine Nummer, ein Wort oder einen Befehl ein.
- Strg+/ zeigt alle **Tastenkürzel**.
- Strg+Z macht rückgängig, was Sie zuletzt getan haben, etwa Erledigen, Zuweisen oder das Verschieben eines Termins.

## In der Liste der Gespräche
Die Pfeiltasten nach oben und unten bewegen die Auswahl, Enter beginnt eine Antwort, die Leertaste wählt mehrere aus, Esc hebt die Auswahl auf.

## In einem Gespräch
- Alt+R: Antwort schreiben. Enter sendet sie, Umschalt+Enter beginnt eine neue Zeile. Unter [Schreiben](settings:writing) können Sie stattdessen Strg+Enter wählen.
- Alt+E: erledigen oder wieder öffnen. Strg+Umschalt+Enter: senden und erledigen.
- Alt+S: zurückstellen. Alt+A: zuweisen. Alt+G: Schlagwort. Alt+O: Aufgabe hinzufügen.
- Alt+Q: vorgeschlagene Antwort einfügen. Alt+J: **Vorgeschlagene Antworten**.
- Alt+Enter: später senden. Alt+M: interne Notiz. Die Taste / öffnet Ihre [Textbausteine](help:saved-replies).

## Seiten
Alt+K **Kalender**, Alt+X **Bestellungen**, Alt+Y **Kunden**, Alt+Z **Berichte**, Alt+T **Aufgaben**, Alt+W **Geplante Nachrichten**, Strg+Komma **Einstellungen**.`,
  },
  team: {
    title: 'Mehrere Personen an der Theke',
    summary: 'Sagen Sie, wer gerade arbeitet, damit Antworten, Notizen und Aufgaben zeigen, von wem sie sind.',
    sought: [
      'mitarbeiter',
      'benutzer',
      'angestellte',
      'kollege',
      'login',
      'konto',
      'schicht',
      'wer arbeitet',
      'passwort',
      'anmelden',
    ],
    body: `Counterline hat keine Anmeldung mit Passwort: Wer am Computer sitzt, arbeitet damit. Es kann aber wissen, wer das ist.

1. Öffnen Sie [Team](settings:people) in den **Einstellungen**, und drücken Sie für jede Person **Person hinzufügen**.
2. Wählen Sie unter der Liste der Seiten, bei **Angemeldet als**, wer gerade arbeitet. Ändern Sie es beim Schichtwechsel.

Ab dann tragen Antworten, Notizen und Anrufe einen Namen. Zwei Ansichten kommen dazu, **Meine** und **Nicht zugewiesen**, und Gespräche lassen sich [zuweisen](help:conversation-assignment).

Sind zwei Fenster mit denselben Daten offen, sieht jedes, was im anderen geschrieben wird: Über dem Nachrichtenfeld steht „schreibt gerade eine Antwort“. So bekommt ein Kunde nicht zwei Antworten.

Ihr Team und die Personen, bei denen Kunden einen Termin haben, sind zwei verschiedene Listen. Wer wann gebucht werden kann, stellen Sie unter [Personal](settings:staff) ein.`,
  },
  'phone-tablet': {
    title: 'Handy, Tablet oder ein anderer Computer',
    summary: 'Counterline läuft auf einem Computer; was Sie von anderswo tun können.',
    sought: [
      'mobil',
      'app',
      'ipad',
      'fernzugriff',
      'netzwerk',
      'unterwegs',
      'homeoffice',
      'zweiter computer',
      'browser',
      'kleiner bildschirm',
    ],
    body: `Counterline läuft auf dem Computer mit dem Modem und antwortet nur diesem. Ein Handy, ein Tablet oder ein zweiter Computer kann es nicht über das Netzwerk öffnen. Das ist Absicht: Die Daten Ihrer Kunden bleiben auf einem Gerät.

## Wenn Sie nicht an der Theke sind
- Lassen Sie sich eine SMS schicken: Tragen Sie unter [Eskalation](settings:notifications) Ihre Nummer bei **Wenn niemand antwortet, SMS an dieses Handy** ein.
- Bekommen Sie eine E-Mail, wenn ein Kunde zu lange wartet, die Leitung gestört ist oder eine Sicherung fehlschlägt: [E-Mail](settings:mail). Die E-Mails enthalten nie Telefonnummern oder Nachrichtentexte.
- Lassen Sie [Abwesenheitsnachricht](help:away-message) und [FAQ-Antworten](help:faq) beantworten, was sie können.
- Ein Fernwartungsprogramm Ihrer Wahl kann den Bildschirm dieses Computers anderswo zeigen. Schützen Sie es gut, denn es zeigt alles.

## Auf einem kleinen Bildschirm
In einem schmalen Fenster gibt es nur eine Spalte. Dann stehen unten **Posteingang**, **Kalender**, **Aufgaben**, **Kunden** und **Mehr**, und ein Gespräch öffnet sich über der Liste. Bedienen per Touchscreen geht.

Wenn Sie den Computer ganz wechseln: [Umzug auf einen anderen Computer](help:move-to-another-computer).`,
  },
  appearance: {
    title: 'Design, Sprache und Schriftgröße',
    summary: 'Wie das Fenster aussieht, und welche Sprache es spricht.',
    sought: ['design', 'dunkelmodus', 'dark mode', 'hell', 'farbe', 'schrift', 'größer', 'zoom', 'deutsch', 'englisch'],
    body: `Öffnen Sie [Darstellung](settings:appearance) in den **Einstellungen**.

- **Design**: **Hell**, **Dunkel**, oder **System**, um Ihrem Computer zu folgen.
- **Zeilenabstand**: **Komfortabel** hat höhere Zeilen, **Kompakt** zeigt mehr davon.
- **Sprache**: die Sprache des Fensters, Englisch oder Deutsch. **System** folgt Ihrem Computer.

Für größere Schrift nutzen Sie die Anzeigeeinstellungen Ihres Systems oder den Zoom des Browsers, wenn Sie einen verwenden.

## Die Sprache, die Kunden lesen
Sie wird getrennt eingestellt: **Sprache für Kunden** unter [Angaben zum Geschäft](settings:shop). Sie gilt für automatische Nachrichten, bis Sie die Sprache eines Kunden kennen. Diese können Sie für jeden Kunden rechts neben dem Gespräch einstellen. Die eigenen Standardtexte schreibt Counterline auf Englisch, Deutsch, Französisch, Spanisch, Portugiesisch, Niederländisch und Italienisch.

## Lassen Sie es laufen
Unter [Start](settings:startup) wählen Sie, ob Counterline bei der Anmeldung startet und ob es im Infobereich weiterläuft, wenn Sie das Fenster schließen. Lassen Sie es laufen: Solange es aus ist, wird nichts empfangen und nichts gesendet.`,
  },
  notifications: {
    title: 'Töne und Benachrichtigungen',
    summary: 'Was Sie sehen und hören, wenn ein Kunde schreibt.',
    sought: [
      'alarm',
      'ton',
      'popup',
      'stumm',
      'leise',
      'klingeln',
      'hinweis',
      'nicht stören',
      'keine benachrichtigung',
    ],
    body: `Öffnen Sie [Töne und Benachrichtigungen](settings:sounds) in den **Einstellungen**.

- **Benachrichtigen, wenn ein Kunde schreibt** zeigt eine Benachrichtigung Ihres Systems.
- **Name und Nachricht in Benachrichtigungen zeigen**: Schalten Sie das aus, wenn Kunden auf Ihren Bildschirm sehen können. Dann steht dort nur, dass ein Kunde geschrieben hat.
- **Ton abspielen** spielt einen Ton, wenn eine Nachricht ankommt.
- **Alarmieren, wenn ein Kunde gewartet hat** meldet sich nach der gewählten Zeit noch einmal. Nur Öffnungszeiten zählen.

Wenn Sie Counterline im Browser verwenden, drücken Sie einmal **Benachrichtigungen erlauben**.

Keine Benachrichtigung gibt es für Nummern, die Sie [blockiert](help:block) haben, für Nachrichten Ihres Anbieters und solange Sie das Fenster ohnehin vor sich haben.

## Wenn Sie nichts hören
1. Prüfen Sie, ob die Einstellungen oben eingeschaltet sind und ob Ihr System Benachrichtigungen von Counterline erlaubt.
2. Prüfen Sie, ob „Nicht stören“ in Ihrem System ausgeschaltet ist.
3. Das Fenster dürfen Sie schließen: Counterline läuft im Infobereich weiter, es sei denn, Sie haben das unter [Start](settings:startup) ausgeschaltet.

Für Zeiten, in denen niemand auf den Bildschirm sieht: [Eskalation](help:escalation).`,
  },
  inbox: {
    title: 'Der Posteingang',
    summary: 'Gespräche lesen, beantworten, zurückstellen und erledigen.',
    sought: [
      'lesen',
      'antworten',
      'chat',
      'schließen',
      'archivieren',
      'später',
      'ungelesen',
      'sms schreiben',
      'fertig',
    ],
    body: `Alle Nachrichten mit einer Nummer bilden ein Gespräch. Unter **Wartet auf Antwort** sehen Sie, wer auf Sie wartet. Damit es gerecht zugeht, sortieren Sie nach **Längste Wartezeit zuerst**.

1. Wählen Sie ein Gespräch aus und schreiben Sie unten. Enter sendet, Umschalt+Enter beginnt eine neue Zeile.
2. Ein paar Sekunden lang können Sie noch auf **Rückgängig** drücken. Wie lange, stellen Sie unter [Schreiben](settings:writing) ein.
3. Ist alles geklärt, drücken Sie auf **Erledigt**. Schreibt der Kunde wieder, öffnet sich das Gespräch automatisch.

## Was Sie noch tun können
- **Zurückstellen** blendet ein Gespräch aus, bis zu einer Zeit, die Sie auswählen oder eintippen, etwa „morgen 8“. Kommt eine neue Nachricht, ist es sofort wieder da.
- **Neue Nachricht** beginnt ein Gespräch: Tippen Sie einen Namen ein, oder eine Nummer in beliebiger Schreibweise.
- Unter **Mehr** finden Sie **Zuweisen**, **Anrufen**, **Aufgabe hinzufügen**, **Schlagwort**, **Als ungelesen markieren** und anderes.
- Mehrere Gespräche wählen Sie mit der Leertaste aus, oder mit Strg oder Umschalt und einem Klick. Dann können Sie alle zusammen erledigen, zurückstellen oder mit einem Schlagwort versehen.

Was Sie angefangen haben, bleibt als Entwurf stehen, auch nach einem Neustart. Nachrichten mit gestricheltem Rand wurden automatisch gesendet; dabei steht, wovon.

Rechts sehen Sie alles zum Kunden: Einwilligung, Termine, Bestellungen, Zahlungen, Felder und Notizen.`,
  },
  'views-and-search': {
    title: 'Ansichten, Suche und gespeicherte Suchen',
    summary: 'Ein Gespräch, einen Kunden oder ein Wort finden, und häufige Suchen speichern.',
    sought: [
      'finden',
      'filter',
      'verschwunden',
      'alte nachrichten',
      'suchen',
      'wo ist',
      'ungelesen',
      'anbieter',
      'ordner',
    ],
    body: `Links stehen die Ansichten: **Wartet auf Antwort**, **Offen**, **Zurückgestellt**, und mit einem [Team](help:team) auch **Meine** und **Nicht zugewiesen**. Unter **Mehr** finden Sie **Erledigt**, **Alle** und **Anbieter**. Dorthin kommen die Nachrichten Ihres Mobilfunkanbieters und von automatischen Absendern.

## Suchen
Drücken Sie Strg+F, oder Strg+K für alles. Groß- und Kleinschreibung und Akzente spielen keine Rolle, und Nummern werden in jeder Schreibweise gefunden. Durchsucht werden Nachrichten, Notizen und Kunden. Ein Treffer öffnet sich an der Stelle, an der es gesagt wurde.

So grenzen Sie die Suche ein:
- from:ana – Gespräche mit diesem Kunden
- tag:reparatur – mit diesem Schlagwort
- before:2026-11-01 oder after:1.11.2026 – vor oder nach einem Datum
- is:unread, is:waiting, is:open, is:snoozed, is:closed, is:mine, is:failed – ungelesen, wartet, offen, zurückgestellt, erledigt, meine, fehlgeschlagen
- has:note – mit interner Notiz

## Gespeicherte Suchen
Suchen Sie etwas und drücken Sie auf **Diese Suche speichern**. Sie steht dann links unter **Gespeicherte Suchen**. Umbenennen oder entfernen können Sie sie unter [Schlagwörter und Suchen](settings:tags).

## Nicht gefunden?
Vielleicht wurden ältere Nachrichten durch Ihre [Aufbewahrung](help:erase-and-export) gelöscht. Einen Kunden, den Sie zusammengeführt haben, finden Sie unter dem Namen, der geblieben ist.`,
  },
  'send-later': {
    title: 'Später senden',
    summary: 'Jetzt schreiben und die Nachricht zu einer Zeit senden, die Sie wählen.',
    sought: [
      'planen',
      'zeitversetzt',
      'timer',
      'morgen',
      'uhrzeit',
      'verschieben',
      'nachricht abbrechen',
      'zurückholen',
    ],
    body: `1. Schreiben Sie Ihre Nachricht.
2. Öffnen Sie neben **Senden** die Auswahl **Weitere Arten zu senden** und nehmen Sie **Später senden**, oder drücken Sie Alt+Enter.
3. Wählen Sie eine Zeit, oder tippen Sie eine ein: „morgen 8“, „in 2 Stunden“, „Mo 9:30“.

Die Nachricht steht nun unter **Geplant**. Dort können Sie sie **Bearbeiten**, mit **Zeit ändern** verschieben oder **Abbrechen**. Auch im Gespräch steht, wann sie gesendet wird.

## Gut zu wissen
- Was Sie selbst planen, wird genau zu dieser Zeit gesendet. Die [Sendezeiten](help:sending-hours) halten nur automatische Nachrichten zurück. Wählen Sie also eine Uhrzeit, die nicht stört.
- Meldet sich der Kunde vorher ab, wird die Nachricht abgebrochen.
- Lief Counterline zu dieser Zeit nicht, wird die Nachricht nicht einfach verspätet gesendet. Sie wartet unter [Offline verpasst](help:missed-while-offline), bis Sie entscheiden.
- Ist die Leitung gestört, wartet die Nachricht unter **Wird gesendet, sobald die Leitung wieder da ist**.

Soll eine Nachricht jede Woche oder jeden Monat gesendet werden, lesen Sie [Wiederkehrende Nachrichten](help:recurring-messages). Für eine Nachricht an viele Kunden gibt es [Rundnachrichten](help:group-sends).`,
  },
  'saved-replies': {
    title: 'Textbausteine',
    summary: 'Antworten, die Sie oft schreiben, mit einem Schrägstrich einfügen.',
    sought: [
      'baustein',
      'snippet',
      'standardantwort',
      'kürzel',
      'fertiger text',
      'platzhalter',
      'schnellantwort',
      'schrägstrich',
      'template',
    ],
    body: `1. Öffnen Sie in den **Einstellungen** den Abschnitt [Textbausteine](settings:templates) und drücken Sie auf **Textbaustein hinzufügen**.
2. Geben Sie unter **Kurzer Name** ein einziges Wort ein, etwa „zeiten“, und schreiben Sie den Text.
3. Tippen Sie in einem Gespräch / und die ersten Buchstaben des Namens, und drücken Sie Enter.

## Platzhalter
{{first_name}}, {{name}}, {{shop}}, {{me}}, {{date}} und {{time}} werden für Sie ausgefüllt. Alles andere in {{ }} ist eine Lücke für Sie, zum Beispiel {{preis}}. Mit der Tabulatortaste springen Sie von einer Lücke zur nächsten. Solange eine leer ist, wird die Nachricht nicht gesendet. So liest nie ein Kunde „{{preis}}“.

Ist der Name eines Kunden nicht bekannt, bleibt auch {{first_name}} eine Lücke, die Sie ausfüllen.

Manche Textbausteine erscheinen auch als [vorgeschlagene Antwort](help:suggested-replies), wenn sie zur Frage des Kunden passen. Was Sie immer wieder beantworten, ist vielleicht besser als [FAQ-Antwort](help:faq) aufgehoben.`,
  },
  'suggested-replies': {
    title: 'Vorgeschlagene Antworten und Entwürfe',
    summary: 'Counterline sucht heraus, was Sie früher geantwortet haben, oder entwirft eine Antwort.',
    sought: [
      'ki',
      'ai',
      'chatgpt',
      'künstliche intelligenz',
      'ollama',
      'vorschlag',
      'entwurf',
      'assistent',
      'sprachmodell',
      'llm',
    ],
    body: `Drücken Sie neben dem Nachrichtenfeld auf **Vorschlagen**, oder Alt+J. **Vorgeschlagene Antworten** kommen aus Ihren FAQ, Ihren Textbausteinen und Ihren früheren Antworten auf ähnliche Fragen. Drücken Sie auf **Einfügen**, ändern Sie, was Sie möchten, und senden Sie. Nichts wird automatisch gesendet.

Ist eine Nachricht fast sicher eine Ihrer FAQ-Fragen, steht die Antwort über dem Nachrichtenfeld hinter **Vorschlag:**. Mit Alt+Q fügen Sie sie ein. Nach dem Senden können Sie diese Frage beim nächsten Mal automatisch beantworten lassen.

## Entwürfe von einem Sprachmodell
Wenn Sie möchten, schreibt ein Sprachmodell auf Ihrem eigenen Computer oder in Ihrem eigenen Netzwerk einen Entwurf:

1. Installieren Sie Ollama, llama.cpp oder LM Studio und richten Sie dort ein Modell ein.
2. Öffnen Sie in den **Einstellungen** den Abschnitt [Entwürfe](settings:model), tragen Sie die **Adresse** ein, etwa http://localhost:11434, und drücken Sie auf **Prüfen**.
3. Wählen Sie das **Modell**. Unter **Vorgeschlagene Antworten** finden Sie nun **Entwurf schreiben**.

Der Entwurf entsteht aus Ihren eigenen Antworten und Öffnungszeiten. Zahlen, Preise und Tage, die dort nirgends stehen, sind markiert, damit Sie sie prüfen. Eine Adresse außerhalb Ihres eigenen Netzwerks wird abgelehnt. So bleiben die Nachrichten Ihrer Kunden bei Ihnen.`,
  },
  faq: {
    title: 'FAQ-Antworten',
    summary: 'Häufige Fragen werden sofort beantwortet, Tag und Nacht.',
    sought: [
      'bot',
      'chatbot',
      'automatische antwort',
      'häufige fragen',
      'öffnungszeiten',
      'stichwort',
      'autoreply',
      'parken',
    ],
    body: `1. Öffnen Sie in den **Einstellungen** den Abschnitt [FAQ-Antworten](settings:faqs) und drücken Sie auf **Frage hinzufügen**, oder beginnen Sie mit einer der üblichen Fragen.
2. Schreiben Sie bei **Beispielfragen, eine pro Zeile** drei bis sechs Fragen. Schreibweise, Endungen und Wortfolge spielen keine Rolle.
3. Schreiben Sie die **Antwort**. {{hours}}, {{today}} und {{opens}} werden aus Ihren Öffnungszeiten ausgefüllt.
4. Lassen Sie **Automatisch beantworten** eingeschaltet. Oder schalten Sie es aus, dann bekommen Sie die Antwort nur als Vorschlag.
5. Geben Sie unter **Nachricht testen** eine Frage ein und sehen Sie, was geschehen würde. Es wird nichts gesendet.

**Stichwörter** müssen nicht sein: Enthält eine Nachricht eines dieser Wörter, wird Ihnen die Antwort vorgeschlagen.

## Wann geantwortet wird
- Ist die Frage sicher erkannt, bekommt der Kunde die Antwort sofort. Sonst bekommen Sie eine [vorgeschlagene Antwort](help:suggested-replies).
- In einem Gespräch, in dem Sie gerade schreiben, wird nie automatisch geantwortet, und an eine Nummer nie öfter als ein paar Mal pro Stunde.
- Die erste automatische Antwort sagt Kunden, wie sie einen Menschen erreichen: indem sie MENSCH schreiben. Dann, oder wenn Sie selbst schreiben, pausieren die automatischen Antworten in diesem Gespräch. **Automatische Antworten fortsetzen** schaltet sie wieder ein, und ebenso, wenn Sie das Gespräch erledigen.

**Häufig gefragt, noch ohne Antwort** zeigt, was mehrere Kunden gefragt haben, ohne dass eine Frage dazu passte.`,
  },
  automations: {
    title: 'Automationen',
    summary: 'Wenn etwas geschieht, antwortet, kennzeichnet, zuweist oder erinnert Counterline automatisch.',
    sought: [
      'automatisch',
      'geburtstag',
      'workflow',
      'auslöser',
      'autoreply',
      'verpasster anruf',
      'willkommen',
      'wenn dann',
      'alarm',
    ],
    body: `1. Öffnen Sie in den **Einstellungen** den Abschnitt [Automationen](settings:rules) und drücken Sie auf **Automation hinzufügen**, oder beginnen Sie mit einer aus **In den meisten Geschäften nützlich**.
2. **Wenn**: ein Kunde schreibt, ein Kunde zum ersten Mal schreibt, ein Anruf verpasst wurde, eine Weile niemand geantwortet hat, Sie ein Gespräch erledigen, Sie ein Schlagwort hinzufügen, oder ein jährliches Datum ansteht.
3. **Nur wenn**: die Nachricht bestimmte Wörter enthält, Sie geöffnet oder geschlossen haben, der Kunde ein Schlagwort oder ein Feld hat.
4. **Dann**: **Dem Kunden antworten**, **Schlagwort hinzufügen**, **Zuweisen an**, **Aufgabe hinzufügen**, **Mich alarmieren**, **SMS an ein Teammitglied**, **Gespräch als erledigt schließen**.
5. Drücken Sie auf **An früheren Nachrichten testen**, bevor Sie die Automation einschalten. Das prüft den letzten Monat und sendet nichts.

Automationen werden von oben nach unten geprüft. Nur die erste, die passt, antwortet; alles andere tun auch die übrigen. Die Reihenfolge ändern Sie mit **Nach oben** und **Nach unten**.

## Geburtstage
Wählen Sie **ein jährliches Datum (Geburtstag…)** und wie viele Tage vorher. Wirbt die Nachricht für etwas, kreuzen Sie **Angebot: nur an Kunden mit Einwilligung in Angebote** an.

Jede automatische Antwort hält Ihre [Sendezeiten](help:sending-hours) ein, beachtet jede [Abmeldung](help:opt-out) und zeigt im Gespräch den Namen ihrer Automation.`,
  },
  'away-message': {
    title: 'Abwesenheitsnachricht',
    summary: 'Sagt Kunden, die außerhalb der Öffnungszeiten schreiben, wann Sie wieder da sind.',
    sought: [
      'geschlossen',
      'urlaub',
      'ferien',
      'feiertag',
      'betriebsferien',
      'wochenende',
      'nachts',
      'mittagspause',
      'abwesend',
    ],
    body: `1. Öffnen Sie in den **Einstellungen** den Abschnitt [Abwesenheit](settings:answers).
2. Kreuzen Sie **Außerhalb der Öffnungszeiten eine Abwesenheitsnachricht senden** an.
3. Sehen Sie unter **Das bekommt ein Kunde** nach. Wann Sie wieder öffnen, wird aus Ihren Öffnungszeiten, Pausen, Feiertagen und besonderen Tagen berechnet.
4. Wenn Sie möchten, schreiben Sie bei **Eigener Text** selbst etwas. {{opens}} ist die Zeit, zu der Sie öffnen, {{place}} der Platz in der Reihe, {{first_name}} und {{shop}} sind die Namen.

Jeder Kunde bekommt sie einmal, solange Sie geschlossen haben, und nie, während Sie mit ihm im Gespräch sind. Kann Ihre [FAQ](help:faq) die Frage beantworten, bekommt der Kunde diese Antwort.

Die Nachricht des Kunden steht wie immer unter **Wartet auf Antwort**. Durch die Abwesenheitsnachricht gilt nichts als beantwortet.

## Im Urlaub
Tragen Sie die Tage unter [Öffnungszeiten](settings:hours) bei **Feiertage und besondere Tage** ein, mit **Tag** und **Letzter Tag (bei mehreren)**. Die Abwesenheitsnachricht nennt dann den Tag, an dem Sie wieder da sind, und an diesen Tagen lässt sich kein Termin buchen.`,
  },
  escalation: {
    title: 'Wenn ein Kunde zu lange wartet',
    summary: 'Ein Alarm, eine SMS oder eine E-Mail, wenn niemand antwortet.',
    sought: ['eskalation', 'vergessen', 'übersehen', 'wartezeit', 'alarm', 'sms an mich', 'chef', 'e-mail', 'bescheid'],
    body: `Es gibt drei Stufen, und jede geht auch für sich allein.

- Auf dem Bildschirm: Wählen Sie unter [Töne und Benachrichtigungen](settings:sounds) eine Zeit bei **Alarmieren, wenn ein Kunde gewartet hat**. Sie bekommen dann eine zweite, lautere Benachrichtigung.
- Auf dem Handy: Tragen Sie unter [Eskalation](settings:notifications) Ihre eigene Nummer bei **Wenn niemand antwortet, SMS an dieses Handy** ein, und wählen Sie eine Zeit bei **Wenn ein Kunde gewartet hat**. Sie bekommen eine SMS je wartendem Kunden, höchstens alle 30 Minuten.
- Per E-Mail: Kreuzen Sie unter [E-Mail](settings:mail) den Punkt **ein Kunde zu lange wartet** an. Die E-Mail geht über Ihren eigenen Mailserver und enthält weder Nummern noch Nachrichtentexte.

Überall zählen nur die Öffnungszeiten. Wer nachts schreibt, weckt Sie nicht auf; die [Abwesenheitsnachricht](help:away-message) sagt ihm, wann Sie öffnen.

## Bei bestimmten Nachrichten sofort
Eine [Automation](help:automations) mit **Mich alarmieren** oder **SMS an ein Teammitglied** reagiert gleich auf Wörter wie „dringend“.

Wie schnell Sie insgesamt antworten, sehen Sie in den [Berichten](help:reports) unter **Antwortzeiten**.`,
  },
  tasks: {
    title: 'Aufgaben',
    summary: 'Versprochenes und Erledigungen, mit Fälligkeit, direkt beim Gespräch.',
    sought: ['to do', 'todo', 'zurückrufen', 'rückruf', 'versprochen', 'merken', 'fällig', 'checkliste', 'erinnern'],
    body: `1. Öffnen Sie in einem Gespräch **Mehr** und wählen Sie **Aufgabe hinzufügen**, oder drücken Sie Alt+O.
2. Schreiben Sie, was zu tun ist, und unter **Fällig**, bis wann. „morgen 10“ genügt, und auch **Ohne Fälligkeit** ist in Ordnung.

Schreiben Sie einem Kunden zum Beispiel „Ich rufe Sie morgen bis 17 Uhr an“, schlägt Counterline dafür eine Aufgabe vor. Ein Klick auf **Aufgabe hinzufügen** genügt.

Die Seite **Aufgaben** zeigt alle, zuerst die, die am ehesten fällig sind. Haken Sie eine Aufgabe ab, wenn sie erledigt ist. Wird eine fällig, bekommen Sie eine Benachrichtigung. Ein Klick auf die Aufgabe öffnet ihr Gespräch.

## Aufgaben, die automatisch entstehen
- Ein Kunde antwortet auch auf die zweite Frage zu seinem Termin nicht: Rufen Sie ihn an.
- Ein Kunde möchte einen Termin zu spät ändern, oder findet keine freie Zeit.
- Ein Kunde hat sich abgemeldet, obwohl er noch einen Termin hat: Fragen Sie, ob der noch gilt.
- Was eine [Automation](help:automations) mit **Aufgabe hinzufügen** anlegt.`,
  },
  'notes-and-tags': {
    title: 'Interne Notizen und Schlagwörter',
    summary: 'Aufschreiben, was nur Ihr Team sieht, und Gespräche kennzeichnen.',
    sought: [
      'etikett',
      'label',
      'kommentar',
      'intern',
      'farbe',
      'kategorie',
      'stammkunde',
      'kennzeichnen',
      'tag',
      'vermerk',
    ],
    body: `## Interne Notizen
1. Drücken Sie beim Nachrichtenfeld auf **Notiz**, oder Alt+M.
2. Schreiben Sie, was Ihr Team wissen soll, und drücken Sie auf **Notiz hinzufügen**.

Kunden sehen Notizen nie. Sie stehen im Gespräch, mit dem Namen dessen, der sie geschrieben hat. Mit has:note finden Sie sie in der Suche. Was bei einem Kunden immer gilt, etwa eine Allergie, schreiben Sie besser rechts beim Kunden unter **Notizen**.

## Schlagwörter
1. Drücken Sie in einem Gespräch Alt+G, oder wählen Sie unter **Mehr** den Punkt **Schlagwort**.
2. Wählen Sie ein Schlagwort aus, oder tippen Sie ein neues ein.

Schlagwörter stehen links in der Liste. Klicken Sie auf eines, um nur diese Gespräche zu sehen. Namen und Farben ändern Sie unter [Schlagwörter und Suchen](settings:tags).

Schlagwörter helfen auch an anderen Stellen: [Gruppen](help:groups) können alle mit einem Schlagwort enthalten, [Automationen](help:automations) können Schlagwörter hinzufügen oder sich nach ihnen richten, und [Umfragen](help:surveys) können unzufriedene Kunden kennzeichnen. Auf der Seite **Kunden** vergeben Sie ein Schlagwort an viele auf einmal.`,
  },
  'conversation-assignment': {
    title: 'Gespräche zuweisen',
    summary: 'Ausmachen, wer sich um welchen Kunden kümmert.',
    sought: [
      'zuständig',
      'verantwortlich',
      'delegieren',
      'übergeben',
      'weitergeben',
      'kollege',
      'kollegin',
      'übernehmen',
      'meine',
    ],
    body: `Legen Sie zuerst Ihr [Team](help:team) an. Dann:

1. Öffnen Sie ein Gespräch und drücken Sie auf **Zuweisen**, oder Alt+A.
2. Wählen Sie jemanden aus dem Team. Mit **Nicht zugewiesen** geben Sie das Gespräch wieder an alle zurück.

Mehrere auf einmal: Wählen Sie sie in der Liste aus und drücken Sie Alt+A.

- **Meine** zeigt, was der Person zugewiesen ist, die bei **Angemeldet als** steht.
- **Nicht zugewiesen** zeigt, was noch niemand übernommen hat.
- Ein zugewiesenes Gespräch steht weiterhin bei allen unter **Wartet auf Antwort**. So wird nichts übersehen, wenn jemand krank ist.

Eine [Automation](help:automations) kann automatisch zuweisen, zum Beispiel jede Nachricht mit dem Wort „Reparatur“ an Ihre Werkstatt.

Wer ein Gespräch hat, steht oben im Gespräch, und auch jede Änderung ist dort vermerkt. Mit is:mine finden Sie in der Suche Ihre eigenen.`,
  },
  'delivery-states': {
    title: 'Gesendet, zugestellt, unklar: was es heißt',
    summary: 'Was unter jeder Nachricht steht, und was Sie dann tun können.',
    sought: [
      'zugestellt',
      'nicht angekommen',
      'häkchen',
      'status',
      'fehlgeschlagen',
      'fehler',
      'abgelaufen',
      'doppelt',
      'zustellbericht',
      'zurückgehalten',
    ],
    body: `- **Wartet auf die Leitung**: Die Leitung ist gestört oder beschäftigt. Die Nachricht wird automatisch gesendet.
- **Zurückgehalten**: Vorher muss etwas geschehen, etwa der Beginn Ihrer [Sendezeiten](help:sending-hours), oder eine [Sendegrenze](help:sending-limits) ist erreicht. Der Grund steht dabei, und bis wann es dauert.
- **Wird gesendet**: Das Modem hat die Nachricht.
- „Gesendet, noch keine Bestätigung“: Ihr Anbieter hat sie angenommen. Ob das Handy sie bekommen hat, ist noch nicht bekannt. Manche Anbieter und Handys bestätigen nie.
- „Zugestellt“: Das Handy hat den Empfang bestätigt.
- **Senden fehlgeschlagen**: Sie wurde sicher nicht gesendet. Lesen Sie den Grund und drücken Sie dann auf **Noch einmal senden**.
- **Abgelaufen**: Sie wäre zu spät gekommen, um noch zu nützen.
- **Abgebrochen**: Sie selbst, eine Abmeldung oder eine Änderung haben die Nachricht gestoppt.

## Zustellung unklar
Genau beim Senden wurde das Modem abgezogen, oder es hat nicht geantwortet. Niemand kann sagen, ob die Nachricht hinausging. Sie wird nie automatisch noch einmal gesendet, damit kein Kunde sie doppelt bekommt. Kommt später noch ein Zustellbericht, ist es geklärt. Sonst entscheiden Sie, im Gespräch oder in der Liste, die Sie oben links öffnen:
- **Ist angekommen** – Sie wissen, dass sie da ist.
- **Noch einmal senden** – der Kunde bekommt sie vielleicht doppelt.
- **So lassen** – nichts tun.

Klicken Sie unter einer Nachricht auf ihren Zustand, um **Details der Nachricht** zu öffnen, mit jedem Schritt und seiner Uhrzeit.`,
  },
  'missed-while-offline': {
    title: 'Offline verpasst',
    summary: 'Nachrichten, die fällig wurden, während der Computer aus war, warten auf Sie.',
    sought: [
      'verspätet',
      'computer aus',
      'ruhezustand',
      'heruntergefahren',
      'nicht gesendet',
      'überfällig',
      'erinnerung verpasst',
      'alte nachrichten',
    ],
    body: `Lief Counterline nicht, als eine geplante Nachricht fällig wurde, wird sie nicht ungefragt verspätet gesendet. Eine Erinnerung an einen vergangenen Termin, oder „Heute geöffnet“ am Tag danach, würde nur verwirren.

Wie viele solche Nachrichten es gibt, steht oben links, über den Ansichten. Klicken Sie darauf, dann öffnet sich **Offline verpasst**. Bei jeder Nachricht steht, wann sie fällig war.

- **Senden** sendet sie jetzt. **Alle senden** sendet die ganze Liste.
- Mit **Bearbeiten** ändern Sie vorher den Text.
- **Verwerfen** entfernt sie. In ihrem Gespräch steht sie dann als abgebrochen. **Alle verwerfen** entfernt die ganze Liste.

Nachrichten, die nichts mehr nützen können, laufen automatisch ab.

Rundnachrichten, deren Zeit verpasst wurde, warten auf der Seite **Kunden** unter **Rundnachrichten**, bis Sie **Fortsetzen** oder **Beenden** wählen.

## Damit es nicht vorkommt
Schalten Sie unter [Start](settings:startup) die Punkte **Beim Anmelden starten** und **Nach dem Schließen des Fensters im Infobereich weiterlaufen** ein. Stellen Sie den Computer so ein, dass er während Ihrer Sendezeiten nicht in den Ruhezustand geht.`,
  },
  'long-messages': {
    title: 'Lange Nachrichten, Emojis und ihr Preis',
    summary: 'Wie aus Zeichen SMS werden, und wie eine Nachricht günstig bleibt.',
    sought: ['zeichen', 'länge', '160', 'segmente', 'emoji', 'kosten', 'preis', 'unicode', 'zähler', 'zu lang'],
    body: `Unter dem Nachrichtenfeld steht, wie viele Zeichen Sie geschrieben haben und wie viele SMS das sind. Ihr Anbieter berechnet jede SMS.

- Mit Standardzeichen passen 160 in eine SMS. Werden es mehrere, passen in jede 153.
- Mit Sonderzeichen passen 70 in eine SMS. Werden es mehrere, passen in jede 67.

Ein einziges Emoji, ein typografisches Anführungszeichen oder ein Buchstabe wie ł, und die ganze Nachricht zählt als Sonderzeichen. Der Zähler nennt das Zeichen, das sie teurer macht. **Sonderzeichen ersetzen** (Alt+P) tauscht es gegen ein einfaches, wo das möglich ist.

Bei mehr als 3 SMS werden Sie um Bestätigung gebeten. Mehr als 10 SMS lassen sich nicht senden: Kürzen Sie die Nachricht, oder schicken Sie einen Link.

Das Handy des Kunden setzt die Teile wieder zusammen, er liest eine einzige Nachricht. Kommt eine lange Nachricht eines Kunden unvollständig an, steht das dabei, und der fehlende Teil wird ergänzt, sobald er da ist.

## Andere Alphabete
Für Türkisch, Spanisch, Portugiesisch und mehrere indische Sprachen gibt es in den [Einstellungen der Leitung](help:line-page) die Auswahl **Zeichen einer weiteren Sprache**. Nachrichten brauchen dann weniger SMS, aber ältere Handys zeigen vielleicht andere Zeichen.`,
  },
  'pictures-and-calls': {
    title: 'Bilder und Anrufe',
    summary: 'Was geschieht, wenn ein Kunde ein Bild schickt oder Ihre SIM anruft.',
    sought: ['mms', 'foto', 'bild', 'anruf', 'klingeln', 'mailbox', 'verpasster anruf', 'telefonieren', 'anhang'],
    body: `## Bilder
Eine Leitung mit USB-Modem kann keine Bilder (MMS) anzeigen. Im Gespräch steht dann, dass der Kunde ein Bild geschickt hat. Bitten Sie ihn, es per E-Mail zu schicken, oder sagen Sie ihm, wohin er es bringen kann. Links in Nachrichten funktionieren.

## Anrufe auf Ihrer SIM
Über das Modem kann niemand telefonieren. Ein Anruf erscheint im Gespräch als **Verpasster Anruf** oder **Anruf abgewiesen**, und Sie können schreiben oder zurückrufen. Stören die Anrufe, kreuzen Sie in den **Einstellungen der Leitung** den Punkt **Anrufe sofort abweisen (im Gespräch erscheinen sie trotzdem)** an. Dann klingelt es bei den Anrufern nicht vergeblich.

Nützlich: eine [Automation](help:automations) mit **ein Anruf verpasst wurde**, die antwortet: „Schreiben Sie uns einfach hier.“ Sie finden sie fertig unter **In den meisten Geschäften nützlich**.

## Einen Kunden anrufen
1. Öffnen Sie im Gespräch **Mehr** und wählen Sie **Anrufen**, oder drücken Sie Alt+C.
2. **Mit diesem Computer anrufen** gibt die Nummer an das Telefonprogramm Ihres Computers weiter. **Ich habe mit einem anderen Telefon angerufen** vermerkt den Anruf nur.

In beiden Fällen steht im Gespräch, dass Sie angerufen haben. So ruft aus Ihrem Team niemand doppelt an.`,
  },
  customers: {
    title: 'Kunden',
    summary: 'Alle, die Sie kennen, mit Nummern, Geburtstag, Notizen und Verlauf.',
    sought: [
      'kontakte',
      'adressbuch',
      'kundenliste',
      'kundenkartei',
      'telefonnummer',
      'rufnummer',
      'anlegen',
      'bearbeiten',
      'sprache',
    ],
    body: `Unter **Kunden** (Alt+Y) stehen alle. Suchen Sie nach Name, Notiz oder Nummer, gleich wie die Nummer geschrieben ist.

1. Drücken Sie **Neuer Kunde**, oder klicken Sie einen an, um ihn zu bearbeiten.
2. Füllen Sie **Name**, **Nummern**, **Geburtstag**, **Sprache**, Schlagwörter und Notizen aus. Ein Kunde kann mehrere Nummern haben; geschrieben wird an die **Hauptnummer**. Bei **Bezeichnung** steht, wessen Nummer es ist oder welche.
3. Drücken Sie **Speichern**.

Am schnellsten geht es im Posteingang: Tippen Sie neben dem Gespräch bei **Namen hinzufügen** einen Namen ein, und der Kunde steht auf der Liste.

## Gut zu wissen
- **Sprache** bestimmt, in welcher Sprache dieser Kunde automatische Nachrichten bekommt.
- **Zeitzone** neben dem Gespräch ist für Kunden im Ausland wichtig: Erinnerungen richten sich nach deren Tageszeit, nicht nach Ihrer.
- Die letzte Spalte zeigt, ob jemand **Angemeldet** ist, in **Angebote** eingewilligt hat, **Abgemeldet** oder **Blockiert** ist.
- Wählen Sie mehrere aus, um ihnen ein Schlagwort zu geben oder eine [Rundnachricht](help:group-sends) zu schreiben.

Eigene Angaben, etwa ein Autokennzeichen: [Kundenfelder](help:customer-fields). Eine ganze Liste auf einmal: [Kunden importieren](help:import-customers). Zweimal dieselbe Person: [Zusammenführen](help:merge).`,
  },
  'customer-fields': {
    title: 'Kundenfelder',
    summary: 'Halten Sie fest, was Sie von jedem Kunden wissen möchten, von der Schuhgröße bis zum Kennzeichen.',
    sought: [
      'eigenes feld',
      'zusatzfeld',
      'spalte',
      'auto',
      'kennzeichen',
      'größe',
      'haustier',
      'farbrezept',
      'merkmal',
      'eigene daten',
    ],
    body: `1. Öffnen Sie [Kundenfelder](settings:fields) in den **Einstellungen** und drücken Sie **Feld hinzufügen**.
2. Füllen Sie **Name** aus und wählen Sie den **Typ**: **Text**, **Zahl**, **Datum** oder **Auswahl**. Bei einer Auswahl geben Sie die Möglichkeiten ein, eine pro Zeile.

Das Feld steht dann beim Kunden und neben jedem Gespräch. Name, Nummern, Geburtstag und Notizen gibt es immer.

Für einen einzelnen Kunden drücken Sie **Feld hinzufügen** neben dem Gespräch.

## Wozu Felder gut sind
- [Importe](help:import-customers) können sie aus einer Spalte Ihrer Tabelle füllen.
- [Gruppen](help:groups) können sie verwenden: „Rad ist E-Bike“, „Nächste Inspektion ist vor Juni“.
- [Automationen](help:automations) können von einem Feld abhängen, oder jedes Jahr an einem Datum darin beginnen.
- [Rundnachrichten](help:group-sends) können sie nennen: Aus {{Rad}} wird, was in diesem Feld steht. Wie vielen Kunden der Wert fehlt, sehen Sie vor dem Start.

Halten Sie nur fest, was Sie brauchen. Mit Angaben zur Gesundheit und Ähnlichem müssen Sie in vielen Ländern besonders vorsichtig sein; siehe [SMS an Kunden in der EU und in Großbritannien](help:law-eu-uk).`,
  },
  'import-customers': {
    title: 'Kunden importieren',
    summary: 'Bringen Sie Ihre Liste aus einer Tabelle, einem anderen Programm oder vom Handy mit.',
    sought: [
      'csv',
      'excel',
      'vcard',
      'einlesen',
      'hochladen',
      'übertragen',
      'umziehen',
      'adressbuch',
      'google kontakte',
      'outlook',
    ],
    body: `Sie brauchen eine Tabelle (CSV) aus Excel, LibreOffice, Outlook, Google oder Ihrem bisherigen Programm, oder ein Adressbuch vom Handy (vCard).

1. Öffnen Sie **Kunden** und drücken Sie **Importieren**. Wählen Sie die **Datei**.
2. Sagen Sie unter **Spalten zuordnen**, was in welcher Spalte steht. Was Sie nicht brauchen, stellen Sie auf **Nicht importieren**. Sehen Zeichen falsch aus, wählen Sie eine andere Kodierung der Datei.
3. Wählen Sie, was für **Vorhandene Kunden** gilt: **Fehlendes ergänzen**, **Abweichendes ersetzen** oder **Überspringen**. Kunden werden an ihrer Nummer erkannt.
4. Wenn Sie möchten, wählen Sie ein Schlagwort für alle, damit Sie sie wiederfinden.
5. Drücken Sie **Vorschau**. Noch ist nichts geändert. Sehen Sie nach, was neu ist, was geändert und was übersprungen wird, und warum.
6. Importieren Sie. Das geschieht ganz oder gar nicht.

**Übersprungene Zeilen speichern** gibt Ihnen eine Datei mit den Gründen. **Import rückgängig machen** im **Importverlauf** nimmt alles zurück, außer bei Kunden, die Sie seither bearbeitet haben.

## Einwilligung
Eine Spalte mit der Einwilligung in Angebote wird nur übernommen, wenn Sie bei **Wie sie in Angebote eingewilligt haben** etwas eintragen, zum Beispiel „Formular an der Theke, 2025“. Wer sich abgemeldet hat, bleibt abgemeldet, was auch immer in der Liste steht. Siehe [Einwilligung](help:consent).`,
  },
  groups: {
    title: 'Gruppen von Kunden',
    summary: 'Listen, die sich nach Bedingungen selbst aktuell halten.',
    sought: [
      'segment',
      'zielgruppe',
      'verteiler',
      'filter',
      'stammkunden',
      'lange nicht da',
      'geburtstag',
      'kundenliste',
      'auswahl',
    ],
    body: `Eine Gruppe ist eine Bedingung, keine feste Liste: Wer heute passt, gehört heute dazu.

1. Öffnen Sie **Kunden** und drücken Sie **Neue Gruppe**.
2. Füllen Sie **Name** aus und wählen Sie, ob **alle Bedingungen** zutreffen müssen oder **eine der Bedingungen** genügt.
3. Drücken Sie **Bedingung hinzufügen** und wählen Sie, worum es geht: **Letzter Besuch**, **Anzahl Besuche**, **Einwilligung**, **Schlagwort**, **Feld**, **Letzte Nachricht des Kunden**, **Geburtstag**, **Sprache** oder **Kunde seit**.
4. Sehen Sie nach, wie viele Kunden jetzt passen, und drücken Sie **Speichern**.

Ein Besuch ist ein wahrgenommener Termin oder eine abgeholte Bestellung.

## Beispiele
- Länger nicht da gewesen: **Letzter Besuch**, **nicht in den letzten** 6 Monaten, und **hat eingewilligt in** Angebote.
- Stammkunden: **Anzahl Besuche**, **mindestens** 5.
- Geburtstage in diesem Monat: **Geburtstag** in diesem Monat.

Wählen Sie eine Gruppe, um ihre Kunden zu sehen, sie mit **Exportieren** zu speichern oder ihnen eine [Rundnachricht](help:group-sends) zu schreiben. Der Stift neben dem Namen ändert die Bedingungen. **Gruppe löschen** entfernt nur die Gruppe, nie ihre Kunden.`,
  },
  'group-sends': {
    title: 'Rundnachrichten: eine Nachricht an viele',
    summary: 'Schreiben Sie einer Gruppe oder ausgewählten Kunden, mit Namen und einer Vorschau.',
    sought: [
      'massen-sms',
      'rundschreiben',
      'newsletter',
      'kampagne',
      'alle kunden',
      'werbung',
      'marketing',
      'aktion',
      'ankündigung',
      'broadcast',
    ],
    body: `1. Wählen Sie unter **Kunden** eine Gruppe oder einzelne Kunden, und drücken Sie **Neue Rundnachricht**.
2. Wählen Sie die **Art**. Ein Angebot geht nur an Kunden, die in Angebote eingewilligt haben; eine Service-Nachricht, etwa zu einem Umzug oder einem Rückruf, auch an andere. Werbung ist keine Service-Nachricht.
3. Schreiben Sie die Nachricht. **Einfügen** setzt Namen ein. Lassen Sie **Hinweis zum Abmelden anfügen** bei Angeboten eingeschaltet.
4. Lassen Sie **Beginn** leer, um sofort zu senden. **Verteilt senden über** verteilt das Senden auf mehrere Stunden.
5. Lesen Sie die **Vorschau**: wer sie bekommt, wer nicht und warum, wie viele SMS es sind, was sie kosten und wann die letzte gesendet wird.
6. Probieren Sie es mit **Test senden** am eigenen Handy aus.
7. Tippen Sie zur Bestätigung die Anzahl der Kunden ein, und drücken Sie **Starten**.

Unter **Rundnachrichten** können Sie jederzeit **Pausieren**, **Fortsetzen** und **Beenden**. Wer sich inzwischen abmeldet, wird ausgelassen. Das Ergebnis zeigt, wer sie bekommen, wer geantwortet und wer sich abgemeldet hat; **Ergebnis exportieren** speichert es.

Ihre [Sendezeiten](help:sending-hours) und [Sendegrenzen](help:sending-limits) gelten. War der Computer zur Startzeit aus, wartet die Rundnachricht auf Sie.

Eine gewöhnliche SIM-Karte ist für Hunderte Nachrichten am Tag gemacht, nicht für viele Tausend. Lesen Sie die Bedingungen Ihres Tarifs und die [Vorschriften für Werbung](help:law-overview).`,
  },
  consent: {
    title: 'Einwilligung',
    summary: 'Womit jeder Kunde einverstanden ist, und wie Sie es festhalten.',
    sought: [
      'erlaubnis',
      'zustimmung',
      'einverständnis',
      'opt-in',
      'dsgvo',
      'datenschutz',
      'werbung',
      'erlaubt',
      'unterschrift',
      'anmelden',
    ],
    body: `Neben dem Gespräch zeigt **Einwilligung** drei Dinge: **Erinnerungen**, **Umfragen** und **Angebote**.

- Wer Ihnen zuerst schreibt, dem dürfen Sie antworten. Erinnerungen an eigene Termine und Bestellungen sowie Umfragen sind eingeschaltet, bis der Kunde nein sagt.
- **Angebote** sind aus, bis der Kunde deutlich ja sagt.

## Einwilligung festhalten
1. Drücken Sie **Ändern** neben dem Gespräch.
2. Haken Sie an, womit der Kunde einverstanden ist.
3. Schreiben Sie bei **Wie die Einwilligung erteilt wurde** wörtlich auf, was war: „Formular an der Theke unterschrieben“. Das wird dauerhaft aufbewahrt, mit Zeitpunkt und wer es eingetragen hat.
4. Drücken Sie **Speichern**. **Nachweis drucken** bringt den Verlauf zu Papier.

## Per SMS fragen
**Per SMS nach Angeboten fragen** sendet eine einzige Frage. Nur ein JA von diesem Handy zählt. Kunden können sich auch anmelden, indem sie den [QR-Code](help:qr-code) scannen.

Jede Nachricht wird in dem Augenblick geprüft, in dem sie gesendet wird, auch bei Rundnachrichten und anderen Programmen. Schreibt ein Kunde STOP, ist mit allem Schluss; siehe [Abmeldung](help:opt-out). Das können nicht Sie zurücknehmen, nur der Kunde selbst, mit START.`,
  },
  'qr-code': {
    title: 'QR-Code für die Theke',
    summary: 'Kunden scannen einen Code und willigen mit dem eigenen Handy in Angebote ein.',
    sought: [
      'scannen',
      'plakat',
      'aushang',
      'flyer',
      'opt-in',
      'anmelden',
      'newsletter',
      'drucken',
      'schaufenster',
      'werbung',
    ],
    body: `1. Geben Sie die Telefonnummer Ihrer Leitung auf der [Seite der Leitung](help:line-page) ein, bei **Telefonnummer dieser Leitung**. Die wenigsten SIM-Karten kennen ihre eigene Nummer.
2. Öffnen Sie [QR-Code](settings:code) in den **Einstellungen** und drücken Sie **Drucken**.
3. Hängen Sie das Blatt an der Theke oder im Fenster auf.

Kunden scannen den Code mit der Kamera ihres Handys. Das Handy öffnet eine fertige Nachricht an Ihre Nummer, und der Kunde sendet sie. Diese Nachricht ist die Einwilligung; sie wird wörtlich und mit Zeitpunkt festgehalten. Der Kunde bekommt eine Bestätigung, in der steht, wie er sich abmeldet.

Auf dem Blatt stehen auch die Worte und die Nummer, für alle, die lieber tippen, und dass STOP es beendet.

Wer sich so angemeldet hat, steht mit **Angebote** in Ihrer Kundenliste und bekommt [Rundnachrichten](help:group-sends) mit Angeboten.

## Warum das besser ist als eine Liste
Die Nachricht des Kunden vom eigenen Handy ist der stärkste Nachweis, den Sie haben können: Niemand kann behaupten, Sie hätten einfach eine Nummer eingetippt. Mit **Nachweis drucken** bringen Sie ihn jederzeit zu Papier.`,
  },
  'opt-out': {
    title: 'Abmeldung: STOP, START und HELP',
    summary: 'Was geschieht, wenn ein Kunde keine Nachrichten mehr möchte.',
    sought: [
      'stop',
      'stopp',
      'abmelden',
      'abbestellen',
      'keine nachrichten mehr',
      'austragen',
      'opt-out',
      'spam',
      'hilfe',
      'start',
    ],
    body: `Ein Kunde, der **STOP** schreibt, bekommt keine automatischen Nachrichten mehr. Das gilt sofort, und alles, was für ihn geplant war, entfällt. Er bekommt eine Bestätigung, ohne Werbung.

- Andere Wörter zählen auch: ABMELDEN, ABBESTELLEN, UNSUBSCRIBE, CANCEL, END, QUIT und Entsprechendes auf Französisch, Spanisch, Portugiesisch, Niederländisch und Italienisch. Ebenso einfache Sätze wie „bitte keine SMS mehr“.
- **START** bringt die Nachrichten zurück. Das kann nur der Kunde.
- **HELP** oder HILFE wird immer beantwortet: wer Sie sind, und wie man sich abmeldet.

## Wenn es nicht eindeutig ist
„Stopp, ich meinte Dienstag“ ist keine Abmeldung. Könnte eine Nachricht eine sein, fragt Counterline Sie über dem Gespräch: **Möchte sich dieser Kunde abmelden?** Bis Sie **Nein, weiter senden** oder **Ja, abmelden** drücken, wird nichts automatisch gesendet.

Ein CANCEL als Antwort auf eine Terminerinnerung beendet die Nachrichten, und Sie bekommen eine Aufgabe: nachzufragen, ob der Termin noch gilt. Um einen Termin abzusagen, antworten Kunden mit X.

## Was Sie weiterhin tun können
Schreibt Ihnen ein abgemeldeter Kunde, dürfen Sie auf seine Frage antworten. Das Nachrichtenfeld erinnert Sie daran. Sagt es Ihnen jemand persönlich, drücken Sie **Ändern** unter **Einwilligung** neben dem Gespräch.

Eine Abmeldung übersteht Importe, das Zusammenführen, andere Schreibweisen der Nummer und das Wiederherstellen einer alten Sicherung.`,
  },
  block: {
    title: 'Nummer blockieren',
    summary: 'So haben Sie vor einer Nummer Ruhe.',
    sought: [
      'spam',
      'sperren',
      'blocken',
      'belästigung',
      'lästig',
      'stumm',
      'ignorieren',
      'entsperren',
      'betrug',
      'drohung',
    ],
    body: `1. Öffnen Sie das Gespräch.
2. Scrollen Sie in der rechten Spalte nach unten und drücken Sie **Blockieren**. In einem schmalen Fenster öffnen Sie die Spalte zuerst mit **Kunde**.
3. Bestätigen Sie.

Von da an werden Sie über Nachrichten dieser Nummer nicht mehr benachrichtigt, und nichts wird automatisch an sie gesendet: keine automatischen Antworten, keine Erinnerungen, keine Rundnachrichten. Was von dort kommt, wird trotzdem empfangen und aufbewahrt, falls Sie es als Beweis brauchen.

**Blockierung aufheben** an derselben Stelle macht es rückgängig.

## Blockieren oder Abmeldung?
Blockieren ist Ihre Entscheidung über jemanden, der Sie belästigt. Möchte ein Kunde einfach keine Nachrichten mehr, ist das eine [Abmeldung](help:opt-out) – tragen Sie dann diese ein, denn sie gilt für jede Nachricht und wird als Nachweis aufbewahrt.

Bei Drohungen und Betrug: Behalten Sie das Gespräch und verwenden Sie für eine Anzeige den [prüfbaren Nachweis](help:verified-record). Anrufe auf Ihrer SIM-Karte werden dadurch nicht gesperrt. Fragen Sie dazu Ihren Anbieter, oder haken Sie **Anrufe sofort abweisen (im Gespräch erscheinen sie trotzdem)** in den [Einstellungen der Leitung](help:line-page) an.

Zwei Kunden, von denen einer blockiert ist, lassen sich erst [zusammenführen](help:merge), wenn beide blockiert sind oder keiner.`,
  },
  merge: {
    title: 'Zwei Kunden zusammenführen',
    summary: 'Machen Sie aus zwei Einträgen derselben Person einen.',
    sought: [
      'doppelt',
      'dublette',
      'duplikat',
      'zweimal',
      'dieselbe person',
      'verbinden',
      'zusammenlegen',
      'zweite nummer',
      'neue nummer',
    ],
    body: `Kunden wechseln ihre Nummer, oder es gibt sie nach einem Import doppelt.

1. Öffnen Sie einen der beiden, auf der Seite **Kunden** oder neben dem Gespräch.
2. Drücken Sie **Zusammenführen mit…** und wählen Sie den anderen.
3. Lesen Sie die Vorschau: welche Nummern, wie viele Nachrichten und Felder der zusammengeführte Kunde dann hat.
4. Drücken Sie **Zusammenführen**.

Gleich danach können Sie es mit **Rückgängig** oder Strg+Z zurücknehmen.

## Was geschieht
- Beide Nummern gehören zu einem Kunden. Jede Nummer behält ihr eigenes Gespräch; **Öffnen** neben dem Gespräch bringt Sie zum anderen.
- Notizen, Felder, Schlagwörter, Termine und Bestellungen kommen zusammen.
- Hat sich eine der Nummern abgemeldet, gilt das für den ganzen Kunden. Zusammenführen hebt nie eine Abmeldung auf.

## Wenn es nicht geht
Ist einer der beiden blockiert, heben Sie das zuerst auf, oder blockieren Sie den anderen auch. Gehört eine Nummer, die Sie hinzufügen möchten, schon jemand anderem, nennt Counterline diesen Kunden; führen Sie die beiden zusammen, oder entfernen Sie die Nummer dort.`,
  },
  'erase-and-export': {
    title: 'Daten eines Kunden löschen oder herausgeben',
    summary: 'Beantworten Sie Datenschutzanfragen, und legen Sie fest, wie lange Daten bleiben.',
    sought: [
      'dsgvo',
      'löschen',
      'kunde entfernen',
      'auskunft',
      'datenschutz',
      'recht auf vergessenwerden',
      'aufbewahrung',
      'löschfrist',
      'daten mitnehmen',
      'export',
    ],
    body: `## Wenn ein Kunde fragt, was Sie von ihm haben
Öffnen Sie den Kunden auf der Seite **Kunden** und drücken Sie **Personenbezogene Daten herunterladen**. Sie bekommen eine Seite mit allem: Nachrichten, Termine, Einwilligung, Felder.

## Wenn ein Kunde gelöscht werden möchte
1. Sagen Sie zuerst seine künftigen Termine und offenen Bestellungen ab.
2. Öffnen Sie den Kunden und drücken Sie **Endgültig löschen**.

Nachrichten, Notizen, Felder und Einwilligungen werden endgültig gelöscht. Vergangene Termine und Bestellungen werden anonymisiert, und die Berichte behalten ihre Zahlen ohne den Namen. Eine Abmeldung bleibt gespeichert, damit die Person nicht versehentlich wieder Nachrichten bekommt. Ein späterer Import lässt sie aus und sagt es Ihnen.

Frühere Sicherungen enthalten die Daten noch, bis sie ablaufen. Stellen Sie eine davon wieder her, wird das Löschen wiederholt.

## Wie lange Daten bleiben
Unter [Aufbewahrung](settings:keep) wählen Sie das für Nachrichten, Termine, abgeschlossene Bestellungen und Kunden ohne Kontakt. Ältere Daten werden jede Nacht gelöscht; mit **Unbegrenzt** bleiben sie. Abmeldungen bleiben immer gespeichert.

## Ihre Daten mitnehmen
**Exportieren** auf der Seite **Kunden** speichert eine Tabelle (CSV) oder ein Adressbuch (vCard). Termine exportieren Sie im Kalender über das Menü **Import und Export**.`,
  },
  'verified-record': {
    title: 'Prüfbarer Nachweis',
    summary: 'Der ganze Verlauf mit einer Nummer als Beweis.',
    sought: [
      'beweis',
      'anwalt',
      'gericht',
      'streit',
      'beschwerde',
      'reklamation',
      'gespräch drucken',
      'pdf',
      'signatur',
      'protokoll',
    ],
    body: `Sagt ein Kunde „Das haben Sie mir nie gesagt“ oder „Dem habe ich nie zugestimmt“, können Sie zeigen, was geschrieben wurde.

1. Öffnen Sie den Kunden auf der Seite **Kunden** und drücken Sie **Prüfbarer Nachweis**.
2. Wählen Sie **Drucken oder als PDF speichern** oder **Prüfbare Datei (CSV)**. Bei mehreren Nummern wählen Sie, welche.

Er enthält Nachrichten in beide Richtungen mit den Kennungen und Zustellberichten des Anbieters, Einwilligungen im genauen Wortlaut und Anrufe, alles mit Zeitpunkt.

Jeder Eintrag ist zusammen mit dem vorigen signiert, und die letzte Zeile ist die **Signatur**. Ändert, ergänzt oder entfernt jemand danach eine Zeile, stimmt die Signatur nicht mehr. Wer sich auskennt, kann die Datei mit dem Befehl „verify“ prüfen, der mit Counterline kommt; die Signatur auf dem Papier ist die, die er ausgibt.

## Grenzen
Der Nachweis zeigt, was Counterline gespeichert hat: dass Ihr Modem eine Nachricht übergeben hat, und was das Netz gemeldet hat. Er kann nicht beweisen, dass ein Mensch sie gelesen hat. Daten, die Sie [endgültig gelöscht](help:erase-and-export) haben oder die älter sind als Ihre Aufbewahrung, stehen nicht mehr darin.`,
  },
  calendar: {
    title: 'Der Kalender',
    summary: 'Termine buchen, verschieben und absagen.',
    sought: [
      'termin',
      'buchung',
      'terminplan',
      'umbuchen',
      'verlegen',
      'stornieren',
      'agenda',
      'nicht gekommen',
      'drucken',
      'ziehen',
    ],
    body: `Öffnen Sie **Kalender** (Alt+K). Wählen Sie **Tag**, **Woche**, **Monat** oder **Liste**. Jeder Mitarbeiter hat eine Farbe; ein Klick auf den Namen blendet ihn aus oder ein.

## Buchen
1. Drücken Sie **Neuer Termin**, oder ziehen Sie mit der Maus über eine freie Zeit. Aus einem Gespräch heraus nehmen Sie **Neuer Termin** in der Kundenansicht.
2. Geben Sie **Name** und **Nummer** ein, und wählen Sie **Leistung** und **Mitarbeiter** (oder **Wer frei ist**). Dann wählen Sie den Tag und eine der Zeiten unter **Freie Zeiten**.
3. Die Vorschau zeigt, was der Kunde bekommt. Soll er keine SMS bekommen, nehmen Sie das Häkchen bei **Bestätigung per SMS senden** weg.
4. Drücken Sie den Knopf mit der Uhrzeit.

## Ändern
- Ziehen Sie einen Termin auf eine andere Zeit oder zu einer anderen Person. Ziehen Sie an seinem unteren Rand, damit er länger dauert.
- Ein Klick zeigt alles Weitere: **Bestätigen**, **Verschieben**, **Termin absagen**, **Nachricht** an den Kunden und, sobald der Termin begonnen hat, **Nicht erschienen**. Erinnerungen wandern mit oder entfallen.
- Alles lässt sich mit Strg+Z rückgängig machen.

Vergangene Termine gelten als wahrgenommen, wenn sie nicht als nicht erschienen markiert sind. Abgesagte sind ausgeblendet; oben steht, wie viele es sind.

**Tagesblatt drucken** bringt den Tag auf Papier. Sind mehr Erinnerungen geplant, als die Leitung rechtzeitig senden kann, sagt es der Kalender.`,
  },
  'services-and-staff': {
    title: 'Leistungen und Personal',
    summary: 'Was Kunden buchen können, wie lange es dauert und bei wem.',
    sought: [
      'preis',
      'dauer',
      'mitarbeiter',
      'arbeitszeit',
      'urlaub',
      'krank',
      'freier tag',
      'raum',
      'puffer',
      'ressource',
    ],
    body: `Damit etwas gebucht werden kann, brauchen Sie mindestens eine Leistung und einen Mitarbeiter.

## Leistungen
1. Öffnen Sie [Leistungen](settings:services) in **Einstellungen**, und drücken Sie **Leistung hinzufügen**.
2. Geben Sie unter **Name** ein, was Kunden verstehen, dazu **Minuten** und **Preis** (beliebiger Text).
3. **Puffer danach (Minuten)** hält Zeit frei, etwa zum Aufräumen.
4. **Änderungen per SMS möglich bis (Stunden vorher)**: Danach können Kunden nicht mehr per SMS verschieben oder absagen. Stattdessen bekommen Sie eine Aufgabe.
5. Fügen Sie [Erinnerungen](help:reminders) hinzu. Bleiben die Texte leer, gilt der Standardtext in der Sprache des Kunden.

## Personal und Ressourcen
1. Öffnen Sie [Personal](settings:staff), und drücken Sie **Mitarbeiter oder Ressource hinzufügen**. Auch ein Stuhl, eine Hebebühne oder ein Raum ist möglich: immer ein Kunde auf einmal.
2. Setzen Sie das Häkchen bei **Andere Zeiten als das Geschäft**, wenn jemand zu anderen Zeiten arbeitet.
3. Wählen Sie, welche **Leistungen** die Person anbietet.
4. Tragen Sie Urlaub unter **Abwesenheiten** ein.

Termine, die an einem freien Tag schon gebucht sind, bleiben stehen. Sehen Sie im Kalender nach, und verschieben Sie sie.

Wer an der Theke sitzt, steht in einer anderen Liste: [Team](help:team).`,
  },
  'opening-hours': {
    title: 'Öffnungszeiten und Feiertage',
    summary: 'Wann Sie geöffnet haben; alles andere richtet sich danach.',
    sought: [
      'geöffnet',
      'geschlossen',
      'feiertag',
      'urlaub',
      'mittag',
      'pause',
      'wochenende',
      'ferien',
      'betriebsferien',
      'weihnachten',
    ],
    body: `1. Öffnen Sie [Öffnungszeiten](settings:hours) in **Einstellungen**.
2. Stellen Sie jeden Tag ein. Eine Pause, etwa am Mittag, ist möglich.
3. Drücken Sie unter **Feiertage und besondere Tage** auf **Tag hinzufügen**. Geben Sie **Tag** ein, und bei einem Urlaub auch **Letzter Tag (bei mehreren)**. Setzen Sie das Häkchen bei **Jedes Jahr wiederholen** für feste Feiertage, oder bei **Geöffnet, mit diesen Zeiten** für einen Tag mit anderen Zeiten.

Die Feiertage Ihrer Region können Sie auch aus einer Kalenderdatei oder Tabelle (.ics, .csv) importieren. Sie wählen, an welchen Tagen Sie geschlossen haben.

## Was sich nach den Öffnungszeiten richtet
- Die [Abwesenheitsnachricht](help:away-message) und {{hours}}, {{today}} und {{opens}} in Ihren Texten.
- Welche Zeiten gebucht werden können. Mitarbeiter mit anderen Zeiten haben ihre eigenen.
- Die [Eskalation](help:escalation) und die Antwortzeiten in den Berichten: Nur Öffnungszeiten zählen.
- Umfragen und Angebote werden nicht gesendet, wenn Sie wegen eines Feiertags geschlossen haben.

Wann automatische Nachrichten gesendet werden dürfen, stellen Sie woanders ein: [Sendezeiten](help:sending-hours).`,
  },
  reminders: {
    title: 'Erinnerungen an Termine',
    summary: 'Kunden per SMS erinnern und sie mit einem Buchstaben bestätigen, verschieben oder absagen lassen.',
    sought: [
      'erinnern',
      'terminerinnerung',
      'nicht gekommen',
      'bestätigen',
      'bestätigung',
      'vorher',
      'tag davor',
      'nachfragen',
      'automatisch',
    ],
    body: `1. Öffnen Sie [Leistungen](settings:services), wählen Sie eine Leistung, und drücken Sie **Erinnerung hinzufügen**.
2. Wählen Sie unter **Wann**: **24 Stunden vorher**, **Am Abend davor, 18:00** oder etwas anderes.
3. Setzen Sie das Häkchen bei **Um Bestätigung bitten (C, R, X)**, wenn Kunden antworten sollen.
4. Drücken Sie **Speichern**. Es gilt für alle kommenden Termine dieser Leistung.

## Was Kunden antworten
- C, „ja“ oder „bis dann“ bestätigt.
- R bietet drei freie Zeiten an; mit 1, 2 oder 3 wählt der Kunde eine.
- X sagt ab, solange Ihre Frist in Stunden nicht vorbei ist. Der frei gewordene Termin geht an Ihre [Warteliste](help:waitlist).
- Was nicht eindeutig ist, wartet auf Sie. Die Frage steht dann über dem Gespräch.

**Keine Antwort: erneut fragen nach** unter [Buchung](settings:booking) sendet noch eine Frage. Kommt auch darauf keine Antwort, bekommen Sie die Aufgabe anzurufen.

## Wann sie gesendet werden
Nur in Ihren [Sendezeiten](help:sending-hours), nach der Uhr des Kunden. Würde eine Erinnerung außerhalb liegen, wird sie vorgezogen. Wird der Termin verschoben oder abgesagt, gilt das auch für seine Erinnerungen. War der Computer aus, lesen Sie [Offline verpasst](help:missed-while-offline).

Ohne Nummer oder nach einer Abmeldung wird nichts gesendet. Klicken Sie auf den Termin, um zu sehen, was gesendet wurde und was noch kommt.`,
  },
  'book-by-text': {
    title: 'Kunden per SMS buchen lassen',
    summary: 'Kunden schreiben „Termin“ und wählen selbst eine freie Zeit.',
    sought: [
      'selbst buchen',
      'online buchen',
      'termin',
      'stichwort',
      'buchen',
      'nächster termin',
      'automatisch buchen',
      'terminbuchung',
    ],
    body: `1. Richten Sie [Leistungen und Personal](help:services-and-staff) ein.
2. Öffnen Sie [Buchung](settings:booking) in **Einstellungen**, und setzen Sie das Häkchen bei **Kunden können per SMS buchen**.

Schreibt ein Kunde TERMIN, werden ihm Ihre Leistungen angeboten und dann freie Zeiten. Er antwortet jeweils mit einer Zahl. Danach steht der Termin in Ihrem Kalender, bei einem Mitarbeiter, der frei ist, und der Kunde bekommt eine Bestätigung.

Mit NÄCHSTER TERMIN fragen Kunden nach ihrem eigenen nächsten Termin. Das geht auch, wenn die Buchung per SMS ausgeschaltet ist.

## Warum nichts schiefgeht
- Es werden nur Zeiten angeboten, die wirklich frei sind: nach Öffnungszeiten, Arbeitszeiten, Abwesenheiten und Puffern. Ist jemand schneller, erfährt es der Kunde und kann neu wählen.
- Mit jeder Nummer ist immer nur eine Frage offen. So meint „2“ stets das, was zuletzt gefragt wurde.
- Ist demnächst nichts frei, liest der Kunde, dass Sie sich melden, und Sie bekommen eine Aufgabe.
- Was nicht klar ist, wartet auf Sie.

Probieren Sie es mit [Beispieldaten](help:sample-data) und **Kunde spielen** aus, bevor Sie es jemandem sagen.`,
  },
  waitlist: {
    title: 'Warteliste',
    summary: 'Frei gewordene Termine werden Kunden angeboten, die warten.',
    sought: [
      'ausgebucht',
      'absage',
      'freier termin',
      'lücke füllen',
      'früherer termin',
      'nachrücken',
      'warten',
      'vormerken',
    ],
    body: `1. Drücken Sie **Warteliste** im Kalender, oder unter **Termine** in der Kundenansicht.
2. Geben Sie Name und Nummer ein, die **Leistung**, und bei wem.
3. Wählen Sie **Frühester Tag**, **Spätester Tag** und **Tageszeit**, falls es darauf ankommt.
4. Drücken Sie **Auf die Warteliste setzen**.

Wird ein Termin abgesagt oder verschoben, wird die freie Zeit per SMS angeboten: einem nach dem anderen, in der Reihenfolge, in der sie auf die Liste kamen. Mit C nimmt der Kunde an, mit X lehnt er ab. Antwortet er nicht rechtzeitig, ist der Nächste dran. Wer annimmt, ist gebucht, bekommt eine Bestätigung und steht nicht mehr auf der Liste.

Unter [Buchung](settings:booking) stellen Sie ein, **Wie lange ein Angebot der Warteliste gilt**. **Keine Angebote** schaltet es aus; dann ist die Liste nur Ihr Merkzettel.

Solange eine Zeit angeboten ist, zeigt der Kalender sie gestrichelt und schreibt dazu, wann das Angebot endet. So vergeben Sie sie nicht doppelt. Angebote werden nur in Ihren [Sendezeiten](help:sending-hours) gesendet, und nie an jemanden, der sich abgemeldet hat.

Buchen Sie eine solche Zeit von Hand, ist das Angebot beendet.`,
  },
  'recurring-appointments': {
    title: 'Wiederkehrende Termine',
    summary: 'Jede Woche, alle zwei oder vier Wochen, oder jeden Monat.',
    sought: [
      'wiederholen',
      'serie',
      'serientermin',
      'wöchentlich',
      'monatlich',
      'regelmäßig',
      'dauertermin',
      'jede woche',
      'kurs',
    ],
    body: `1. Drücken Sie **Neuer Termin**, und füllen Sie alles wie gewohnt aus.
2. Wählen Sie unter **Wiederholen**: **Jede Woche**, **Alle 2 Wochen**, **Alle 4 Wochen** oder **Jeden Monat**.
3. Geben Sie unter **Anzahl** ein, wie viele Termine es werden sollen.
4. Lesen Sie die Liste der Tage. Tage, an denen diese Zeit nicht möglich ist, werden genannt und ausgelassen.
5. Buchen Sie. Der Kunde bekommt eine einzige Bestätigung, in der steht, wie oft sich der Termin wiederholt, und Erinnerungen für jeden Termin.

## Eine Serie ändern
Öffnen Sie einen der Termine. Wählen Sie unter **Gilt für** entweder **Diesen Termin** oder **Diesen und alle folgenden**, und dann **Verschieben** oder **Termin absagen**.

- **Diesen Termin** ändert nur den, den Sie geöffnet haben.
- **Diesen und alle folgenden** verschiebt die späteren um genauso viel. Ist die neue Zeit an einem der Tage nicht frei, wird nichts verschoben und der Tag genannt. Verschieben Sie dann nur diesen einen, oder wählen Sie eine andere Zeit.

Frühere Termine ändern sich nie. Antwortet ein Kunde auf eine Erinnerung, gilt das nur für diesen einen Termin, nicht für die ganze Serie.

Die Zeitumstellung im Frühjahr und Herbst ändert nichts: Neun Uhr bleibt neun Uhr.`,
  },
  'import-calendar': {
    title: 'Termine importieren, Kalender übernehmen',
    summary: 'Termine aus einer Datei holen, oder dem Kalender eines anderen Programms folgen.',
    sought: [
      'ics',
      'ical',
      'google kalender',
      'outlook',
      'synchronisieren',
      'csv',
      'exportieren',
      'andere software',
      'übertragen',
      'umziehen',
    ],
    body: `## Einmal, aus einer Datei
1. Öffnen Sie im Kalender das Menü **Import und Export**, und wählen Sie **Aus einer Datei importieren**.
2. Wählen Sie eine Tabelle (CSV) mit Überschriften wie Datum, Uhrzeit, Name, Telefon und Leistung, oder eine Kalenderdatei (.ics).
3. Sagen Sie, was in welcher Spalte steht. Wählen Sie Leistung und Mitarbeiter für den Fall, dass die Datei nichts darüber sagt.
4. Sehen Sie sich die Vorschau an, und importieren Sie. Niemand bekommt deshalb eine SMS. Erinnerungen werden später wie üblich gesendet.

Ganztägige Einträge sind keine Termine. Importieren Sie sie unter **Feiertage und besondere Tage** in [Öffnungszeiten](settings:hours).

## Einem anderen Programm folgen
1. Stellen Sie das andere Programm so ein, dass es seinen Kalender als .ics in eine Datei oder einen Ordner auf diesem Computer schreibt.
2. Öffnen Sie [Buchung](settings:booking), und geben Sie unter **Kalenderdatei oder Ordner** an, wo er liegt.

Er wird nach jeder Änderung neu gelesen. Was dort verschwindet, wird hier abgesagt. Verschwindet viel auf einmal, bleiben die Termine gebucht, bis Sie auf **Prüfen** drücken und bestätigen. Eine leere oder beschädigte Datei sagt nie etwas ab.

## Exportieren
**Diesen Tag exportieren (.ics)** und **Alles exportieren (.ics)** stehen im selben Menü. Mit Kalendern im Internet verbindet sich Counterline nicht; nutzen Sie deren Export.`,
  },
  orders: {
    title: 'Bestellungen',
    summary: 'Eine Tafel für Reparaturen, Torten und Abholungen; Kunden erfahren, wenn etwas fertig ist.',
    sought: [
      'abholung',
      'reparatur',
      'fertig',
      'status',
      'tafel',
      'auftrag',
      'lieferung',
      'abholen',
      'kanban',
      'abholbereit',
    ],
    body: `Öffnen Sie **Bestellungen** (Alt+X).

1. Drücken Sie **Neue Bestellung**. Geben Sie unter **Bestellnummer** die Nummer vom Beleg ein, dazu die Telefonnummer, einen Namen und unter **Artikel**, worum es geht.
2. Ziehen Sie die Bestellung von Spalte zu Spalte, oder nehmen Sie ihren Pfeil.
3. Kommt sie in eine Spalte mit Benachrichtigung, bekommt der Kunde eine SMS. Ein paar Sekunden lang können Sie das rückgängig machen.

Ohne Telefonnummer wird niemand benachrichtigt.

## Spalten
Drücken Sie **Spalten**, oder öffnen Sie [Bestellungen](settings:orders) in **Einstellungen**. Für jede Spalte wählen Sie:
- was sie bedeutet: **In Arbeit**, **Abholbereit** oder **Abgeschlossen**,
- **Kunden benachrichtigen, wenn eine Bestellung hierher kommt**, auf Wunsch mit **Eigener Text**,
- **Erinnerung an die Abholung** für Bestellungen, die zu lange liegen bleiben.

## Kunden fragen nach
STATUS und die Bestellnummer wird automatisch beantwortet, aber nur der Nummer, zu der die Bestellung gehört.

## Viele Bestellungen
**Importieren** liest eine Tabelle. Ihre Kasse kann Bestellungen auch automatisch eintragen und verschieben, über die [API](help:api-and-webhooks).

Bestellungen stehen auch in der Kundenansicht neben dem Gespräch. Eine abgeholte Bestellung zählt als Besuch und kann eine [Umfrage](help:surveys) auslösen.`,
  },
  payments: {
    title: 'Eine Zahlung anfordern',
    summary: 'Einen Zahlungslink Ihres Zahlungsanbieters senden und sehen, wer bezahlt hat.',
    sought: [
      'bezahlen',
      'rechnung',
      'geld',
      'stripe',
      'paypal',
      'zahlungslink',
      'anzahlung',
      'überweisung',
      'karte',
      'kartenzahlung',
    ],
    body: `Counterline fasst kein Geld an. Es sendet einen Link Ihres Zahlungsanbieters und merkt sich, wer bezahlt hat.

1. Öffnen Sie [Zahlungen](settings:payments) in **Einstellungen**, und tragen Sie Ihren **Zahlungslink** ein. Er muss {{reference}} enthalten, damit Sie wissen, was bezahlt wurde. Auch {{amount}}, {{minor}}, {{currency}} und {{reason}} dürfen darin stehen.
2. Drücken Sie in der Kundenansicht eines Gesprächs auf **Zahlung anfordern**.
3. Geben Sie den Betrag ein und unter **Wofür**, worum es geht. Drücken Sie **Link senden**.

Die Kundenansicht zeigt die Anforderung dann als unbezahlt. Ist das Geld da, klicken Sie darauf und wählen **Als bezahlt markieren**. Der Kunde bekommt einmal einen Dank. **Anforderung stornieren** beendet sie.

Die Software Ihres Zahlungsanbieters kann Zahlungen auch automatisch als bezahlt markieren, über die [API](help:api-and-webhooks).

## Gut zu wissen
- Kartendaten kommen nie zu Counterline. Kunden geben sie auf der Seite Ihres Zahlungsanbieters ein.
- Die Währung ist die unter [Modems und Kosten](settings:modems).
- Kunden sind bei Links vorsichtig, und das zu Recht. Kündigen Sie ihn an: „Ich schicke Ihnen jetzt den Link per SMS“.`,
  },
  surveys: {
    title: 'Umfragen',
    summary: 'Fragen Sie nach einem Besuch, einer Bestellung oder einem Gespräch, wie es war.',
    sought: [
      'feedback',
      'bewertung',
      'rückmeldung',
      'csat',
      'nps',
      'kundenzufriedenheit',
      'sterne',
      'fragebogen',
      'note',
      'befragung',
    ],
    body: `1. Öffnen Sie [Umfragen](settings:surveys) in **Einstellungen**, und drücken Sie **Neue Umfrage**.
2. Wählen Sie unter **Senden nach**: **einem erledigten Gespräch**, **einem Termin** oder **einer abgeholten Bestellung**. Dazu die **Verzögerung**.
3. Schreiben Sie bis zu fünf Fragen. Als **Art der Antwort** gibt es **1 bis 5: Zufriedenheit (CSAT)**, **0 bis 10: Weiterempfehlung (NPS)**, **Auswahl** und **Freitext**.
4. Wählen Sie auf Wunsch Schlagwörter für zufriedene und unzufriedene Kunden und eine **Dankesnachricht**.
5. Setzen Sie das Häkchen bei **Aktiv**, und speichern Sie.

Kunden antworten in ihren eigenen Worten: „5“, „fünf“, „super, danke“ oder ein Daumen werden verstanden. Was nicht klar ist, wartet auf Sie.

Niemand wird zweimal in 30 Tagen gefragt, mitten in einem Gespräch, an Ihren Feiertagen, oder wenn er unter **Einwilligung** zu **Umfragen** nein gesagt hat.

Ist jemand unzufrieden (2 oder weniger von 5, 6 oder weniger von 10), öffnet sich das Gespräch wieder, und Sie werden sofort alarmiert. Das ist Ihre Gelegenheit, es gutzumachen.

Die Ergebnisse stehen in [Berichte](help:reports) unter **Zufriedenheit**, und jede Antwort steht in der Kundenansicht.`,
  },
  'recurring-messages': {
    title: 'Wiederkehrende Nachrichten',
    summary: 'Dieselbe Nachricht jeden Tag, jede Woche oder jeden Monat.',
    sought: [
      'wiederholen',
      'jede woche',
      'monatlich',
      'regelmäßig',
      'abo',
      'automatisch',
      'erinnerung',
      'wochenkarte',
      'serie',
    ],
    body: `1. Öffnen Sie das Gespräch, und wählen Sie **Wiederkehrend senden** unter **Mehr**.
2. Schreiben Sie den **Text**. {{first_name}}, {{shop}}, {{today}} und {{hours}} werden jedes Mal ausgefüllt.
3. Wählen Sie **Beginn**, **Uhrzeit**, **Wiederholen** und **Alle**: jeden Tag, bestimmte Wochentage, einen Tag im Monat oder „am letzten Freitag“.
4. Geben Sie **Ende** an, oder lassen Sie es leer, um ohne Ende zu wiederholen.
5. Prüfen Sie darunter die nächsten Tage, und drücken Sie **Wiederkehrend senden**.

Alle zusammen finden Sie so: Öffnen Sie **Geplant**, und drücken Sie **Wiederkehrende Nachrichten**. Dort stehen **Bearbeiten**, **Anhalten** und **Fortsetzen**.

- Meldet sich der Kunde ab, endet die Wiederholung.
- War Counterline aus, wird Verpasstes nicht nachgeholt. Nur die letzte Nachricht wartet unter [Offline verpasst](help:missed-while-offline).
- Neun Uhr bleibt neun Uhr, auch bei der Zeitumstellung.

Für eine Nachricht an viele Kunden nehmen Sie eine [Rundnachricht](help:group-sends). Für Termine, die sich wiederholen, lesen Sie [Wiederkehrende Termine](help:recurring-appointments). Für Geburtstage nehmen Sie eine [Automation](help:automations).`,
  },
  reports: {
    title: 'Berichte',
    summary: 'Wie viele geschrieben haben, wie schnell Sie geantwortet haben und wie zufrieden Kunden sind.',
    sought: [
      'statistik',
      'zahlen',
      'auswertung',
      'antwortzeit',
      'diagramm',
      'exportieren',
      'kennzahlen',
      'wochenbericht',
      'leistung',
    ],
    body: `Öffnen Sie **Berichte** (Alt+Z), und wählen Sie einen Zeitraum.

- **Überblick**: die wichtigsten Zahlen, verglichen mit dem vorigen Zeitraum. Montags ist eine neue Woche fertig.
- **Nachrichten**, **Antwortzeiten**, **Zufriedenheit**, **Einwilligung**, **Termine**, **Zustellung**, **Kosten** und **Leitung**.

Zeigen Sie auf eine Zahl, um zu lesen, was genau sie zählt. Klicken Sie darauf, um die Gespräche dahinter zu sehen. Zu jedem Diagramm gibt es auch eine Tabelle: **Als Tabelle anzeigen**.

**Exportieren** speichert den Bericht als Datei, **Drucken** bringt ihn auf Papier oder in ein PDF.

## Wie gezählt wird
- Die Zeit bis zur ersten Antwort endet, wenn ein Mensch geantwortet hat. Automatische Antworten zählen nicht, und nur Öffnungszeiten zählen.
- Ein Gespräch beginnt mit einer Nachricht oder einem verpassten Anruf. Es endet, wenn Sie es erledigen, oder nach einem Tag Stille, nachdem Sie geantwortet haben.
- Zahlen bleiben, auch wenn Nachrichten oder Kunden gelöscht werden; nur die Details dahinter sind dann weg.

Möchten Sie die Woche per E-Mail bekommen, setzen Sie unter [E-Mail](settings:mail) das Häkchen bei **die Woche vorbei ist: Zusammenfassung montags**.`,
  },
  costs: {
    title: 'Was Nachrichten kosten',
    summary: 'Tragen Sie Ihren Tarif ein, und sehen Sie, was Sie ausgeben und was noch übrig ist.',
    sought: ['preis', 'geld', 'rechnung', 'tarif', 'paket', 'teuer', 'sparen', 'währung', 'flatrate', 'gebühren'],
    body: `1. Öffnen Sie [Modems und Kosten](settings:modems) in **Einstellungen**.
2. Tragen Sie unter **Preis pro SMS** ein, was Ihr Anbieter berechnet, und wählen Sie die **Währung**. Bei einer Flatrate geben Sie 0 ein.
3. Füllen Sie **Im Tarif enthaltene SMS pro Monat** aus, und wählen Sie unter **Tarif erneuert sich am Tag** den Tag.

Der Bericht **Kosten** zeigt dann, was Sie verbraucht haben und was noch übrig ist. Eine [Rundnachricht](help:group-sends) sagt Ihnen vor dem Start, was sie kostet.

## Weniger ausgeben
- Achten Sie auf den [Zähler unter dem Nachrichtenfeld](help:long-messages). Ein einziges Emoji kann aus einer SMS zwei machen.
- Halten Sie automatische Texte so kurz, dass eine SMS reicht. Beim Bearbeiten sehen Sie, wie viele es werden.
- Begrenzen Sie **Höchstzahl automatischer Nachrichten pro Kunde und Woche** unter [Sendezeiten](settings:sending).
- Senken Sie die [Sendegrenzen](help:sending-limits) auf der Seite der Leitung so weit, wie es Ihr Tarif verlangt.

Counterline selbst verlangt kein Geld pro Nachricht. Mit einer Prepaid-SIM lassen Sie es das [Guthaben](help:line-balance) beobachten. Nachrichten ins Ausland können mehr kosten; die Auslandspreise Ihres Anbieters kennt Counterline nicht.`,
  },
  'line-page': {
    title: 'Die Seite der Leitung',
    summary: 'Hier sehen Sie, ob die Leitung funktioniert, und richten sie ein.',
    sought: [
      'modem status',
      'signal',
      'empfang',
      'verbindung',
      'protokoll',
      'firmware',
      'imei',
      'rufnummer',
      'diagnose',
      'support',
    ],
    body: `Klicken Sie oben links auf die Leitung. Sie zeigt einen dieser Zustände:

- **Verbunden**: Alles funktioniert.
- **Wird verbunden…** und **Netz wird gesucht…**: Warten Sie einen Moment.
- **Eingriff nötig**: Nur Sie können es beheben. Der Grund und was zu tun ist, stehen ganz oben.
- **Getrennt**: Counterline versucht es automatisch weiter.
- **Aus**: Die SIM dieser Leitung ist gerade nicht angeschlossen.

## Was Sie dort finden
- **Signal, letzte 24 Stunden**, **Letzte Aktivität**, **SIM-Speicher**, **Sendegrenzen**, **Guthaben** und **Aktivität**.
- **Einstellungen der Leitung**: Name, **Telefonnummer dieser Leitung**, Grenzen, Guthaben-Code, Anrufe.
- **PIN der SIM**, **Testnachricht senden** und **USSD-Code ausführen** für Menüs Ihres Anbieters.
- **Anderes Modem anschließen** und **Modem entfernen**. Die Gespräche bleiben erhalten und kommen mit der SIM zurück.

## Wenn Ihnen jemand hilft
**Technische Details** zeigt Modem, Firmware und Anschluss. Im **Modemprotokoll** steht, was Programm und Modem ausgetauscht haben. **Bericht kopieren** kopiert es; Telefonnummern und Nachrichtentexte sind nicht enthalten.

Wenn etwas nicht stimmt, suchen Sie in dieser Hilfe nach dem Satz, der oben auf der Seite steht. Solange die Leitung gestört ist, warten Ihre Nachrichten; sie werden gesendet, sobald sie wieder da ist. **Leitung anzeigen** im roten Balken führt hierher.`,
  },
  'several-lines': {
    title: 'Mehrere Leitungen',
    summary: 'Mehr als ein Modem und eine SIM verwenden.',
    sought: [
      'zwei nummern',
      'zweites modem',
      'dual sim',
      'weitere nummer',
      'mehrere',
      'ausfall',
      'ersatzleitung',
      'zwei sim-karten',
    ],
    body: `1. Stecken Sie das zweite Modem mit seiner eigenen SIM an.
2. Öffnen Sie [Modems und Kosten](settings:modems) und klicken Sie auf **Modem anschließen**, oder klicken Sie auf **Einrichten**, wenn das neue Modem gefunden wird.
3. Geben Sie der Leitung auf ihrer [Seite](help:line-page) bei **Name** einen Namen, zum Beispiel „Werkstatt“.

Jede Leitung hat oben links ihr eigenes Feld, dazu eigene Grenzen und ein eigenes Guthaben.

- Ein Gespräch gehört zu der Leitung, an die der Kunde geschrieben hat. Ihre Antwort kommt von derselben Nummer.
- Derselbe Kunde auf zwei Leitungen ist ein Kunde mit zwei Gesprächen.
- Leitungen werden an ihrer SIM erkannt. Auch wenn Modems nach einem Neustart den Platz oder den Anschluss tauschen, kommt nichts durcheinander.

## Wenn eine ausfällt
Schalten Sie unter [Modems und Kosten](settings:modems) diese Einstellung ein: **Ist eine Leitung fünf Minuten gestört, dürfen ihre automatischen Nachrichten über eine andere Leitung gesendet werden**. Erinnerungen kommen dann pünktlich, aber von der anderen Nummer. Was Sie selbst geschrieben haben, wartet immer auf die eigene Leitung, denn über eine unbekannte Nummer würden sich Kunden wundern.

Ist eine SIM gar nicht angeschlossen, hilft [Die Nachricht gehört zu einer anderen SIM](help:line-other-sim).`,
  },
  'sending-limits': {
    title: 'Sendegrenzen',
    summary: 'Wie viele SMS eine Leitung pro Minute, Stunde und Tag sendet.',
    sought: ['limit', 'obergrenze', 'drosseln', 'zu viele', 'langsam', 'sim gesperrt', 'pro tag', 'tempo', 'spam'],
    body: `Anbieter sperren SIM-Karten, die zu viel auf einmal senden. Deshalb hat jede Leitung Grenzen:

1. Öffnen Sie die [Seite der Leitung](help:line-page). **Sendegrenzen** zeigt, wie viel davon verbraucht ist.
2. Ändern Sie unter **Einstellungen der Leitung** die Werte bei **Grenze pro Minute**, **Grenze pro Stunde** und **Grenze pro Tag**, und klicken Sie auf **Speichern**.

Gezählt wird in SMS, eine lange Nachricht zählt also mehrfach. Fragen Sie Ihren Anbieter, was Ihr Tarif erlaubt, und bleiben Sie darunter.

## Was wartet
Ist eine Grenze erreicht, warten automatische Nachrichten, Erinnerungen, Umfragen und Rundnachrichten mit dem Hinweis **Zurückgehalten**. Sie werden gesendet, sobald wieder Platz ist. Was Sie selbst schreiben, zählt mit, wird aber nie zurückgehalten. Auch die Bestätigung einer Abmeldung wird nie zurückgehalten.

Würden Erinnerungen wegen der Grenzen zu spät kommen, sagt es der Kalender schon Tage vorher.

## Pro Kunde
**Höchstzahl automatischer Nachrichten pro Kunde und Woche** unter [Sendezeiten](settings:sending) schützt Kunden vor zu vielen Nachrichten, über alles Automatische hinweg. Erinnerungen warten dann, und automatische Antworten fallen weg.

Auch automatische Antworten an eine einzelne Nummer sind begrenzt, damit sich zwei Automaten nicht endlos gegenseitig antworten.`,
  },
  'sending-hours': {
    title: 'Sendezeiten (Ruhezeiten)',
    summary: 'Wann automatische Nachrichten gesendet werden dürfen.',
    sought: [
      'nacht',
      'ruhezeit',
      'nachtruhe',
      'zu früh',
      'zu spät',
      'zeitzone',
      'nicht stören',
      'sonntag',
      'zurückgehalten',
    ],
    body: `1. Öffnen Sie [Sendezeiten](settings:sending) in den **Einstellungen**.
2. Legen Sie für jeden Tag die Zeiten fest. Am Anfang sind es 9:00 bis 20:00 Uhr. Einen Tag können Sie auch ganz ausschalten.

Die Zeiten gelten für alles, was automatisch gesendet wird, nach der Ortszeit des Kunden: Erinnerungen, Nachrichten zu Bestellungen, Umfragen, Rundnachrichten, Zahlungserinnerungen, Automationen.

- Eine Erinnerung, die außerhalb läge, wird früher gesendet.
- Umfragen und Werbung warten auf die nächste erlaubte Zeit. Auch an Ihren Feiertagen warten sie.
- Eine automatische Antwort an einen Kunden, der gerade geschrieben hat, wird sofort gesendet, auch nachts: Er ist wach und erwartet sie.
- Was Sie selbst schreiben oder planen, wird immer zu Ihrer Zeit gesendet. Außerhalb der Sendezeiten weist das Fenster vorher darauf hin und bietet an, es zu planen.
- Bestätigungen von STOP und START werden sofort gesendet.

Was wartet, zeigt **Zurückgehalten** mit der Uhrzeit. Nachrichten haben außerdem eine Frist für das Netz. So bekommt ein Handy, das aus war, nicht um 3 Uhr nachts eine alte Erinnerung.

Lebt ein Kunde in einer anderen Zeitzone, wählen Sie sie bei **Zeitzone** neben dem Gespräch.

In manchen Ländern und Bundesstaaten schreibt das Gesetz engere Zeiten vor. Siehe [Was für SMS an Kunden gilt](help:law-overview).`,
  },
  'line-no-modem': {
    title: 'Kein Modem gefunden',
    summary: 'Counterline sucht nach Modems und findet keines.',
    sought: [
      'nicht erkannt',
      'wird nicht gefunden',
      'treiber',
      'leere liste',
      'usb geht nicht',
      'erneut suchen',
      'stick',
      'scan',
    ],
    body: `„Kein Modem gefunden“ oder „An diesem Anschluss antwortet kein Modem“ heißt: Kein Gerät an diesem Computer antwortet wie ein Modem.

1. Stecken Sie das Modem fest ein, am besten direkt am Computer und nicht an einem USB-Verteiler. Warten Sie eine halbe Minute; manche Modems starten langsam.
2. Klicken Sie auf **Erneut suchen**.
3. Probieren Sie einen anderen USB-Anschluss und, falls das Modem eines hat, ein anderes Kabel. Viele Kabel können nur aufladen.
4. Installieren Sie den Treiber des Modems (Windows). Im Geräte-Manager sollte es unter „Modems“ oder „Anschlüsse (COM & LPT)“ stehen.
5. Erscheint es nur als CD-Laufwerk oder Netzwerkadapter, ist es vielleicht ein Stick mit eigener Webseite. Siehe [Welches Modem und welche SIM](help:which-modem).
6. Schließen Sie andere Programme, die es benutzen, zum Beispiel das mitgelieferte. Siehe [Ein anderes Programm benutzt das Modem](help:line-busy).
7. Wenn Sie den Anschluss kennen, öffnen Sie **Anderer Anschluss**, geben Sie ihn bei **Anschluss** ein, zum Beispiel COM3 oder /dev/ttyUSB0, und klicken Sie auf **Anschließen**.

Bis ein Modem angeschlossen ist, kann nichts gesendet werden. Nachrichten von Kunden warten einige Tage im Netz und kommen an, sobald die SIM wieder verbunden ist.`,
  },
  'line-unplugged': {
    title: 'Modem abgesteckt',
    summary: 'Das Modem war da und ist jetzt weg.',
    sought: [
      'getrennt',
      'verbindung weg',
      'kabel',
      'abgezogen',
      'wackelkontakt',
      'usb',
      'kein modem am anschluss',
      'neu verbinden',
    ],
    body: `„Modem abgesteckt“ oder „Kein Modem am Anschluss“ heißt, dass der Computer das Modem nicht mehr sieht.

1. Stecken Sie es wieder an. Jeder USB-Anschluss ist recht: Die Leitung wird an ihrer SIM erkannt.
2. Warten Sie eine halbe Minute. Die Leitung verbindet sich automatisch, und der rote Balken verschwindet.
3. Wenn nicht, klicken Sie im Balken auf **Erneut suchen**.
4. Probieren Sie ein anderes Kabel, oder stecken Sie das Modem ohne USB-Verteiler direkt am Computer an.

## Wenn es immer wieder geschieht
- Vielleicht bekommt das Modem zu wenig Strom. Nehmen Sie einen Anschluss an der Rückseite des Computers oder einen USB-Verteiler mit eigenem Netzteil.
- Schalten Sie in den Einstellungen Ihres Systems das Stromsparen für USB aus, und lassen Sie den Computer nicht in den Ruhezustand gehen.
- Bei schlechtem Empfang brauchen Modems mehr Strom; stellen Sie es ans Fenster.

## Bis dahin
Ihre Nachrichten warten und werden gesendet, sobald die Leitung wieder da ist; nichts geht verloren. Eine Nachricht, die genau in diesem Moment gesendet wurde, zeigt vielleicht **Zustellung unklar**; dann [entscheiden Sie](help:delivery-states). Erinnerungen, die zu spät kämen, verfallen. Nachrichten von Kunden warten im Netz.`,
  },
  'line-sim-missing': {
    title: 'Im Modem ist keine SIM',
    summary: 'Das Modem funktioniert, findet aber keine SIM-Karte.',
    sought: ['sim fehlt', 'sim einlegen', 'keine sim-karte', 'leer', 'nano', 'adapter', 'kartenfach', 'esim'],
    body: `„Im Modem ist keine SIM“ heißt: Das Modem antwortet, aber sein Kartenfach ist leer, oder die Karte berührt die Kontakte nicht.

1. Stecken Sie das Modem ab und nehmen Sie die SIM heraus.
2. Prüfen Sie ihre Größe. Eine kleine SIM in einem Adapter verrutscht leicht; nehmen Sie eine, die fest sitzt.
3. Legen Sie sie so ein, wie es die Zeichnung auf dem Modem zeigt, bis sie einrastet oder das Fach schließt.
4. Stecken Sie das Modem wieder an. Die Leitung startet automatisch.
5. Wird sie noch immer nicht gefunden, probieren Sie die SIM in einem Handy. Findet auch das Handy sie nicht, bitten Sie Ihren Anbieter um eine neue; Ihre Nummer bleibt gleich.

Eine eSIM kann man nicht in ein Modem einlegen. Bitten Sie Ihren Anbieter um eine Plastikkarte.

## Bis dahin
Ihre Nachrichten warten und werden gesendet, sobald die Leitung **Verbunden** zeigt. Was nur bis zu einer bestimmten Zeit nützt, etwa eine Erinnerung, verfällt. Nachrichten von Kunden warten im Netz und kommen später an.

Legen Sie eine andere SIM ein, wird sie zu einer eigenen Leitung. Die Gespräche der alten kommen mit der alten SIM zurück.`,
  },
  'line-sim-failed': {
    title: 'Das Modem kann seine SIM nicht lesen',
    summary: 'Eine SIM ist da, antwortet aber nicht.',
    sought: ['sim fehler', 'sim kaputt', 'defekt', 'schmutzig', 'kontakte', 'sim nicht lesbar', 'simlock', 'reinigen'],
    body: `„Das Modem kann seine SIM nicht lesen“ liegt meistens an schmutzigen Kontakten, einer Karte, die schlecht sitzt, oder einer abgenutzten SIM.

1. Stecken Sie das Modem ab und nehmen Sie die SIM heraus.
2. Wischen Sie die goldenen Kontakte mit einem weichen, trockenen Tuch ab. Berühren Sie sie nicht mit den Fingern.
3. Legen Sie sie gerade und ganz hinein, und stecken Sie das Modem wieder an.
4. Hilft das nicht, probieren Sie die SIM in einem Handy.
5. Das Handy liest sie? Dann ist vielleicht das Kartenfach des Modems defekt, oder das Modem ist an einen anderen Anbieter gebunden. Probieren Sie ein anderes Modem.
6. Auch das Handy liest sie nicht? Bitten Sie Ihren Anbieter um eine Ersatzkarte mit derselben Nummer.

„Das Modem akzeptiert diese SIM nicht“ deutet auf ein Modem hin, das ein Anbieter verkauft hat und das nur dessen Karten annimmt.

## Bis dahin
Ihre Nachrichten warten und werden gesendet, sobald die Leitung wieder da ist. Erinnerungen, die zu spät kämen, verfallen. Nachrichten von Kunden warten im Netz, meist einige Tage lang.

Eine Ersatzkarte ist für Counterline eine neue Karte: Sie wird zu einer neuen Leitung, auch mit derselben Nummer. Ihre Kunden und alten Gespräche bleiben.`,
  },
  'line-pin': {
    title: 'Die SIM braucht ihre PIN',
    summary: 'Geben Sie die PIN der SIM einmal ein; sie wird verschlüsselt gespeichert.',
    sought: ['pin-code', 'entsperren', 'pin eingeben', 'pin vergessen', '4 ziffern', 'sim gesperrt', 'geheimzahl'],
    body: `„Die SIM braucht ihre PIN“ heißt: Die Karte ist geschützt, und Counterline kennt ihre PIN noch nicht oder kann die gespeicherte nicht lesen.

1. Klicken Sie im roten Balken auf **Leitung anzeigen**.
2. Geben Sie bei **PIN der SIM** die 4 bis 8 Ziffern ein und klicken Sie auf **Diese PIN verwenden**.

Sie wird verschlüsselt gespeichert und bei jedem Start verwendet. Sie wird nur einmal versucht, damit Ihre SIM nicht gesperrt wird. **Vergessen** entfernt sie.

## Wo die PIN steht
Sie steht auf dem Brief oder der Karte, mit der Ihre SIM kam. Haben Sie nie eine festgelegt, ist es vielleicht eine Standard-PIN Ihres Anbieters; sehen Sie auf seiner Website nach, raten Sie nicht. In jedem Handy können Sie die PIN ändern oder ausschalten.

Nach dem Umzug auf einen anderen Computer, oder wenn der Passwortspeicher des Systems zurückgesetzt wurde, ist die gespeicherte PIN nicht mehr lesbar. Dann geben Sie sie neu ein.

## Bis dahin
Ohne die PIN ist die SIM nicht im Netz. Ihre Nachrichten warten und werden gesendet, sobald die Leitung **Verbunden** zeigt; Erinnerungen, die zu spät kämen, verfallen. Nachrichten von Kunden warten im Netz.`,
  },
  'line-pin-wrong': {
    title: 'Die PIN war falsch',
    summary: 'Prüfen Sie die PIN, bevor Sie es noch einmal versuchen: Drei falsche sperren die SIM.',
    sought: ['falsche pin', 'pin abgelehnt', 'stimmt nicht', 'versuche', 'restliche versuche', 'fehlversuch'],
    body: `„Die PIN war falsch und wird nicht noch einmal versucht“ heißt, dass die SIM sie abgelehnt hat. Counterline hört hier mit Absicht auf: Nach drei falschen Versuchen sperrt sich eine SIM und braucht ihre [PUK](help:line-puk).

1. Raten Sie nicht. Suchen Sie die PIN auf dem Brief oder der Karte, mit der Ihre SIM kam.
2. Achten Sie darauf, dass es die PIN dieser SIM ist, nicht die einer anderen Karte und nicht die der Bildschirmsperre Ihres Handys.
3. Klicken Sie auf **Leitung anzeigen**, geben Sie sie bei **PIN der SIM** ein, und klicken Sie auf **Diese PIN verwenden**.

Sind Sie nicht sicher, legen Sie die SIM in ein Handy ein. Es sagt Ihnen, wie viele Versuche noch bleiben. Nach einer richtigen PIN dort sind es wieder drei.

Bleibt nur noch ein Versuch und Sie kennen die PIN nicht, fragen Sie zuerst Ihren Anbieter.

## Bis dahin
Die Leitung ist gestört. Ihre Nachrichten warten und werden gesendet, sobald sie **Verbunden** zeigt; nichts geht verloren, aber Erinnerungen, die zu spät kämen, verfallen. Nachrichten von Kunden warten im Netz und kommen später an.

Sie können die PIN in einem Handy auch ausschalten. Dann muss sie niemand mehr eingeben, aber eine gestohlene SIM funktioniert bei jedem.`,
  },
  'line-puk': {
    title: 'Die SIM ist gesperrt und braucht ihre PUK',
    summary: 'Entsperren Sie die SIM in einem Handy, mit der PUK Ihres Anbieters.',
    sought: ['puk', 'sim gesperrt', 'blockiert', 'entsperren', 'zu viele versuche', 'puk2', 'pin2', 'super-pin'],
    body: `Nach drei falschen PINs sperrt sich eine SIM. Nur ihre PUK, ein Code mit acht Ziffern, öffnet sie wieder. Counterline gibt nie eine PUK ein: Nach zehn falschen ist die SIM endgültig verloren.

1. Stecken Sie das Modem ab und nehmen Sie die SIM heraus.
2. Suchen Sie die PUK: auf der Karte oder dem Brief, mit dem Ihre SIM kam, im Kundenbereich Ihres Anbieters oder über seine Hotline.
3. Legen Sie die SIM in ein Handy ein. Es fragt nach der PUK, dann nach einer neuen PIN. Schreiben Sie die neue PIN auf.
4. Legen Sie die SIM wieder in das Modem ein und stecken Sie es an.
5. Klicken Sie auf **Leitung anzeigen**, geben Sie die neue PIN bei **PIN der SIM** ein, und klicken Sie auf **Diese PIN verwenden**.

Wird nach PIN2 oder PUK2 gefragt, entsperren Sie auch diese in einem Handy.

## Bis dahin
Nichts wird gesendet oder empfangen. Ihre Nachrichten warten und werden gesendet, sobald die Leitung **Verbunden** zeigt; Erinnerungen, die zu spät kämen, verfallen. Nachrichten von Kunden warten im Netz, meist einige Tage lang. Dauert es länger, rufen Sie Kunden an, die bald einen Termin haben.`,
  },
  'line-searching': {
    title: 'Netz wird gesucht',
    summary: 'Das Modem findet kein Netz, oder noch keines.',
    sought: [
      'kein netz',
      'kein empfang',
      'funkloch',
      'nicht eingebucht',
      'netzabdeckung',
      'nur notrufe',
      '2g',
      '3g abschaltung',
      'roaming',
    ],
    body: `**Netz wird gesucht…** ist nach einem Start bis zu einer Minute lang normal. Bleibt es dabei:

1. Stellen Sie das Modem ans Fenster, wenn nötig mit einem USB-Verlängerungskabel. Metallregale, Maschinen und Keller schirmen das Signal ab.
2. Prüfen Sie die Antenne, falls das Modem eine hat.
3. Legen Sie die SIM am selben Ort in ein Handy ein. Auch dort kein Netz? Dann liegt es an der Netzabdeckung oder an einer Störung; fragen Sie Ihren Anbieter.
4. Im Handy geht es, im Modem nicht? Alte Modems können nur 2G oder 3G, und das schalten Anbieter in vielen Ländern ab. Dann brauchen Sie ein LTE-Modem.
5. Stecken Sie das Modem für zehn Sekunden ab und wieder an.
6. Im Ausland muss Roaming für die SIM erlaubt sein.

Bis eine neue SIM freigeschaltet ist, können einige Stunden vergehen. Lehnt das Netz sie ab, hilft [Das Netz weist diese SIM ab](help:line-denied).

## Bis dahin
Counterline sucht automatisch weiter. Ihre Nachrichten warten und werden der Reihe nach gesendet, sobald die Leitung **Verbunden** zeigt. Was bis dahin nutzlos wäre, etwa eine alte Erinnerung, verfällt. Nachrichten von Kunden warten im Netz.`,
  },
  'line-denied': {
    title: 'Das Netz weist diese SIM ab',
    summary: 'Es gibt ein Netz, aber die SIM darf es nicht benutzen.',
    sought: [
      'abgelehnt',
      'abgewiesen',
      'sim nicht aktiv',
      'sim abgelaufen',
      'nicht freigeschaltet',
      'deaktiviert',
      'rechnung offen',
      'sim gesperrt',
      'prepaid',
    ],
    body: `„Das Netz weist diese SIM ab“ heißt: Das Modem sieht ein Netz, wird aber nicht hineingelassen. Fast immer liegt es an der Karte, nicht am Modem.

1. Legen Sie die SIM in ein Handy ein und versuchen Sie, eine SMS zu senden. Geht auch das nicht, liegt es an der SIM.
2. Ist sie freigeschaltet und auf Sie registriert? Neue Karten brauchen das, und es kann einige Stunden dauern.
3. Ist sie abgelaufen? Viele Prepaid-Karten werden abgeschaltet, wenn man sie einige Monate nicht auflädt.
4. Ist eine Rechnung offen, oder wurde die SIM als verloren gemeldet?
5. Fragen Sie Ihren Anbieter, auch danach, ob Ihr Tarif die Nutzung in einem Modem erlaubt. Manche Anbieter weisen unbekannte Geräte ab oder sperren eine SIM nach zu vielen Nachrichten. Senken Sie in diesem Fall Ihre [Sendegrenzen](help:sending-limits).

Sobald die SIM wieder zugelassen ist, verbindet sich die Leitung automatisch. Schneller geht es, wenn Sie auf **Erneut suchen** klicken oder das Modem neu anstecken.

## Bis dahin
Ihre Nachrichten warten und werden gesendet, sobald die Leitung **Verbunden** zeigt; Erinnerungen, die zu spät kämen, verfallen. Ist die SIM wirklich abgeschaltet, können Nachrichten von Kunden beim Anbieter verloren gehen. Rufen Sie deshalb Kunden an, die bald einen Termin haben.`,
  },
  'line-weak-signal': {
    title: 'Schwaches Signal',
    summary: 'Bei schlechtem Empfang gehen Nachrichten langsam hinaus oder gar nicht.',
    sought: ['schlechter empfang', 'balken', 'funkloch', 'antenne', 'langsam', 'dbm', 'keller', 'unzuverlässig'],
    body: `Bei „schwaches Signal“ arbeitet die Leitung, aber Nachrichten dauern länger und scheitern öfter, und das Modem verliert vielleicht das Netz.

1. Öffnen Sie die [Seite der Leitung](help:line-page) und sehen Sie sich **Signal, letzte 24 Stunden** an. Ab etwa −93 dBm ist es gut, ab −75 dBm stark. Die Zahlen zeigt **Als Tabelle anzeigen**.
2. Stellen Sie das Modem um: ans Fenster, weiter nach oben, weg von Metall, Maschinen und dem Computer selbst. Ein USB-Verlängerungskabel von ein bis zwei Metern hilft oft viel.
3. Beobachten Sie den Wert an jeder Stelle ein paar Minuten.
4. Hat das Modem einen Antennenanschluss, nehmen Sie eine Außenantenne.
5. Ist das Signal zu manchen Stunden gut und zu anderen schlecht, ist vielleicht die Funkzelle Ihres Anbieters überlastet. Probieren Sie an dieser Stelle die SIM eines anderen Anbieters in einem Handy.

## Was mit den Nachrichten geschieht
Was nicht gesendet werden konnte, wird mehrmals erneut versucht, mit immer längeren Pausen. Dazwischen werden die Nachrichten an andere Kunden gesendet. Was endgültig gescheitert ist, zeigt **Senden fehlgeschlagen** mit dem Grund. Nachrichten von Kunden, die Sie nicht gleich erreichen, versucht das Netz noch einmal zuzustellen.

Im Bericht **Leitung** steht, wie viel von der Zeit die Leitung verbunden war.`,
  },
  'line-sending-refused': {
    title: 'Das Netz lehnt Nachrichten ab',
    summary: 'Die Leitung ist verbunden, aber das Senden schlägt fehl.',
    sought: [
      'sms geht nicht raus',
      'senden geht nicht',
      'gesperrt',
      'abgelehnt',
      'nicht erlaubt',
      'blockiert',
      'spam',
      'fehler',
    ],
    body: `Die Leitung zeigt **Verbunden**, aber bei Nachrichten steht **Senden fehlgeschlagen**. Darunter steht der Grund; mit einem Klick auf den Status öffnen sich **Details der Nachricht**.

- „Diese Nummer gibt es nicht“ oder „nicht erreichbar“: Prüfen Sie die Nummer.
- „Das Netz hat diese Nachricht abgelehnt“: Vielleicht ist das Guthaben aufgebraucht. Siehe [Guthaben](help:line-balance).
- „Ihr Anbieter sperrt Nachrichten von dieser SIM“, „Nachrichten sind für diese SIM gesperrt“ oder „Diese SIM darf keine Nachrichten senden“: Der Tarif enthält keine SMS, oder der Anbieter hat die SIM gesperrt. Fragen Sie Ihren Anbieter.
- „Das Netz ist überlastet“ oder „gestört“: Sie müssen nichts tun. Es wird automatisch erneut versucht.
- „Mehrere Versuche sind fehlgeschlagen“: Prüfen Sie Nummer und Leitung, dann drücken Sie **Noch einmal senden**.

## Wenn keine Nachricht hinausgeht
1. Senden Sie von der [Seite der Leitung](help:line-page) eine Testnachricht an Ihr eigenes Handy.
2. Stecken Sie die SIM in ein Handy und senden Sie eine SMS. Geht auch das nicht, rufen Sie Ihren Anbieter an.
3. Haben Sie sehr viele Nachrichten gesendet, hält der Anbieter Sie vielleicht für einen Spam-Versender. Senken Sie die [Sendegrenzen](help:sending-limits).

Eine falsche Nummer hält die anderen nie auf. Was noch gelingen kann, wird erneut versucht; was endgültig gescheitert ist, wartet auf Ihre Entscheidung. Nachrichten von Kunden kommen meist weiter an.`,
  },
  'line-message-center': {
    title: 'Die Kurznachrichtenzentrale fehlt',
    summary: 'Ohne die Kurznachrichtenzentrale Ihres Anbieters kann nichts gesendet werden.',
    sought: ['smsc', 'sms-zentrale', 'kurzmitteilungszentrale', 'zentrale', 'senden geht nicht', '330', 'sca'],
    body: `Jede SMS geht über die Kurznachrichtenzentrale Ihres Anbieters. Ihre Nummer steht normalerweise auf der SIM. Fehlt sie dort, scheitern Nachrichten mit „Die SIM kennt ihre Kurznachrichtenzentrale nicht“.

1. Öffnen Sie die [Seite der Leitung](help:line-page). Unter **Technische Details** ist **Kurznachrichtenzentrale (SMSC)** leer.
2. Fragen Sie Ihren Anbieter nach der Nummer seiner Kurznachrichtenzentrale. Sie steht auch auf seiner Website.
3. Stecken Sie die SIM in ein Handy und speichern Sie die Nummer dort. Wo das geht, hängt vom Handy ab: oft in den Einstellungen der Nachrichten-App, oder mit einem Code, den Ihr Anbieter Ihnen nennt.
4. Stecken Sie die SIM wieder ins Modem und schließen Sie es an.
5. Drücken Sie **Testnachricht senden**.

Kann das Handy die Nummer nicht speichern, bitten Sie Ihren Anbieter um eine neue SIM; auf neuen steht die Nummer schon.

## Bis dahin
Der Empfang funktioniert, Kunden können Ihnen also weiter schreiben. Was gescheitert ist, zeigt **Senden fehlgeschlagen**; drücken Sie **Noch einmal senden**, sobald die Testnachricht angekommen ist. Tun Sie das nicht bei Nachrichten mit **Zustellung unklar**, außer eine zweite Kopie schadet nicht.`,
  },
  'line-balance': {
    title: 'Guthaben einer Prepaid-SIM',
    summary: 'Lassen Sie Counterline das Guthaben prüfen und Sie rechtzeitig warnen.',
    sought: ['prepaid', 'aufladen', 'geld', 'guthaben leer', 'kontostand', 'aufgebraucht', 'ussd', '*100#'],
    body: `Eine leere Prepaid-SIM ist der häufigste Grund, warum das Senden plötzlich aufhört.

1. Öffnen Sie die [Seite der Leitung](help:line-page). Geben Sie unter **Einstellungen der Leitung** bei **Guthaben-Code (USSD)** den Code Ihres Anbieters ein, etwa *100#. Er steht auf der Verpackung der SIM oder auf der Website des Anbieters.
2. Geben Sie bei **Warnen unter** einen Betrag ein, und kreuzen Sie **Täglich prüfen** an.
3. Drücken Sie **Speichern**, dann **Jetzt prüfen** unter **Guthaben**.

Enthält die Antwort mehrere Zahlen und wird die falsche angezeigt, geben Sie bei **Text vor dem Betrag** die Wörter ein, die vor der richtigen stehen.

„Guthaben niedrig: bald aufladen.“ erscheint, wenn es unter Ihren Betrag fällt. Füllen Sie es wie gewohnt auf; bei manchen Anbietern geht das über **USSD-Code ausführen** mit dem Code eines Gutscheins.

Antwortet Ihr Anbieter nicht, versuchen Sie es in ein paar Minuten noch einmal. Kennt er den Code nicht, prüfen Sie ihn. Manche Anbieter haben keine Guthaben-Codes mehr.

## Wenn es leer ist
Senden geht nicht mehr, der Empfang meist schon. Füllen Sie das Guthaben auf, senden Sie eine Testnachricht, dann drücken Sie **Noch einmal senden** bei dem, was gescheitert ist. Erinnerungen, deren Zeit vorbei ist, werden nicht mehr gesendet.`,
  },
  'line-storage-full': {
    title: 'Der SIM-Speicher ist voll',
    summary: 'Im Modem ist kein Platz mehr, deshalb kommen keine Nachrichten an.',
    sought: [
      'speicher voll',
      'sim voll',
      'keine neuen nachrichten',
      'kein empfang',
      'nachrichten löschen',
      'posteingang voll',
    ],
    body: `Auf eine SIM passen nur wenige Nachrichten, oft 20 bis 50. Counterline speichert jede auf diesem Computer und löscht sie dann von der SIM, die so fast leer bleibt. Wie voll sie ist, zeigt **SIM-Speicher** auf der [Seite der Leitung](help:line-page).

„Der SIM-Speicher ist voll, und das Modem löscht nicht“ heißt, dass das Löschen nicht funktioniert:

1. Stecken Sie das Modem ab und nehmen Sie die SIM heraus.
2. Stecken Sie sie in ein Handy und löschen Sie die Nachrichten, die auf der SIM gespeichert sind. Alle sind schon in Counterline gespeichert.
3. Stecken Sie die SIM zurück und schließen Sie das Modem an. Was im Netz gewartet hat, kommt dann an.
4. Kommt das wieder vor, probieren Sie ein anderes Modem, oder bitten Sie Ihren Anbieter um eine neue SIM.

Ist die Festplatte des Computers voll, bleiben Nachrichten mit Absicht auf der SIM, bis sie gespeichert werden können. Schaffen Sie dann zuerst Platz; siehe [Festplatte voll](help:disk-full).

## Bis dahin
Senden funktioniert. Nachrichten von Kunden warten im Netz, meist einige Tage, und kommen an, sobald Platz ist. Was Sie im Posteingang schon sehen, ist nicht betroffen.`,
  },
  'line-no-storage': {
    title: 'Dieses Modem kann nichts speichern',
    summary: 'Nachrichten, die ankommen, während Counterline aus ist, können verloren gehen.',
    sought: ['kein speicher', 'nachrichten verloren', 'nachricht fehlt', 'modem speicher', 'computer aus', 'warnung'],
    body: `„Dieses Modem kann keine Nachrichten speichern“ ist eine Warnung, keine Störung. Die Leitung arbeitet. Aber dieses Modem reicht jede Nachricht sofort an das Programm weiter und behält keine Kopie. Läuft Counterline in diesem Moment nicht oder startet der Computer neu, kann die Nachricht verloren gehen.

1. Lassen Sie Counterline laufen. Kreuzen Sie unter [Start](settings:startup) **Beim Anmelden starten** und **Nach dem Schließen des Fensters im Infobereich weiterlaufen** an.
2. Sorgen Sie dafür, dass der Computer wenigstens während Ihrer Öffnungszeiten nicht in den Ruhezustand geht.
3. Schalten Sie den Computer nachts aus, stecken Sie nach Möglichkeit das Modem ab, bevor Sie Counterline beenden. Das Netz bewahrt Nachrichten dann auf, bis das Modem wieder da ist.
4. Besser ist ein anderes Modem. Die meisten speichern Nachrichten auf der SIM. Siehe [Welches Modem und welche SIM](help:which-modem).

## Was ist mit Nachrichten, die Sie senden
Sie sind nicht betroffen: Sie werden vor dem Senden auf diesem Computer gespeichert, und nach einem Neustart geht es weiter.

Sagt ein Kunde, er habe geschrieben, und Sie finden nichts, bitten Sie ihn, die Nachricht noch einmal zu senden.`,
  },
  'line-busy': {
    title: 'Ein anderes Programm benutzt das Modem',
    summary: 'Beenden Sie das andere Programm, dann verbindet sich die Leitung automatisch.',
    sought: [
      'belegt',
      'besetzt',
      'modemmanager',
      'zugriff verweigert',
      'linux',
      'software des anbieters',
      'port blockiert',
    ],
    body: `Den Anschluss eines Modems kann immer nur ein Programm benutzen. Sagt das System, welches es ist, steht sein Name dabei.

## Unter Windows und am Mac
1. Beenden Sie die Software, die mit dem Modem kam, auch neben der Uhr. Oft startet sie automatisch; schalten Sie das ab.
2. Beenden Sie Programme für Fax, SMS und Terminal, und ein zweites Counterline.
3. Warten Sie einen Moment. Die Leitung verbindet sich automatisch. Wenn nicht, stecken Sie das Modem ab und wieder an.

## Unter Linux
Meist ist es ModemManager. Entweder schalten Sie ihn für immer ab, in einem Terminal: sudo systemctl disable --now ModemManager. Oder, wenn Sie ihn für andere Modems brauchen, lassen Sie ihn von jemandem mit Fachwissen so einstellen, dass er dieses Modem in Ruhe lässt; wie das geht, steht in der Datei README. Stecken Sie danach das Modem neu an.

## Bis dahin
Ihre Nachrichten warten und werden gesendet, sobald bei der Leitung **Verbunden** steht; Erinnerungen, die zu spät kämen, verfallen. Liest das andere Programm Nachrichten, holt es vielleicht SMS von Kunden von der SIM, bevor Counterline sie sieht. Sehen Sie deshalb auch dort nach.`,
  },
  'line-no-permission': {
    title: 'Keine Erlaubnis für das Modem',
    summary: 'Ihr Benutzerkonto darf den Anschluss des Modems nicht öffnen.',
    sought: [
      'permission denied',
      'zugriff verweigert',
      'dialout',
      'linux',
      'rechte',
      'berechtigung',
      'admin',
      'root',
      'verboten',
    ],
    body: `„Dieser Benutzer darf das Modem nicht verwenden“ heißt, dass das System Ihr Konto den Anschluss des Modems nicht öffnen lässt. Das Modem selbst ist in Ordnung.

## Unter Linux
1. Öffnen Sie ein Terminal und nehmen Sie Ihren Benutzer in die Gruppe dialout auf: sudo usermod -aG dialout $USER. Auf manchen Systemen heißt die Gruppe anders, etwa uucp.
2. Melden Sie sich ganz ab und wieder an, oder starten Sie den Computer neu. Vorher wirkt es nicht.
3. Stecken Sie das Modem neu an.

Starten Sie Counterline nicht als Administrator (root). Das ist nicht nötig, und Ihre Daten gehörten dann dem falschen Benutzer.

## Unter Windows und am Mac
1. Beenden Sie Programme, die den Anschluss vielleicht belegen. Siehe [Ein anderes Programm benutzt das Modem](help:line-busy).
2. Prüfen Sie, ob ein Schutzprogramm oder eine Vorgabe Ihrer Firma USB-Geräte oder serielle Geräte sperrt. Fragen Sie, wer sich um den Computer kümmert.

## Bis dahin
Ihre Nachrichten warten und werden gesendet, sobald bei der Leitung **Verbunden** steht; Erinnerungen, die zu spät kämen, verfallen. Nachrichten von Kunden bleiben im Netz oder auf der SIM und kommen dann an.`,
  },
  'line-port': {
    title: 'Der Anschluss lässt sich nicht öffnen',
    summary: 'Das Modem ist zu sehen, aber nicht ansprechbar.',
    sought: ['com-port', 'port öffnen', 'port fehler', 'seriell', 'usb problem', 'tty', 'treiber'],
    body: `„Der Anschluss des Modems konnte nicht geöffnet werden“ heißt, dass das System einen Anschluss zeigt, ihn aber nicht öffnet. Oft startet das Modem gerade erst, oder sein Treiber hängt.

1. Stecken Sie das Modem ab, warten Sie zehn Sekunden, und stecken Sie es wieder an, am besten an einer anderen USB-Buchse.
2. Warten Sie eine halbe Minute. Die Leitung verbindet sich automatisch. Wenn nicht, drücken Sie **Erneut suchen**.
3. Starten Sie den Computer neu. Das beendet Treiber und Programme, die den Anschluss unbemerkt belegen.
4. Installieren Sie den aktuellen Treiber des Modems (Windows).
5. Prüfen Sie, ob [ein anderes Programm](help:line-busy) ihn benutzt, oder ob [Ihnen die Erlaubnis fehlt](help:line-no-permission).

Die Nummer des Anschlusses ist gleichgültig: Counterline findet eine bekannte SIM an jedem Anschluss.

Gehört der Anschluss, den Sie eingegeben haben, nicht zu einem Modem, erscheint „An diesem Anschluss antwortet kein Modem“. Drücken Sie dann noch einmal **Modem anschließen** und wählen Sie eines aus der Liste.

## Bis dahin
Counterline versucht es weiter, mit immer längeren Pausen bis zu einer Minute. Ihre Nachrichten warten und werden gesendet, wenn die Leitung wieder da ist; Erinnerungen, die zu spät kämen, verfallen.`,
  },
  'line-unresponsive': {
    title: 'Das Modem antwortet nicht',
    summary: 'Counterline startet ein hängendes Modem neu; manchmal müssen Sie nachhelfen.',
    sought: [
      'eingefroren',
      'hängt',
      'absturz',
      'abgestürzt',
      'modem neu starten',
      'reagiert nicht',
      'tot',
      'reset',
      'startet nicht',
    ],
    body: `Modems bleiben ab und zu hängen. „Das Modem antwortet nicht“ oder „nicht richtig gestartet“ heißt, dass Counterline es bemerkt hat und daran arbeitet: Es fragt noch einmal, startet das Modem neu, schließt und öffnet den Anschluss, und sucht das Modem überall. Jeder Schritt steht unter **Aktivität** auf der [Seite der Leitung](help:line-page).

1. Warten Sie zwei Minuten. Meist kommt die Leitung automatisch zurück.
2. Wenn nicht, stecken Sie das Modem für zehn Sekunden ab und dann wieder an.
3. Nehmen Sie eine andere USB-Buchse, oder einen USB-Verteiler mit eigenem Netzteil. Zu wenig Strom ist die häufigste Ursache.
4. Fühlen Sie, ob das Modem sehr heiß ist. Geben Sie ihm Luft.
5. Kommt das täglich vor, hilft am besten ein anderes Modem. **Bericht kopieren** auf der Seite der Leitung nützt allen, die Sie beraten.

## Bis dahin
Ihre Nachrichten warten. Eine, die in diesem Moment gesendet wurde, zeigt vielleicht **Zustellung unklar**; sie wird nicht automatisch noch einmal gesendet, weil der Kunde sie vielleicht schon hat. [Sie entscheiden](help:delivery-states). Erinnerungen, die zu spät kämen, verfallen. Nachrichten von Kunden bleiben auf der SIM oder im Netz.`,
  },
  'line-text-mode': {
    title: 'Das Modem kann nur den Textmodus',
    summary: 'Diesem Modem fehlt, was man für verlässliche SMS braucht.',
    sought: ['textmodus', 'text mode', 'pdu', 'nicht unterstützt', 'inkompatibel', 'nicht verwendbar', 'altes modem'],
    body: `„Dieses Modem kann nur den Textmodus und ist nicht verwendbar“ betrifft die Art, wie das Modem Nachrichten weitergibt. Im Textmodus kommen lange Nachrichten in Stücken an, Emojis und Buchstaben wie é oder ł gehen verloren, und Zustellberichte lassen sich nicht zuordnen. Counterline braucht die andere Art, den PDU-Modus. Fast alle Modems beherrschen ihn.

1. Gibt es ein Firmware-Update für das Modem, installieren Sie es mit der Software des Herstellers und versuchen Sie es noch einmal.
2. Hat das Modem mehrere Anschlüsse, drücken Sie **Erneut suchen**; vielleicht geht es an einem anderen.
3. Sonst nehmen Sie ein anderes Modem. Worauf es ankommt, steht unter [Welches Modem und welche SIM](help:which-modem).
4. Stecken Sie dieselbe SIM hinein. Ihre Leitung kommt mit ihren Gesprächen zurück.

Ein solches Modem können Sie zurückgeben oder für mobiles Internet verkaufen. Für SMS taugt es auch mit anderen sorgfältigen Programmen nicht.

## Bis dahin
Nichts wird gesendet oder empfangen. Ihre Nachrichten warten auf ihre SIM und werden gesendet, wenn sie wieder in einem passenden Modem steckt; Erinnerungen, die zu spät kämen, verfallen. Nachrichten von Kunden warten im Netz.`,
  },
  'line-other-sim': {
    title: 'Nachricht gehört zu einer anderen SIM',
    summary: 'Eine Nachricht wartet auf eine Leitung, die nicht angeschlossen ist.',
    sought: [
      'falsche sim',
      'alte sim',
      'sim gewechselt',
      'neue nummer',
      'leitung aus',
      'sim getauscht',
      'nummernwechsel',
    ],
    body: `„Sie gehört zu einer anderen SIM, die nicht angeschlossen ist“ heißt, dass die Nachricht für eine Leitung geschrieben wurde, deren SIM gerade in keinem Modem steckt. Diese Leitung zeigt **Aus**.

- Haben Sie die SIM noch: Stecken Sie sie in ein Modem und schließen Sie es an. Die Leitung kommt mit allen Gesprächen zurück, und die Nachricht wird gesendet.
- Ist die SIM für immer weg: Drücken Sie bei der Nachricht **Abbrechen** und schreiben Sie sie neu, aus einem Gespräch auf der neuen Leitung.

## Nach einem Wechsel der Nummer
1. Schließen Sie das Modem mit der neuen SIM an. Sie wird eine neue Leitung.
2. Entfernen Sie die alte mit **Modem entfernen** auf ihrer [Seite der Leitung](help:line-page). Ihre Gespräche bleiben erhalten.
3. Sagen Sie Ihren Kunden die neue Nummer. Es sind dieselben Kunden, mit Notizen, Einwilligung und Terminen.
4. Geben Sie die neue Nummer bei **Telefonnummer dieser Leitung** ein, und drucken Sie den [QR-Code](help:qr-code) neu.

Erinnerungen an kommende Termine werden über eine Leitung gesendet, die arbeitet. Für automatische Nachrichten, die schon auf der alten Leitung warten, kreuzen Sie **Ist eine Leitung fünf Minuten gestört, dürfen ihre automatischen Nachrichten über eine andere Leitung gesendet werden** unter [Modems und Kosten](settings:modems) an.`,
  },
  'cant-reach': {
    title: 'Counterline nicht erreichbar',
    summary: 'Das Fenster hat die Verbindung zum Programm dahinter verloren.',
    sought: [
      'verbindung weg',
      'offline',
      'lädt nicht',
      'leere seite',
      'anmeldelink',
      'token',
      'server',
      'abgestürzt',
      'neustart',
    ],
    body: `**Counterline nicht erreichbar** heißt, dass dieses Fenster nichts von dem Teil von Counterline hört, der sendet und empfängt. Es verbindet sich automatisch wieder, meist in Sekunden, und was Sie gerade schreiben, bleibt erhalten.

1. Warten Sie einen Moment.
2. In der App: Beenden Sie Counterline über sein Symbol im Infobereich, und starten Sie es wieder.
3. Im Browser: Prüfen Sie, ob Counterline noch läuft, und rufen Sie die Seite neu auf.
4. Starten Sie den Computer neu, wenn nichts hilft.

Was schon angenommen wurde, geht nicht verloren: Nachrichten werden vor dem Senden auf der Festplatte gespeichert.

## Anmeldelink erforderlich
Zeigt der Browser **Anmeldelink erforderlich**, haben Sie die Adresse ohne ihren letzten Teil geöffnet. Öffnen Sie die vollständige Adresse, die beim Start von Counterline angezeigt wurde. Sie endet auf #token= und ein langes Wort. Geben Sie sie nicht weiter: Wer sie hat, kann alles lesen, was Counterline auf diesem Computer gespeichert hat.

## „Port is in use“
Ein anderes Programm oder ein zweites Counterline benutzt denselben Port. Mit denselben Daten kann nur ein Counterline arbeiten. Beenden Sie das andere. Für den Zugang anderer Programme wählen Sie unter [API-Schlüssel](settings:api) einen anderen **Port**.`,
  },
  backup: {
    title: 'Sicherungen',
    summary: 'Jede Nacht entsteht eine Kopie von allem; bewahren Sie sie auf einem anderen Datenträger auf.',
    sought: [
      'backup',
      'datensicherung',
      'kopie',
      'usb-stick',
      'externe festplatte',
      'passwort',
      'verschlüsseln',
      'notfall',
    ],
    body: `Counterline sichert jede Nacht, oder bald nach dem Einschalten des Computers. Zuerst liegt die Sicherung neben den Daten. Fällt diese Festplatte aus, ist beides weg. Deshalb:

1. Stecken Sie einen USB-Stick oder eine andere Festplatte an.
2. Öffnen Sie [Sicherung](settings:backup) in den **Einstellungen** und geben Sie bei **Sicherungsordner** einen Ordner darauf ein.
3. Drücken Sie **Jetzt sichern**.

Ist der Stick nachts nicht angesteckt, wird auch nirgendwo anders gesichert, und **Sicherung: Eingriff nötig** macht Sie darauf aufmerksam.

## Verschlüsseln
Wählen Sie ein **Passwort** aus vier oder fünf Wörtern und drücken Sie **Sicherungen verschlüsseln**. Dann kann niemand, der den Stick findet, die Nachrichten Ihrer Kunden lesen. Ohne das Passwort können Sie es auch nicht: Schreiben Sie es auf, und bewahren Sie es nicht an diesem Computer auf.

## Taugt sie etwas?
Jede Sicherung wird beim Anlegen geprüft, und einmal im Monat wird eine zur Probe vollständig wiederhergestellt. Mit **Prüfen** geht das jederzeit.

Für die letzten 7 Tage, 4 Wochen und 12 Monate bleibt je eine Sicherung erhalten. Bevor eine neue Version Ihre Daten ändert, entsteht eine weitere.

Möchten Sie erfahren, wenn eine Sicherung scheitert, kreuzen Sie unter [E-Mail](settings:mail) **eine Sicherung fehlschlägt** an. So kommen Sie an Ihre Daten: [Wiederherstellen](help:restore).`,
  },
  restore: {
    title: 'Eine Sicherung wiederherstellen',
    summary: 'Zurück zu einem früheren Stand, ohne jemandem zweimal zu schreiben.',
    sought: [
      'backup einspielen',
      'zurückholen',
      'rückgängig',
      'daten weg',
      'versehentlich gelöscht',
      'alter stand',
      'neuer computer',
      'aside',
    ],
    body: `1. Stecken Sie die Festplatte oder den Stick mit Ihren Sicherungen an.
2. Öffnen Sie [Sicherung](settings:backup). Stehen die Sicherungen nicht unter **Sicherungen**, geben Sie ihren Ordner bei **Sicherungsordner** ein. Auf einem neuen Computer drücken Sie im ersten Fenster **Sicherung wiederherstellen**.
3. Wählen Sie eine; Sie sehen, wie viele Nachrichten und Kunden sie enthält. Mit **Prüfen** testen Sie sie vorher.
4. Drücken Sie **Wiederherstellen**, und geben Sie das Passwort ein, falls sie verschlüsselt ist.

Danach ist alles wie zu diesem Zeitpunkt. Ihre jetzigen Daten bleiben im Ordner „aside“ neben den Daten, es geht also nichts verloren, falls Sie die falsche gewählt haben.

## Was übernommen wird
- Abmeldungen seit damals bleiben wirksam. Kunden, die Sie endgültig gelöscht haben, werden wieder gelöscht.
- Keine Nachricht wird zweimal gesendet. Was seither vielleicht hinausging, wartet unter [Zustellung unklar](help:delivery-states) auf Sie, und fällig gewordene Erinnerungen unter [Offline verpasst](help:missed-while-offline).
- Rundnachrichten warten, bis Sie **Fortsetzen** wählen.

Nachrichten, die Kunden nach der Sicherung geschickt haben, sind nicht darin. Auch ihre Kopien auf der SIM sind weg.

Wird das Wiederherstellen unterbrochen, geht es beim nächsten Start weiter. Für die Sicherung einer neueren Version brauchen Sie zuerst diese Version.`,
  },
  'damaged-data': {
    title: 'Die Daten sind beschädigt',
    summary: 'Was Sie tun, wenn ein Defekt oder Stromausfall die Daten beschädigt hat.',
    sought: [
      'kaputt',
      'defekt',
      'datenbankfehler',
      'stromausfall',
      'absturz',
      'startet nicht',
      'daten retten',
      'reparieren',
    ],
    body: `Nach einem Stromausfall oder Festplattenfehler startet Counterline vielleicht mit **Die Daten von Counterline sind beschädigt**. Dort hält es mit Absicht an. Nichts wird gesendet, und neue Nachrichten bleiben auf der SIM, bis sie gespeichert werden können.

1. Sehen Sie sich die Liste **Sicherungen zum Wiederherstellen, neueste zuerst** an.
2. Ist sie leer, stecken Sie Ihren Datenträger mit den Sicherungen an. Geben Sie seinen Ordner bei **Die Sicherungen liegen in einem anderen Ordner** ein, und drücken Sie **Ordner prüfen**.
3. Wählen Sie die neueste gute und drücken Sie **Wiederherstellen**.

Die beschädigten Daten bleiben in einem eigenen Ordner, falls jemand etwas davon retten kann.

Haben Sie gar keine Sicherung, wählen Sie **Mit leeren Daten beginnen**. Abmeldungen bleiben auch dann wirksam, denn sie stehen zusätzlich in einer eigenen Datei.

## Danach
- Gehen Sie **Zustellung unklar** und **Offline verpasst** durch.
- Vergleichen Sie die heutigen Termine mit dem, was Sie wissen, und fragen Sie im Zweifel die Kunden.
- Lassen Sie die Festplatte prüfen. Ein Schaden kommt selten allein.
- Legen Sie Ihre [Sicherungen](help:backup) auf einen anderen Datenträger. Gegen Stromausfälle hilft eine kleine unterbrechungsfreie Stromversorgung (USV).`,
  },
  'disk-full': {
    title: 'Die Festplatte ist voll',
    summary: 'Bis Platz ist, wird nichts gesendet; verloren geht nichts.',
    sought: [
      'kein platz',
      'speicherplatz',
      'speicher voll',
      'speichern geht nicht',
      'platz schaffen',
      'aufräumen',
      'laufwerk voll',
    ],
    body: `Ist die Festplatte des Computers voll, kann Counterline nichts mehr sicher speichern. Es sendet dann nichts, weil es sich nicht merken könnte, dass es gesendet hat. Neue Nachrichten bleiben auf der SIM. Ihre Daten sind sicher.

1. Leeren Sie den Papierkorb Ihres Computers.
2. Löschen Sie Downloads, Videos und andere große Dateien, die Sie nicht brauchen, oder verschieben Sie sie auf einen anderen Datenträger.
3. Deinstallieren Sie Programme, die Sie nicht benutzen.
4. Liegen Ihre Sicherungen auf derselben Festplatte, wählen Sie unter [Sicherung](settings:backup) bei **Sicherungsordner** einen anderen Datenträger.

Sobald Platz ist, macht Counterline automatisch weiter. Sie müssen es nicht neu starten.

Beeilen Sie sich ein wenig: Auf eine SIM passen nur ein paar Dutzend Nachrichten, danach warten sie im Netz.

## Das bitte nicht
Löschen Sie nicht von Hand Dateien im Ordner von Counterline, auch keine, die alt aussehen. Möchten Sie weniger aufbewahren, wählen Sie kürzere Zeiten unter [Aufbewahrung](settings:keep); das schafft nach und nach Platz.

Ist nur der Datenträger mit den Sicherungen voll, geht das Senden weiter, aber es wird nicht gesichert. Alte Sicherungen über die letzten 7 Tage, 4 Wochen und 12 Monate hinaus werden automatisch entfernt.`,
  },
  'move-to-another-computer': {
    title: 'Auf einen anderen Computer umziehen',
    summary: 'Nehmen Sie Kunden, Nachrichten und Einstellungen auf einen neuen Computer mit.',
    sought: [
      'neuer computer',
      'neuer pc',
      'umzug',
      'übertragen',
      'wechseln',
      'windows',
      'mac',
      'neu installieren',
      'laptop',
    ],
    body: `1. Öffnen Sie auf dem alten Computer [Sicherung](settings:backup). Geben Sie bei **Sicherungsordner** einen Ordner auf einem USB-Stick ein, und drücken Sie **Jetzt sichern**. Am besten setzen Sie vorher ein **Passwort**.
2. Beenden Sie Counterline auf dem alten Computer, und starten Sie es dort nicht wieder. Zwei, die gleichzeitig arbeiten, würden beide Ihren Kunden schreiben.
3. Installieren Sie Counterline auf dem neuen Computer, dieselbe Version oder eine neuere.
4. Starten Sie es, und drücken Sie im ersten Fenster **Sicherung wiederherstellen**. Geben Sie bei **Sicherungsordner** den Ordner auf dem Stick ein, wählen Sie die Sicherung und drücken Sie **Wiederherstellen**.
5. Schließen Sie das Modem mit der SIM an. Die Leitung wird an ihrer SIM erkannt, mit allen Gesprächen. Wenn nicht, drücken Sie **Modem anschließen**.
6. Geben Sie die PIN der SIM und das Passwort Ihres Mailservers neu ein. Sie sind für den alten Computer verschlüsselt.
7. Geben Sie einen neuen **Sicherungsordner** ein, und prüfen Sie [Start](settings:startup).
8. Senden Sie eine Testnachricht.

Andere Programme, die die API benutzen, müssen auf dem neuen Computer neu eingerichtet werden.

Wenn alles läuft, löschen Sie die Daten von Counterline auf dem alten Computer, bevor Sie ihn weggeben. Sie enthalten die Nachrichten Ihrer Kunden.`,
  },
  privacy: {
    title: 'Wo Ihre Daten sind',
    summary: 'Was auf diesem Computer gespeichert ist, und was ihn verlässt.',
    sought: [
      'dsgvo',
      'cloud',
      'sicherheit',
      'datenschutz',
      'telemetrie',
      'spionage',
      'server',
      'verschlüsselung',
      'vertraulich',
    ],
    body: `Counterline hat kein Konto, keine Cloud und keine Telemetrie. Alles liegt in einem Ordner auf diesem Computer, den nur Ihr Benutzerkonto lesen kann.

## Was diesen Computer verlässt
- SMS, über Ihre SIM und Ihren Anbieter. SMS sind nicht von Ende zu Ende verschlüsselt: Schreiben Sie keine Passwörter, Diagnosen oder Kartennummern.
- Sicherungen, in den Ordner, den Sie wählen.
- Was Sie selbst einrichten: E-Mails an Sie, ohne Rufnummern und ohne Nachrichtentext; Webhooks; Links zu Ihrem Zahlungsdienst oder anderen Programmen; ein Sprachmodell in Ihrem eigenen Netz.

Sonst nichts. Counterline sucht nicht einmal automatisch nach Updates.

## Wie sie geschützt sind
- PINs und Passwörter sind verschlüsselt gespeichert. Protokoll und Modemprotokoll enthalten keine Telefonnummern und keinen Nachrichtentext.
- Andere Programme brauchen einen eigenen Schlüssel, erreichen Counterline nur von diesem Computer aus, und dürfen nur, was Sie ankreuzen. Siehe [API-Schlüssel](settings:api).
- Eine Warnung erscheint, wenn andere Benutzer dieses Computers den Ordner lesen könnten.

## Was Sie tun sollten
Sperren Sie den Computer, wenn Sie die Theke verlassen, verschlüsseln Sie seine Festplatte, [verschlüsseln Sie die Sicherungen](help:backup), schalten Sie den Nachrichtentext in den [Benachrichtigungen](help:notifications) aus, wenn Kunden den Bildschirm sehen, und verkürzen Sie die [Aufbewahrung](settings:keep).`,
  },
  'api-and-webhooks': {
    title: 'Andere Programme verbinden',
    summary: 'Kasse, Website oder Skript können Counterline nutzen und erfahren, was hier geschieht.',
    sought: [
      'api',
      'webhook',
      'schnittstelle',
      'kasse',
      'kassensystem',
      'website',
      'skript',
      'entwickler',
      'zapier',
      'crm',
    ],
    body: `## Andere Programme nutzen Counterline
1. Öffnen Sie [API-Schlüssel](settings:api) in den **Einstellungen**. Geben Sie bei **Name** etwas ein, damit Sie wissen, welchen Schlüssel Sie später widerrufen.
2. Kreuzen Sie nur die **Berechtigungen** an, die das Programm braucht, etwa **Nachrichten senden** oder **Bestellungen ändern**.
3. Drücken Sie **Schlüssel erstellen** und kopieren Sie den Schlüssel. Er wird nur jetzt angezeigt.

Das Programm muss auf diesem Computer laufen und die **Adresse** benutzen, die dort steht. Die Beschreibung für Entwickler liegt unter /api/v1/openapi.json. Nachrichten, die es sendet, werden geprüft wie alle anderen: Abmeldungen, Sendezeiten, Grenzen. **Widerrufen** macht einen Schlüssel sofort ungültig.

## Counterline benachrichtigt andere Programme
1. Öffnen Sie [Webhooks](settings:webhooks) und drücken Sie **Hinzufügen**.
2. Geben Sie die **Adresse** ein, kreuzen Sie die **Ereignisse** an, und kopieren Sie das Geheimnis. Es wird nur jetzt angezeigt.
3. Drücken Sie **Test senden**.

Ereignisse sind nach der Konvention „Standard Webhooks“ signiert und werden einen Tag lang erneut versucht. **Zustellungen** zeigt, was ankam; **Noch einmal senden** wiederholt eines.

## Ein Link zu Ihrem Kundenprogramm
Geben Sie unter [Links](settings:links) die Adresse eines Kunden in Ihrem anderen Programm ein. Dann steht **Im anderen Programm öffnen** in der Kundenansicht.`,
  },
  updates: {
    title: 'Updates',
    summary: 'Wie Sie eine neuere Version bekommen, und was sie mit Ihren Daten macht.',
    sought: [
      'neue version',
      'aktualisieren',
      'update',
      'upgrade',
      'download',
      'installieren',
      'alte version',
      'downgrade',
    ],
    body: `Counterline sucht nicht nach Updates: Es fragt niemanden im Internet nach irgendetwas. Sie entscheiden, wann Sie eine neue Version installieren.

1. Drücken Sie zur Sicherheit **Jetzt sichern** unter [Sicherung](settings:backup).
2. Beenden Sie Counterline über sein Symbol im Infobereich. Solange es aus ist, warten Nachrichten im Netz oder auf der SIM.
3. Installieren Sie die neue Version über die alte. Ihre Daten bleiben, wo sie sind.
4. Starten Sie es, und prüfen Sie, ob bei der Leitung **Verbunden** steht.

Muss die neue Version ändern, wie Daten gespeichert sind, sichert sie vorher automatisch. Das steht unter **Sicherungen** als „vor einem Update“.

## Zurück zur alten Version
Eine ältere Version kann Daten nicht öffnen, die eine neuere geändert hat. Stellen Sie mit der älteren Version die Sicherung von vor dem Update wieder her. Was seither ankam, ist nicht darin.

Die Sicherung einer neueren Version lässt sich nur mit dieser oder einer noch neueren wiederherstellen.

Wählen Sie für Updates eine ruhige Zeit, etwa nach Geschäftsschluss. Was inzwischen fällig wird, wartet unter [Offline verpasst](help:missed-while-offline).`,
  },
  'law-overview': {
    title: 'Was gilt, wenn Sie Kunden SMS schreiben',
    summary: 'Einwilligung, wer schreibt, wie man sich abmeldet, passende Uhrzeiten.',
    sought: [
      'recht',
      'gesetz',
      'erlaubt',
      'vorschriften',
      'abmahnung',
      'bußgeld',
      'spam',
      'werbung',
      'anwalt',
      'compliance',
    ],
    body: `Diese Seite informiert allgemein und ist keine Rechtsberatung. Gesetze unterscheiden und ändern sich. Fragen Sie im Zweifel einen Anwalt oder Ihre Kammer.

Fast überall werden dieselben vier Dinge von Ihnen verlangt:

- Erlaubnis: Wer Ihnen geschrieben hat, dem dürfen Sie antworten. Terminerinnerungen und Nachrichten zu einer Bestellung, die der Kunde erwartet, gehören zum Service. Werbung braucht vorher ein klares Ja, und Sie müssen es nachweisen können.
- Wer Sie sind: Kunden müssen sehen, welches Geschäft ihnen schreibt.
- Wie man sich abmeldet: Es muss einfach sein, ohne Hürden, und schnell wirken.
- Passende Uhrzeiten: nicht nachts, nach der Uhr des Kunden.

## Wie Counterline hilft
- **Angebote** gehen nur an Kunden mit eingetragener [Einwilligung](help:consent); **Nachweis drucken** belegt sie.
- Automatische Nachrichten beginnen mit dem Namen Ihres Geschäfts. HELP wird immer beantwortet.
- STOP wirkt [sofort](help:opt-out), in sieben Sprachen und in einfachen Sätzen. **Hinweis zum Abmelden anfügen** setzt den Hinweis dazu.
- [Sendezeiten](help:sending-hours) halten die Nacht frei, und eine Höchstzahl pro Woche schützt Kunden.
- Die Daten einer Person lassen sich [herausgeben und löschen](help:erase-and-export).

Was Counterline nicht prüfen kann: ob Ihr Text Werbung ist, und ob eine Einwilligung stimmt, die Sie eintragen.

Mehr: [USA und Kanada](help:law-us-canada), [EU und Großbritannien](help:law-eu-uk), [andere Länder](help:law-other).`,
  },
  'law-us-canada': {
    title: 'SMS an Kunden in den USA und Kanada',
    summary: 'TCPA und CASL in Kürze, und wie Counterline hilft.',
    sought: ['tcpa', 'casl', 'fcc', 'ctia', '10dlc', 'do not call', 'usa', 'amerika', 'kanada', 'zustimmung'],
    body: `Allgemeine Information, keine Rechtsberatung.

## USA
- Nach dem TCPA brauchen automatische SMS meist die vorherige ausdrückliche Einwilligung des Kunden, Werbung sogar schriftlich (ein Formular, eine SMS oder ein Klick zählt). Wer Ihnen für einen Termin seine Nummer gibt, ist damit meist mit Erinnerungen einverstanden, nicht mit Angeboten.
- Kunden dürfen ihre Einwilligung auf jede vernünftige Weise widerrufen. Sie müssen das umgehend beachten, spätestens innerhalb von zehn Werktagen.
- Werbung ist nur von 8 bis 21 Uhr in der Zeitzone des Kunden erlaubt. Manche Bundesstaaten, etwa Florida, sind strenger. Auch das nationale Verzeichnis „Do Not Call“ gilt für Werbung.
- Anbieter haben eigene Bedingungen, und SIM-Karten für Privatkunden sind für Gespräche gedacht, nicht für Massenversand.

## Kanada
CASL verlangt für geschäftliche Nachrichten eine Einwilligung, ausdrücklich oder stillschweigend. Ein Kauf gilt zwei Jahre lang als stillschweigende Einwilligung, eine Anfrage sechs Monate. Jede Nachricht muss sagen, wer Sie sind, wie man Sie erreicht und wie man sich abmeldet. Führen Sie eine Abmeldung ohne Verzögerung aus, spätestens innerhalb von zehn Werktagen.

## Wie Counterline hilft
Tragen Sie unter **Wie die Einwilligung erteilt wurde** ein, was gesagt wurde. STOP wird sofort befolgt. Stellen Sie die [Sendezeiten](settings:sending) so ein, dass sie zu Ihrem Bundesstaat passen; am Anfang sind es 9:00 bis 20:00 nach der Uhr des Kunden. Lassen Sie **Hinweis zum Abmelden anfügen** eingeschaltet, und schreiben Sie in Kanada Ihre Kontaktdaten in Angebote.`,
  },
  'law-eu-uk': {
    title: 'SMS an Kunden in der EU und Großbritannien',
    summary: 'DSGVO, ePrivacy und PECR in Kürze, und wie Counterline hilft.',
    sought: [
      'dsgvo',
      'gdpr',
      'eprivacy',
      'pecr',
      'uwg',
      'deutschland',
      'österreich',
      'schweiz',
      'datenschutz',
      'bestandskunden',
    ],
    body: `Allgemeine Information, keine Rechtsberatung.

- Werbung per SMS braucht nach den ePrivacy-Vorschriften, in Großbritannien nach PECR, eine vorherige Einwilligung (Opt-in). Bewahren Sie den Nachweis auf. Sie muss freiwillig sein und sich so einfach widerrufen lassen, wie sie erteilt wurde.
- Für Ihre Bestandskunden gibt es eine enge Ausnahme („Soft Opt-in“): Sie haben die Nummer bei einem Verkauf bekommen, werben für ähnliche eigene Waren oder Leistungen, und der Kunde konnte schon damals einfach ablehnen und kann es in jeder Nachricht. Die Gesetze der Länder unterscheiden sich.
- Terminerinnerungen und „Ihre Bestellung ist fertig“ gehören zum Service und brauchen keine Einwilligung in Werbung, solange keine Werbung darin steht. Die Bitte um eine Bewertung kann in manchen Ländern als Werbung gelten, etwa in Deutschland.
- Nach der DSGVO brauchen Sie für alle Daten, die Sie speichern, einen Grund, müssen Kunden informieren, Anfragen innerhalb eines Monats beantworten und löschen, was Sie nicht brauchen. Gesundheitsdaten brauchen besondere Sorgfalt.

## Wie Counterline hilft
Angebote sind aus, bis ein Kunde Ja sagt, und **Per SMS nach Angeboten fragen** oder der [QR-Code](help:qr-code) gibt Ihnen einen Nachweis vom Handy des Kunden selbst. **Personenbezogene Daten herunterladen** und **Endgültig löschen** beantworten [Anfragen](help:erase-and-export). [Aufbewahrung](settings:keep) löscht automatisch. Die Daten bleiben auf [Ihrem Computer](help:privacy). Schalten Sie Umfragen aus, wo Sie dafür eine Einwilligung brauchen.

Erwähnen Sie SMS in Ihrer Datenschutzerklärung.`,
  },
  'law-other': {
    title: 'SMS an Kunden in anderen Ländern',
    summary: 'Australien, Neuseeland, Indien, die Schweiz und andere in Kürze.',
    sought: [
      'australien',
      'neuseeland',
      'indien',
      'singapur',
      'brasilien',
      'südafrika',
      'schweiz',
      'spam act',
      'ausland',
      'land',
    ],
    body: `Allgemeine Information, keine Rechtsberatung. Prüfen Sie die Vorschriften Ihres Landes und Ihres Anbieters.

- Australien: Der Spam Act verlangt eine Einwilligung, ausdrücklich oder aus einer Geschäftsbeziehung abgeleitet, dass man sieht, wer Sie sind, und eine funktionierende Abmeldung, die binnen fünf Werktagen gilt.
- Neuseeland: ähnliche Vorschriften im Unsolicited Electronic Messages Act.
- Indien: Geschäftliche Nachrichten laufen über registrierte Absender und registrierte Texte (TRAI). Mit einer gewöhnlichen SIM ist Massenwerbung nicht erlaubt.
- Singapur: Prüfen Sie vor Werbung das Do Not Call Registry, es sei denn, Sie haben eine klare Einwilligung.
- Südafrika und Brasilien: Datenschutzgesetze (POPIA, LGPD), die eine Einwilligung oder einen anderen Grund verlangen, ähnlich wie in der EU.
- Schweiz: Werbung braucht eine Einwilligung, einen korrekten Absender und einen einfachen Weg, sie abzulehnen.

In vielen Ländern müssen SIM-Karten auf eine Person oder Firma registriert sein. Registrieren Sie Ihre auf Ihr Geschäft.

## Wie Counterline hilft
Wählen Sie **Land** unter [Angaben zum Geschäft](settings:shop), damit Nummern richtig gelesen werden. Unter [Einwilligung](help:consent) steht, wer worin, wann und mit welchen Worten eingewilligt hat. [Abmeldungen](help:opt-out) gelten sofort. Stellen Sie strengere [Sendezeiten](settings:sending) ein, wo Ihr Gesetz das verlangt, und die Zeitzone jedes Kunden rechts neben dem Gespräch.

Im Zweifel schreiben Sie nur denen, die Ihnen zuerst geschrieben haben.`,
  },
};
