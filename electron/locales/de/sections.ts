import type { SectionWords } from '../section-words.ts';

export const deSections: SectionWords = {
  groups: {
    shop: { title: 'Geschäft', about: 'Zeiten, Team, Modems' },
    messaging: { title: 'Nachrichten', about: 'Bausteine, Schlagwörter' },
    automations: { title: 'Automatisches', about: 'FAQ, Abwesenheit, Umfragen' },
    appointments: { title: 'Termine und Bestellungen', about: 'Leistungen, Personal, Buchung' },
    customers: { title: 'Kunden', about: 'Felder, QR-Code, Aufbewahrung' },
    integrations: { title: 'Schnittstellen', about: 'API-Schlüssel, Webhooks, E-Mail' },
    data: { title: 'Daten und Sicherung', about: 'Sicherungen, Import, Export' },
    computer: { title: 'Dieser Computer', about: 'Darstellung, Töne, Start' },
  },
  sections: {
    shop: { title: 'Angaben zum Geschäft', about: 'Name, Land und Sprache für Ihre Nachrichten und Rufnummern.' },
    hours: {
      title: 'Öffnungszeiten',
      about: 'Wann jemand da ist, der antwortet. Abwesenheit und Buchung richten sich danach.',
    },
    people: {
      title: 'Team',
      about: 'Notizen, Aufgaben und Antworten zeigen, von wem sie sind. Gespräche lassen sich zuweisen.',
    },
    modems: {
      title: 'Modems und Kosten',
      about: 'Die Anschlüsse, über die Sie schreiben, und was Ihr Anbieter dafür verlangt.',
    },
    templates: {
      title: 'Textbausteine',
      about: 'Antworten, die Sie oft schreiben. Tippen Sie / in einer Nachricht, um einen zu nehmen.',
    },
    tags: { title: 'Schlagwörter und Suchen', about: 'Schlagwörter für Gespräche und Ihre gespeicherten Suchen.' },
    writing: {
      title: 'Schreiben',
      about: 'Was die Eingabetaste tut, und wie lange Sie ein Senden zurücknehmen können.',
    },
    notifications: { title: 'Eskalation', about: 'Was geschieht, wenn ein Kunde zu lange auf Antwort wartet.' },
    faqs: {
      title: 'FAQ-Antworten',
      about:
        'Häufige Fragen werden automatisch beantwortet. Ist die Frage nicht sicher erkannt, bekommen Sie einen Vorschlag.',
    },
    answers: { title: 'Abwesenheit', about: 'Sagt Kunden außerhalb der Öffnungszeiten, wann Sie wieder da sind.' },
    rules: {
      title: 'Automationen',
      about: 'Wenn dies geschieht, tu das: antworten, kennzeichnen, zuweisen, erinnern.',
    },
    surveys: { title: 'Umfragen', about: 'Fragen Sie Kunden, wie es war. Die Ergebnisse stehen in den Berichten.' },
    sending: {
      title: 'Sendezeiten',
      about: 'Wann automatische Nachrichten gesendet werden dürfen, und wie viele ein Kunde bekommt.',
    },
    model: { title: 'Entwürfe', about: 'Ein Sprachmodell auf Ihrem eigenen Computer kann Antworten entwerfen.' },
    services: { title: 'Leistungen', about: 'Was Kunden buchen: Dauer, Preis und Erinnerungen.' },
    staff: { title: 'Personal', about: 'Bei wem Kunden einen Termin haben, und wann diese Personen arbeiten.' },
    booking: { title: 'Buchung', about: 'Buchung per SMS, die Warteliste und Kalender anderer Programme.' },
    orders: { title: 'Bestellungen', about: 'Die Spalten der Tafel, und was Kunden unterwegs erfahren.' },
    payments: { title: 'Zahlungen', about: 'Der Link, mit dem Kunden bezahlen.' },
    fields: { title: 'Kundenfelder', about: 'Was Sie außer Name und Nummer über Kunden wissen möchten.' },
    code: { title: 'QR-Code', about: 'Für die Theke: Wer ihn scannt, stimmt Werbung zu.' },
    keep: { title: 'Aufbewahrung', about: 'Wie lange Nachrichten, Termine, Bestellungen und Kunden bleiben.' },
    api: { title: 'API-Schlüssel', about: 'Andere Programme auf diesem Computer dürfen senden, lesen und buchen.' },
    webhooks: { title: 'Webhooks', about: 'Andere Programme erfahren, wenn hier etwas geschieht.' },
    mail: { title: 'E-Mail', about: 'Eine E-Mail, wenn etwas Sie braucht und niemand an der Theke ist.' },
    links: { title: 'Links', about: 'Einen Kunden in Ihrem anderen Programm öffnen.' },
    backup: {
      title: 'Sicherung',
      about: 'Jeden Tag wird eine Kopie von allem gemacht. Bewahren Sie sie auf einem anderen Datenträger auf.',
    },
    files: { title: 'Import und Export', about: 'Kunden, Termine und Bestellungen mitbringen oder mitnehmen.' },
    appearance: { title: 'Darstellung', about: 'Wie das Fenster aussieht, und welche Sprache es spricht.' },
    sounds: { title: 'Töne und Benachrichtigungen', about: 'Was Sie sehen und hören, wenn ein Kunde schreibt.' },
    startup: { title: 'Start', about: 'Ob die App bei der Anmeldung startet und nach dem Schließen weiterläuft.' },
  },
};
