import { fold } from '../../shared/fold.ts';
import { idOf, rowOf } from '../../shared/ids.ts';
import type { AppointmentField } from '../../shared/import-words.ts';
import { ok, refusal, refuse, type Result } from '../../shared/result.ts';
import {
  LONGEST_APPOINTMENT_NAME,
  LONGEST_APPOINTMENT_NOTE,
  type Resource,
  type Service,
} from '../../shared/appointments.ts';
import type { ImportRowDto } from '../imports/contract.ts';
import type { CalendarEntry } from '../../calendars/entries.ts';
import { ianaZone, Zones } from '../../calendars/time-zones.ts';
import type { DeskContext } from '../../core/context.ts';
import { notImported } from '../imports/import-result.ts';
import { plainHeading, type TableRow } from '../imports/table.ts';
import { phoneToText } from '../imports/phone-cell.ts';
import { phoneIn } from '../imports/phone-in-words.ts';
import { dateIn, saysNo, saysSince, timeIn, wallOfInstant } from '../imports/wall-words.ts';
import type { Stored } from './service-catalog.ts';
import type { ImportDeps } from './import-steps.ts';
import type { Entry } from './entry.ts';
import type { Source } from './import-entry.ts';
import type { Slices } from '../../core/slices.ts';

/** What programs write next to an appointment that does not take place, folded. */
const CANCELED =
  /(?<!(?:not|nicht|non|no|niet|nie)\s)(?:cancell?ed|storniert|abgesagt|annule|annullat|anulad|cancelad|anulowan|odwolan|geannuleerd|afgezegd|disdett|declined)|no[ -]?show|nicht erschienen|did not attend|^(?:dna|absent|absente)$/;
const LONGEST_ZONE = 80;
/** Tables do not describe any time zones. */
const ZONES = new Zones();
/** The same meaning, but only where nothing else is written there. */
const OFF =
  /^(?:storno|gecancelt|gecanceld|cancellat[oa]|rejected|deleted|removed|expired|entfallt|fallt aus|ausgefallen|geloscht|abgelehnt|ruckgangig gemacht|iptal(?: edildi)?|zruseno|aflyst|avbokad|torolve)$/;
/** The names that people use for the time zone of a wall clock. */
const SPOKEN_ZONES: Readonly<Record<string, string>> = {
  mez: 'Europe/Berlin',
  mesz: 'Europe/Berlin',
  cet: 'Europe/Berlin',
  cest: 'Europe/Berlin',
  bst: 'Europe/London',
  'eastern time': 'America/New_York',
  'central time': 'America/Chicago',
  'mountain time': 'America/Denver',
  'pacific time': 'America/Los_Angeles',
};
/** What looks like a telephone number, for nameIn. */
const NUMBER = /(?:\+|00|0)\d[\d ()./-]{4,18}\d/g;

type Field = AppointmentField;

/** What is used where the file does not say. */
export interface ImportDefaults {
  readonly serviceId: string | null;
  /** Null for whoever is free. */
  readonly resourceId: string | null;
}

export const SOURCE_OF_TABLES: Source = { name: 'table', isFollowed: false, isTable: true };
/** The customer, the service and the resources that an entry names. */
type Understood = Pick<Entry, 'number' | 'name' | 'note' | 'service' | 'resources' | 'named'>;

/** Makes entries from table rows and calendar entries: who comes, for which service, with whom and when. */
export class EntryReader {
  readonly #context: DeskContext;
  readonly #deps: Pick<ImportDeps, 'catalogue'>;
  readonly #slices: Slices;

  constructor(context: DeskContext, deps: Pick<ImportDeps, 'catalogue'>, slices: Slices) {
    this.#context = context;
    this.#deps = deps;
    this.#slices = slices;
  }

  /** Many entries name the same customer and service, so a repeated entry is only parsed once. */
  async entriesFrom(
    entries: readonly CalendarEntry[],
    defaults: ImportDefaults,
  ): Promise<readonly (Entry | ImportRowDto)[]> {
    const known = new Map<string, Result<Understood>>();
    let line = 0;
    return this.#slices.reckon(entries, (entry) => {
      const { uid, occurrence, date, time, minutes, summary, details, isCancelled } = entry;
      const said = `${summary}\0${details}`;
      const asRead = known.get(said) ?? this.#understood(entry, defaults);
      known.set(said, asRead);
      const understood = asRead.ok || !isCancelled ? asRead : this.#ofNobody(summary, asRead);
      line += 1;
      return understood.ok
        ? { ...understood.value, line, uid, occurrence, date, time, minutes, isCancelled }
        : notImported(line, `${date} ${time} ${summary}`.trim(), understood.error);
    });
  }

  /** A cancellation need not repeat who comes for which service (RFC 5546 §3.2.5): its UID is enough. */
  #ofNobody(summary: string, otherwise: Result<Understood>): Result<Understood> {
    const [service] = this.#deps.catalogue.services.values();
    if (service === undefined) return otherwise;
    return ok({
      number: null,
      name: summary,
      note: '',
      service,
      resources: [],
      named: { service: null, resource: null },
    });
  }

  ofRow({ line, values }: TableRow<Field>, defaults: ImportDefaults, monthFirst: boolean): Entry | ImportRowDto {
    const { date = '', time = '', service = '', resource = '', note = '', zone = '' } = values;
    const what = [date, time, values.name ?? values.number ?? ''].filter((each) => each !== '').join(' ');
    // For a booking page that writes in UTC or with an offset, this is the same moment on the shop's wall clock.
    const moment = wallOfInstant(time || date, this.#context.calendar.zone);
    const day = moment?.date ?? dateIn(date === '' ? time : date, monthFirst);
    // Day and time may share one column.
    const at = moment?.time ?? timeIn(time) ?? (time === '' ? timeIn(date) : null);
    if (day === null || at === null) return notImported(line, what, refusal('bad-input.unread-time'));
    const there =
      saysNo(zone) || zone === '' || moment !== null ? { date: day, time: at } : this.#onOwnWall(day, at, zone);
    if (there === null) return notImported(line, what, refusal('bad-input.unknown-zone', { zone }));
    // A value without a digit, such as `-` or `none`, is no number at all.
    const number = /\d/.test(values.number ?? '') ? (values.number ?? '') : '';
    const text = number === '' ? null : phoneToText(number, this.#context.country());
    if (number !== '' && text === null) return notImported(line, what, refusal('bad-number.in-file', { number }));
    const { phone, name } = this.#whoIn(values.name ?? '', note, text);
    if (name === '' && phone === null) return notImported(line, what, refusal('nobody.in-row'));
    const kept = this.#serviceOf(service, defaults);
    if (!kept.ok) return notImported(line, what, kept.error);
    const resources = this.#resourcesOf(resource, defaults);
    if (!resources.ok) return notImported(line, what, resources.error);
    return {
      line,
      // A table has no UIDs, so the same customer, time, service and resource make the same entry, even when it is read again.
      uid: [
        SOURCE_OF_TABLES.name,
        phone ?? '',
        fold(name),
        `${there.date}T${there.time}`,
        kept.value.row,
        resource === '' ? '' : (resources.value[0]?.row ?? ''),
      ].join(':'),
      occurrence: null,
      date: there.date,
      time: there.time,
      minutes: null,
      number: phone,
      name: name.slice(0, LONGEST_APPOINTMENT_NAME),
      note: note.slice(0, LONGEST_APPOINTMENT_NOTE),
      service: kept.value,
      resources: resources.value,
      named: { service: kept.value.row, resource: resources.value[0]?.row ?? null },
      isCancelled:
        CANCELED.test(fold(values.status ?? '')) ||
        OFF.test(plainHeading(values.status ?? '')) ||
        saysSince(values.canceled ?? '') ||
        CANCELED.test(fold(values.canceled ?? '')),
    };
  }

  /** If no column holds a number, it may be among the words, as in a calendar. */
  #whoIn(name: string, note: string, phone: string | null): { readonly phone: string | null; readonly name: string } {
    if (phone !== null) return { phone, name };
    const found = phoneIn(name, note, this.#context.country());
    if (found === 'several' || found.number === null) return { phone: null, name };
    return { phone: found.number, name: nameIn(name, []) };
  }

  /** Converts a wall time of another zone to the shop's wall clock; null if the zone is unknown. */
  #onOwnWall(date: string, time: string, zone: string): { readonly date: string; readonly time: string } | null {
    // Zones may read `(GMT+01:00) Berlin`, `Europe/Berlin (CET)` or `Eastern Time - US & Canada`.
    const [, offset = ''] = /^\(((?:GMT|UTC)[+-]\d{1,2}:?\d{2})\)/.exec(zone) ?? [];
    const plain = zone.slice(0, LONGEST_ZONE).replace(/\(.*$/, '').trim();
    const spoken = SPOKEN_ZONES[fold(plain).replace(/ - .*$/, '')];
    const from = ZONES.named(offset || (spoken ?? plain));
    if (from === null) return null;
    const wall = new Date(
      ianaZone(this.#context.calendar.zone).wallOf(from.instantOf(Date.parse(`${date}T${time}Z`))),
    ).toJSON();
    return { date: wall.slice(0, 10), time: wall.slice(11, 16) };
  }

  /** The customer, the service and the resources, as far as an entry names them. */
  #understood({ summary, details }: CalendarEntry, defaults: ImportDefaults): Result<Understood> {
    const { catalogue } = this.#deps;
    const all = `${summary}\n${details}`;
    const phone = phoneIn(summary, details, this.#context.country());
    if (phone === 'several') return refuse('bad-number.several');
    const named = longestIn(all, [...catalogue.services.values()]);
    const service = named ?? catalogue.services.get(rowOf('service', defaults.serviceId ?? '') ?? 0) ?? null;
    if (service === null) return refuse('not-found.no-service-in-entry');
    const who = longestIn(all, [...catalogue.resources.values()]);
    const resource = who ?? catalogue.resources.get(rowOf('resource', defaults.resourceId ?? '') ?? 0) ?? null;
    return ok({
      number: phone.number,
      name: nameIn(summary, [service.value.name, resource?.value.name ?? '']),
      note: details.slice(0, LONGEST_APPOINTMENT_NOTE),
      service,
      resources: resource === null ? [] : [resource],
      named: { service: named?.row ?? null, resource: who?.row ?? null },
    });
  }

  #serviceOf(input: string, { serviceId }: ImportDefaults): Result<Stored<Service>> {
    const all = [...this.#deps.catalogue.services.values()].filter(({ removed }) => !removed);
    const named = all.find(({ value }) => fold(value.name) === fold(input));
    if (named !== undefined) return ok(named);
    const chosen = all.find(({ row }) => idOf('service', row) === serviceId);
    if (chosen !== undefined && input === '') return ok(chosen);
    return input === '' ? refuse('not-found.no-service-in-row') : refuse('not-found.service-called', { name: input });
  }

  #resourcesOf(input: string, { resourceId }: ImportDefaults): Result<readonly Stored<Resource>[]> {
    const all = [...this.#deps.catalogue.resources.values()].filter(({ removed }) => !removed);
    if (input === '') return ok(all.filter(({ row }) => idOf('resource', row) === resourceId));
    const named = all.find(({ value }) => fold(value.name) === fold(input));
    return named === undefined ? refuse('not-found.nobody-called', { name: input }) : ok([named]);
  }
}

/** Of those named in a text, the one with the longest name. */
function longestIn<T extends { readonly name: string }>(text: string, all: readonly Stored<T>[]): Stored<T> | null {
  const folded = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const found = all.filter(
    ({ removed, value }) =>
      !removed &&
      folded.includes(
        ` ${fold(value.name)
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim()} `,
      ),
  );
  return found.toSorted((a, b) => b.value.name.length - a.value.name.length)[0] ?? null;
}

/** What is left of a heading without the number and the words for the service and the resources. */
function nameIn(summary: string, known: readonly string[]): string {
  let rest = summary.replaceAll(NUMBER, ' ');
  for (const words of known) {
    const at = words === '' ? -1 : rest.toLowerCase().indexOf(words.toLowerCase());
    if (at >= 0) rest = `${rest.slice(0, at)} ${rest.slice(at + words.length)}`;
  }
  const name = rest
    .replace(/^[\s:,;|/()–—-]+|[\s:,;|/()–—-]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return (name === '' ? summary : name).slice(0, LONGEST_APPOINTMENT_NAME).toWellFormed();
}
