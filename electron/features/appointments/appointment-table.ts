import type { AppointmentField } from '../../shared/import-words.ts';
import {
  DAY_HEADINGS,
  DAY_OR_WEEKDAY_HEADINGS,
  BUYER_NAME_HEADINGS,
  BUYER_PHONE_HEADINGS,
  NAME_HEADINGS,
  PHONE_HEADINGS,
  SUBJECT_HEADINGS,
  TIME_HEADINGS,
  WHOLE_DAY_HEADINGS,
} from '../imports/headings.ts';
import { readTable, type Table } from '../imports/table.ts';

/** The headings that each field may have, folded. */
const HEADINGS = {
  date: [...DAY_HEADINGS, ...DAY_OR_WEEKDAY_HEADINGS],
  /** The time column may hold the day as well. */
  time: TIME_HEADINGS,
  number: [...PHONE_HEADINGS, ...BUYER_PHONE_HEADINGS],
  name: [...NAME_HEADINGS, ...BUYER_NAME_HEADINGS, ...SUBJECT_HEADINGS],
  service: [
    'service',
    'service name',
    'services',
    'event type name',
    'event type',
    'appointment type',
    'what',
    'treatment',
    'type',
    'leistung',
    'terminart',
    'behandlungsart',
    'was',
    'behandlung',
    'art',
    'dienst',
    'dienstleistung',
    'prestation',
    'servicio',
    'servizio',
    'behandeling',
  ],
  resource: [
    'staff',
    'staff member',
    'team member',
    'with',
    'employee',
    'provider',
    'practitioner',
    'stylist',
    'therapist',
    'assigned to',
    'calendar',
    'resource',
    'chair',
    'mitarbeiter',
    'mitarbeiterin',
    'behandler',
    'behandlerin',
    'kalender',
    'bei',
    'mit',
    'platz',
    'wer',
  ],
  note: ['note', 'notes', 'comment', 'description', 'notiz', 'bemerkung', 'beschreibung'],
  wholeDay: WHOLE_DAY_HEADINGS,
  status: [
    'status',
    'state',
    'appointment status',
    'booking status',
    'terminstatus',
    'buchungsstatus',
    'statut',
    'estado',
    'stato',
  ],
  canceled: [
    'canceled',
    'cancelled',
    'canceled at',
    'cancelled at',
    'abgesagt',
    'abgesagt am',
    'storniert',
    'storniert am',
  ],
  zone: [
    'time zone',
    'timezone',
    'zeitzone',
    'fuseau horaire',
    'zona horaria',
    'fuso orario',
    'fuso horario',
    'tijdzone',
  ],
} as const satisfies Record<AppointmentField, readonly string[]>;

/**
 * Reads the appointments of a table.
 * @param chosen what a person says each column holds; null if the headings decide
 * @returns null if this is not a table
 */
export function appointmentsTable(
  text: string,
  chosen: readonly (AppointmentField | null)[] | null,
): Table<AppointmentField> | null {
  return readTable(text, HEADINGS, { chosen });
}
