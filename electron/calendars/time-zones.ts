import { Temporal } from 'temporal-polyfill';
import { findIana } from 'windows-iana';
import { textOf, valueOf, type Component } from './content-lines.ts';
import { occurrencesBetween, parseRule } from './recurrence-rule.ts';
import { DAY_MS, whenOf, type WallMs } from './wall-time.ts';

/** A zone's wall clock. Instants are UTC epoch milliseconds. */
export interface Zone {
  /**
   * A time that the clock skips is moved later by the length of the gap; for one that occurs twice the first is meant (RFC 5545
   * §3.3.5).
   */
  readonly instantOf: (wall: WallMs) => number;
  readonly wallOf: (instant: number) => WallMs;
}

/** The zones that a calendar names. */
export class Zones {
  /** The calendar's own descriptions, by TZID. */
  readonly #described: ReadonlyMap<string, Component>;
  readonly #others: Zones | null;
  readonly #known = new Map<string, Zone | null>();

  /** @param others where names are looked up that this calendar does not describe */
  constructor(described: Iterable<Component> = [], others: Zones | null = null) {
    this.#described = new Map([...described].map((zone) => [plainName(valueOf(zone, 'TZID')), zone] as const));
    this.#others = others;
  }

  /**
   * Finds a zone by the name in a file: an IANA name, a Windows name (CLDR's table), or one that the file describes.
   * @returns null: the name is unknown
   */
  named(tzid: string): Zone | null {
    let zone = this.#known.get(tzid);
    if (zone === undefined) this.#known.set(tzid, (zone = this.#find(plainName(tzid))));
    return zone;
  }

  #descriptionOf(tzid: string): Component | undefined {
    return this.#described.get(tzid) ?? (this.#others === null ? undefined : this.#others.#described.get(tzid));
  }

  #find(tzid: string): Zone | null {
    const known = knownZone(tzid);
    // For BST or IST the file's description counts: they may be British and Irish, or of Bangladesh and India.
    if (known !== null && !isShort(tzid)) return known;
    const described = this.#descriptionOf(tzid);
    const observances = described === undefined ? [] : observancesOf(described);
    if (observances.length > 0) return zoneOf(describedOffset(observances));
    // Without a description it is unknown which country is meant.
    if (known !== null && !isAmbiguous(tzid)) return known;
    const last = /[^/]+\/[^/]+$/.exec(tzid)?.[0] ?? '';
    const ending = last === tzid ? null : knownZone(last);
    if (ending !== null) return ending;
    const fixed = fixedOffset(tzid);
    return fixed === null ? null : zoneOf(() => fixed);
  }
}

/** Some programs write the name as text, with its commas escaped, and as a parameter without (RFC 5545 §3.2.19, §3.8.3.1). */
const plainName = (tzid: string): string => textOf(tzid).trim();

/** A name of one word is an abbreviation, or a region with one zone (`Japan`); UTC is the same everywhere. */
function isShort(tzid: string): boolean {
  return /^[A-Za-z]{2,5}$/.test(tzid) && !/^UTC$/i.test(tzid);
}

/** Three-letter names that mean several zones; the one that the tables know is seldom meant. */
const isAmbiguous = (tzid: string): boolean =>
  /^(?:ACT|AET|AGT|ART|AST|BET|BST|CAT|CNT|CST|CTT|EAT|ECT|IET|IST|MIT|NET|NST|PLT|PNT|PRT|PST|SST|VST)$/i.test(tzid);

/** Files name few zones, often the same ones, and looking one up is expensive. */
const MOST_KNOWN = 500;
const zonesByName = new Map<string, Zone | null>();

/** `Europe/Berlin`, `/Europe/Berlin`, `W. Europe Standard Time`; null: neither the IANA nor Windows has it. */
function knownZone(tzid: string): Zone | null {
  let zone = zonesByName.get(tzid);
  if (zone === undefined) {
    const name = ianaNameOf(tzid);
    zone = name === null ? null : zoneOf(ianaOffset(name));
    if (zonesByName.size >= MOST_KNOWN) zonesByName.clear();
    zonesByName.set(tzid, zone);
  }
  return zone;
}

function ianaNameOf(tzid: string): string | null {
  const name = tzid.trim().replace(/^\/+/, '');
  if (name === '') return null;
  for (const each of [name, ...findIana(name)]) {
    // An offset is not a place.
    if (/^[+-]/.test(each)) continue;
    try {
      return new Intl.DateTimeFormat('en', { timeZone: each }).resolvedOptions().timeZone;
    } catch {
      // It is a Windows name, or an unknown one.
    }
  }
  return null;
}

/** `GMT+2`, `UTC+02:00`, `+0200`, in milliseconds. */
function fixedOffset(tzid: string): number | null {
  const found = /^\/?(?:UTC|GMT)?\s*([+-])(\d{1,2}):?(\d{2})?$/i.exec(tzid.trim());
  if (found === null) return null;
  return Number(`${found[1]}1`) * (Number(found[2]) * 60 + Number(found[3] ?? 0)) * 60_000;
}

/** A zone's offset from UTC at an instant, in milliseconds. */
type OffsetAt = (instant: number) => number;

function zoneOf(offsetAt: OffsetAt): Zone {
  return {
    wallOf: (instant) => instant + offsetAt(instant),
    instantOf(wall) {
      // Offsets change by less than a day, and not twice within two.
      const before = wall - offsetAt(wall - DAY_MS);
      const after = wall - offsetAt(wall + DAY_MS);
      return before === after || before + offsetAt(before) === wall || after + offsetAt(after) !== wall
        ? before
        : after;
    },
  };
}

/** The period between two changes of a zone's offset. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

/** The changes of two hundred years. */
const MOST_STRETCHES = 400;

/** Asking for the zone's rules is expensive; between two changes the offset stays the same. */
function ianaOffset(name: string): OffsetAt {
  const known: Stretch[] = [];
  return (instant) => {
    let stretch = known.find(({ from, until }) => instant >= from && instant < until);
    if (stretch === undefined) {
      const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(name);
      // The search for the change before finds only what lies before the instant itself.
      const before = there.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
      const next = there.getTimeZoneTransition('next');
      stretch = {
        from: before?.epochMilliseconds ?? -Infinity,
        until: next?.epochMilliseconds ?? Infinity,
        offset: there.offsetNanoseconds / 1e6,
      };
      if (known.length >= MOST_STRETCHES) known.length = 0;
      known.unshift(stretch);
    }
    return stretch.offset;
  };
}

/** STANDARD or DAYLIGHT of a VTIMEZONE (RFC 5545 §3.6.5). Its onsets are on the wall clock of before. */
interface Observance {
  readonly offsetFrom: number;
  readonly offsetTo: number;
  /** The onsets of a few years around, as instants, in order. */
  readonly onsetsAround: (instant: number) => readonly number[];
  readonly first: number;
}

function observancesOf(zone: Component): readonly Observance[] {
  return zone.components.flatMap((component) => {
    const offsetFrom = offsetIn(component, 'TZOFFSETFROM');
    const offsetTo = offsetIn(component, 'TZOFFSETTO');
    const start = whenOf(valueOf(component, 'DTSTART'), new Map());
    if (offsetTo === null || start === null) return [];
    const from = offsetFrom ?? offsetTo;
    const rule = parseRule(valueOf(component, 'RRULE'));
    const until = rule?.until ?? null;
    // Used also where it is not a UTC time: then it is on the wall clock (older files).
    const untilWall = until === null ? null : until.isUtc ? until.wall + from : until.wall;
    const others = component.lines
      .filter(({ name }) => name === 'RDATE')
      .flatMap(({ value, params }) => value.split(',').flatMap((each) => whenOf(each, params) ?? []))
      .map(({ wall, isUtc }) => (isUtc ? wall : wall - from));
    const first = start.wall - from;
    const years = new Map<number, readonly number[]>();
    const onsetsAround = (instant: number): readonly number[] => {
      const year = new Date(instant).getUTCFullYear();
      let onsets = years.get(year);
      if (onsets === undefined) {
        const span = { from: Date.UTC(year - 2, 0), to: Date.UTC(year + 1, 11, 31), until: untilWall };
        const ruled = rule === null ? [start.wall] : [...occurrencesBetween(rule, start.wall, span)];
        onsets = [...ruled.map((wall) => wall - from), ...others, first, ...lastOf(rule, start.wall, untilWall, from)]
          .filter((onset, i, all) => all.indexOf(onset) === i)
          .toSorted((a, b) => a - b);
        years.set(year, onsets);
      }
      return onsets;
    };
    return [{ offsetFrom: from, offsetTo, onsetsAround, first }];
  });
}

/** A rule that has ended still has an effect: its last onset remains valid. */
function lastOf(
  rule: ReturnType<typeof parseRule>,
  start: WallMs,
  until: WallMs | null,
  offsetFrom: number,
): readonly number[] {
  if (rule === null || until === null) return [];
  const last = [...occurrencesBetween(rule, start, { from: until - 400 * DAY_MS, to: until, until })].at(-1);
  return last === undefined ? [] : [last - offsetFrom];
}

function describedOffset(observances: readonly Observance[]): OffsetAt {
  return (instant) => {
    let [latest, offset] = [-Infinity, null as number | null];
    for (const { onsetsAround, offsetTo } of observances) {
      const onset = onsetsAround(instant).findLast((each) => each <= instant) ?? -Infinity;
      if (onset > latest) [latest, offset] = [onset, offsetTo];
    }
    if (offset !== null) return offset;
    // Before the first onset, the offset is the one from before it.
    const first = observances.toSorted((a, b) => a.first - b.first)[0] as Observance;
    return first.offsetFrom;
  };
}

/** `+0100`, `-043000`, in milliseconds. */
function offsetIn(component: Component, name: string): number | null {
  const found = /^([+-])(\d{2}):?(\d{2})(?::?(\d{2}))?$/.exec(valueOf(component, name).trim());
  if (found === null) return null;
  const seconds = (Number(found[2]) * 60 + Number(found[3])) * 60 + Number(found[4] ?? 0);
  return Number(`${found[1]}1`) * seconds * 1_000;
}

/** The wall clock of a zone by its IANA name. @throws RangeError where there is no such zone */
export function ianaZone(name: string): Zone {
  return zoneOf(ianaOffset(new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone));
}
