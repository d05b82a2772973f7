import type { Catalogue } from './en.ts';

/** Why the desk refused something. */
export const refusals: Catalogue['refusals'] = {
  'bad-number': 'An diese Nummer kann keine SMS gehen. Prüfen Sie sie, aus dem Ausland mit Landesvorwahl.',
  'empty-text': 'Es gibt keinen Text zu senden.',
  'text-too-long': 'Dieser Text ist zu lang. Kürzen Sie ihn.',
  'unfilled-blank': 'Füllen Sie erst aus, was in {{ }} steht.',
  'nothing-to-do': 'Sagen Sie, was getan werden soll.',
  'no-phrasing': 'Schreiben Sie mindestens eine Art auf, wie Kunden danach fragen.',
  'one-blocked': 'Einer der beiden ist gesperrt. Entsperren Sie ihn, oder sperren Sie auch den anderen.',
  'name-taken': 'Diesen Namen gibt es schon. Wählen Sie einen anderen.',
  'in-the-past': 'Diese Zeit ist vorbei. Wählen Sie eine spätere.',
  'not-found': 'Das ist nicht mehr da.',
  'too-late': 'Dafür ist es zu spät: Diese SMS ist schon unterwegs.',
  'opted-out': 'Dieser Kunde möchte keine SMS mehr. Nur sein eigenes START bringt sie zurück.',
  'question-open': 'Dieser Kunde wurde schon etwas gefragt und hat noch nicht geantwortet.',
  'bad-model-address':
    'Das Sprachmodell muss auf diesem Computer oder in Ihrem eigenen Netz laufen: eine Adresse wie http://localhost:11434.',
  'no-model': 'Es gibt kein Sprachmodell. Tragen Sie eines in den Einstellungen ein.',
  'nothing-asked': 'Der Kunde hat noch nichts geschrieben.',
  'model-unreachable': 'Unter dieser Adresse antwortet nichts. Läuft das Programm mit dem Sprachmodell?',
  'model-slow': 'Das Sprachmodell hat zu lange gebraucht. Versuchen Sie es noch einmal, oder nehmen Sie ein kleineres.',
  'model-refused': 'Das Sprachmodell hat nicht mit einem Text geantwortet. Prüfen Sie seinen Namen und seine Adresse.',
  'let-go': 'Inzwischen wurde ein anderer Entwurf verlangt.',
  'queue-full': 'Zu viele SMS warten. Versuchen Sie es wieder, wenn die Leitung aufgeholt hat.',
  'no-line': 'Es gibt noch keine Leitung: Schließen Sie erst ein Modem an.',
  'no-answer': 'Der Anbieter hat nicht geantwortet. Versuchen Sie es noch einmal.',
  unreachable: 'Das Programm startet neu. Versuchen Sie es gleich noch einmal.',
  internal: 'Innen ist etwas schiefgegangen. Es steht im Protokoll; bitte noch einmal versuchen.',
};

/** Why a line or a text is as it is, and what to do. Those of the network keep the desk's own words. */
export const reasons: Catalogue['reasons'] = {
  opening: ['Das Modem wird gesucht.', null],
  initialising: ['Das Modem wacht auf.', null],
  searching: ['Das Modem sucht sein Netz.', 'Stellen Sie es ans Fenster, wenn das länger als eine Minute dauert.'],
  denied: ['Das Netz weist diese SIM ab.', 'Fragen Sie Ihren Anbieter, ob die SIM freigeschaltet ist.'],
  'pin-required': ['Die SIM möchte ihre PIN.', 'Geben Sie die PIN auf der Seite der Leitung ein.'],
  'pin-refused': [
    'Die PIN war falsch und wird nicht noch einmal versucht.',
    'Prüfen Sie die PIN und geben Sie sie auf der Seite der Leitung ein.',
  ],
  'puk-required': [
    'Die SIM ist gesperrt und möchte ihre PUK.',
    'Entsperren Sie sie in einem Handy, mit der PUK aus dem Brief Ihres Anbieters.',
  ],
  'sim-missing': ['Im Modem ist keine SIM.', 'Legen Sie die SIM ein; die Leitung startet von selbst.'],
  'sim-failed': [
    'Das Modem kann seine SIM nicht lesen.',
    'Nehmen Sie die SIM heraus, reinigen Sie sie, legen Sie sie wieder ein.',
  ],
  unplugged: ['Das Modem ist abgesteckt.', 'Stecken Sie es an, die Leitung macht von selbst weiter.'],
  busy: ['Ein anderes Programm benutzt das Modem.', 'Beenden Sie es; unter Linux ist es oft ModemManager.'],
  'no-permission': [
    'Dieser Benutzer darf das Modem nicht verwenden.',
    'Unter Linux: den Benutzer in die Gruppe dialout aufnehmen und neu anmelden.',
  ],
  'open-failed': ['Der Anschluss des Modems ließ sich nicht öffnen.', 'Stecken Sie das Modem ab und wieder an.'],
  unresponsive: [
    'Das Modem antwortet nicht.',
    'Es wird von selbst neu gestartet. Hilft das nicht, stecken Sie es neu an.',
  ],
  'setup-failed': [
    'Das Modem ist nicht richtig gestartet.',
    'Es wird von selbst noch einmal versucht. Hilft das nicht, stecken Sie es neu an.',
  ],
  stopped: ['Die Leitung ist ausgeschaltet.', null],
  resetting: ['Das Modem antwortet nicht und wird neu gestartet.', null],
  restarting: ['Das Modem startet neu.', null],
  'no-modem': ['An diesem Anschluss antwortet kein Modem.', null],
  'cap-minute': [
    'Die Leitung hat gesendet, was sie in einer Minute darf.',
    'Die Grenzen stehen auf der Seite der Leitung.',
  ],
  'cap-hour': [
    'Die Leitung hat gesendet, was sie in einer Stunde darf.',
    'Die Grenzen stehen auf der Seite der Leitung.',
  ],
  'cap-day': ['Die Leitung hat gesendet, was sie an einem Tag darf.', 'Die Grenzen stehen auf der Seite der Leitung.'],
  'quiet-hours': ['Es ist nicht die Zeit für SMS, die von selbst gehen.', 'Die Zeiten stehen in den Einstellungen.'],
  holiday: ['Der Laden hat einen Feiertag.', 'Besondere Tage stehen in den Einstellungen.'],
  'week-full': [
    'Dieser Kunde hat so viele SMS von selbst bekommen, wie Sie in einer Woche erlauben.',
    'Die Grenze steht in den Einstellungen.',
  ],
  'not-wanted': ['Dieser Kunde hat solchen SMS nicht zugestimmt.', null],
  'no-customer': ['Unter dieser Nummer liest niemand SMS.', null],
  talking: ['Jemand hier spricht gerade mit diesem Kunden.', null],
  'answered-enough': [
    'Dorthin gingen so viele Antworten von selbst, dass vielleicht ein Programm sie beantwortet.',
    null,
  ],
  timeout: ['Das Modem hat nicht gesagt, ob sie hinausging.', 'Fragen Sie den Kunden, oder senden Sie noch einmal.'],
  closed: [
    'Das Modem war weg, ehe es sagen konnte, ob sie hinausging.',
    'Fragen Sie den Kunden, oder senden Sie noch einmal.',
  ],
  crashed: ['Das Programm hielt an, während sie hinausging.', 'Fragen Sie den Kunden, oder senden Sie noch einmal.'],
  'modem-error': [
    'Das Modem meldete einen Fehler, nachdem es die SMS genommen hatte.',
    'Fragen Sie den Kunden, oder senden Sie noch einmal.',
  ],
  'not-taken': ['Das Modem hat sie nicht genommen.', 'Es wird von selbst noch einmal versucht.'],
  'line-away': [
    'Sie gehört zu einer anderen SIM, die nicht angeschlossen ist.',
    'Schließen Sie diese SIM an, oder nehmen Sie die SMS zurück.',
  ],
  undone: ['Worauf sie gefolgt wäre, wurde rückgängig gemacht.', 'Es ist nichts zu tun.'],
  blocked: ['Sie haben diese Nummer gesperrt.', 'Entsperren Sie sie beim Kunden, um ihr zu schreiben.'],
  'consent-question': [
    'Der Kunde möchte vielleicht keine SMS mehr.',
    'Lesen Sie, was er schrieb, und entscheiden Sie darüber.',
  ],
  'opted-out': ['Dieser Kunde möchte keine SMS mehr.', null],
  expired: ['Ihre Zeit war vorbei, ehe sie hinausgehen konnte.', null],
  'no-answer-possible': ['Dieser Absender kann keine Antwort empfangen.', null],
  'gave-up': ['Es wurde mehrmals vergeblich versucht.', 'Prüfen Sie Nummer und Leitung, dann senden Sie noch einmal.'],
  'not-delivered': ['Das Netz konnte sie nicht zustellen.', 'Das Handy ist vielleicht aus, oder die Nummer falsch.'],
  undeliverable: ['Das Netz sagt, dass sie nicht zustellbar ist.', 'Prüfen Sie die Nummer.'],
  abandoned: ['Sie haben sie so gelassen.', null],
  unencodable: ['Sie enthält ein Zeichen, das sich nicht senden lässt.', 'Schreiben Sie sie neu.'],
  'part-missing': ['Ein Teil dieser SMS ist noch nicht da.', 'Er wird eingefügt, wenn er kommt.'],
  'picture-message': [
    'Der Kunde hat ein Bild geschickt; diese Leitung kann es nicht zeigen.',
    'Bitten Sie per E-Mail darum.',
  ],
  'data-message': ['Das sind Daten für ein Programm, keine SMS.', null],
};
