import type { Catalogue } from '../en/window.ts';

const NUMBER = 'Prüfen Sie die Nummer.';
const CARRIER = 'Fragen Sie Ihren Anbieter.';
const BALANCE = 'Vielleicht ist das Guthaben der SIM aufgebraucht: Prüfen Sie es auf der Seite der Leitung.';
const AGAIN = 'Es wird erneut versucht.';
const UNSURE = 'Vielleicht wurde sie gesendet: Fragen Sie den Kunden, oder senden Sie noch einmal.';
const PIN = 'Geben Sie die PIN auf der Seite der Leitung ein.';
const NO_SIM = 'Legen Sie die SIM ein; die Leitung verbindet sich automatisch.';
const CENTER =
  'Fragen Sie Ihren Anbieter nach der Nummer seiner Kurznachrichtenzentrale, und speichern Sie sie in einem Handy auf der SIM.';
const WRITE = 'Schreiben Sie kürzer oder ohne Sonderzeichen.';
const RESEND = 'Senden Sie sie noch einmal.';
const PHONE = 'Entsperren Sie sie in einem Handy.';
const PUK = 'Entsperren Sie sie in einem Handy, mit der PUK Ihres Anbieters.';
const CLEAN = 'Nehmen Sie sie heraus, reinigen Sie sie und legen Sie sie wieder ein.';
const LOCKED = 'Probieren Sie die SIM in einem Handy; das Modem ist vielleicht an einen Anbieter gebunden.';

/** The errors of the network and the modem in German, under the codes of `features/messaging/network-reasons.ts`. */
export const networkReasons: Catalogue['reasons'] = {
  'cms-1': ['Diese Nummer gibt es nicht.', NUMBER],
  'cms-8': ['Ihr Anbieter sperrt Nachrichten von dieser SIM.', CARRIER],
  'cms-10': ['Nachrichten sind für diese SIM gesperrt.', CARRIER],
  'cms-21': ['Das Netz hat diese Nachricht abgelehnt.', BALANCE],
  'cms-27': ['Diese Nummer ist dauerhaft nicht erreichbar.', NUMBER],
  'cms-28': ['Diese Nummer gibt es nicht.', NUMBER],
  'cms-29': ['Das Netz unterstützt das nicht.', CARRIER],
  'cms-30': ['Das Netz kennt diese Nummer nicht.', NUMBER],
  'cms-38': ['Das Netz ist gestört.', AGAIN],
  'cms-41': ['Das Netz war kurz gestört.', AGAIN],
  'cms-42': ['Das Netz ist überlastet.', AGAIN],
  'cms-47': ['Das Netz hat gerade keine Kapazität.', AGAIN],
  'cms-50': ['Diese SIM darf keine Nachrichten senden.', CARRIER],
  'cms-69': ['Das Netz unterstützt das nicht.', CARRIER],
  'cms-81': ['Das Netz hat diese Nachricht aus den Augen verloren.', RESEND],
  'cms-95': ['Das Netz hat die Nachricht nicht verstanden.', WRITE],
  'cms-96': ['Das Netz hat die Nachricht nicht verstanden.', WRITE],
  'cms-97': ['Das Netz unterstützt diese Art von Nachricht nicht.', WRITE],
  'cms-98': ['Netz und Modem sind sich nicht einig.', RESEND],
  'cms-99': ['Das Netz unterstützt diese Art von Nachricht nicht.', WRITE],
  'cms-111': ['Netz und Modem sind sich nicht einig.', RESEND],
  'cms-127': ['Das Netz hat die Nachricht ohne Grund abgelehnt.', BALANCE],
  'cms-192': ['Die Kurznachrichtenzentrale ist überlastet.', AGAIN],
  'cms-194': ['Die Kurznachrichtenzentrale ist gestört.', AGAIN],
  'cms-195': ['Die Kurznachrichtenzentrale kennt diese Nummer nicht.', NUMBER],
  'cms-301': ['Das Modem kann gerade nicht senden.', 'Stecken Sie es ab und wieder an.'],
  'cms-303': ['Das Modem kann diese Art von Nachricht nicht senden.', WRITE],
  'cms-304': ['Das Modem hat die Nachricht nicht verstanden.', WRITE],
  'cms-305': ['Das Modem hat die Nachricht nicht verstanden.', WRITE],
  'cms-310': ['Im Modem ist keine SIM.', NO_SIM],
  'cms-311': ['Die SIM braucht ihre PIN.', PIN],
  'cms-312': ['Die SIM ist an ein anderes Telefon gebunden.', CARRIER],
  'cms-313': ['Die SIM antwortet nicht.', CLEAN],
  'cms-314': ['Die SIM ist beschäftigt.', AGAIN],
  'cms-315': ['Das Modem akzeptiert diese SIM nicht.', LOCKED],
  'cms-316': ['Die SIM ist gesperrt und braucht ihre PUK.', PUK],
  'cms-317': ['Die SIM braucht ihre PIN2.', PHONE],
  'cms-318': ['Die SIM ist gesperrt und braucht ihre PUK2.', PHONE],
  'cms-321': ['Das Modem hat diese Nachricht aus den Augen verloren.', UNSURE],
  'cms-322': ['Der SIM-Speicher ist voll.', UNSURE],
  'cms-330': ['Die SIM kennt ihre Kurznachrichtenzentrale nicht.', CENTER],
  'cms-331': ['Es gibt kein Netz.', AGAIN],
  'cms-332': ['Das Netz hat nicht rechtzeitig geantwortet.', UNSURE],
  'cms-500': ['Das Modem konnte nicht sagen, was schiefging.', UNSURE],
  'cms-512': ['Das Modem war beschäftigt.', UNSURE],
  'cms-513': ['Das Netz war nicht erreichbar.', UNSURE],
  'cms-514': ['Das Modem war beschäftigt.', UNSURE],
  'cms-515': ['Das Modem startet noch.', UNSURE],
  'cme-10': ['Im Modem ist keine SIM.', NO_SIM],
  'cme-11': ['Die SIM braucht ihre PIN.', PIN],
  'cme-12': ['Die SIM ist gesperrt und braucht ihre PUK.', PUK],
  'cme-13': ['Die SIM antwortet nicht.', CLEAN],
  'cme-14': ['Die SIM ist beschäftigt.', AGAIN],
  'cme-15': ['Das Modem akzeptiert diese SIM nicht.', LOCKED],
  'cme-16': ['Die PIN war falsch.', PIN],
  'cme-17': ['Die SIM braucht ihre PIN2.', PHONE],
  'cme-18': ['Die SIM ist gesperrt und braucht ihre PUK2.', PHONE],
  'cme-20': ['Der Speicher des Modems ist voll.', UNSURE],
  'cme-30': ['Es gibt kein Netz.', AGAIN],
  'cme-31': ['Das Netz hat nicht rechtzeitig geantwortet.', UNSURE],
};
