import { MOST_FOUND_DAYS } from '../../shared/import-words.ts';
import type { FoundDaysDto, SpecialDayDto } from './contract.ts';
import type { SpecialDay } from '../../shared/hours.ts';
import { idOf, rowOf } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { SpecialDayRow } from './repository.ts';
import type { DeskContext } from '../../core/context.ts';
import { isMonthFirstCountry } from '../imports/wall-words.ts';
import type { HolidayRequest } from './holiday-table.ts';
import { tryToRead } from '../imports/try-to-read.ts';

/** Nobody could keep track of more, and all of them are sent with the window's state. */
const MOST = 1_000;

type KnownDay = SpecialDay & { readonly uid: string | null };

/** The shop's special days: holidays and days with other hours. */
export class SpecialDays {
  readonly #context: Pick<DeskContext, 'store' | 'clock' | 'country' | 'parse' | 'logger'> & {
    /** The shop's IANA time zone. */
    readonly zone: string;
  };
  readonly #onChange: () => void;
  /** Kept because every message that leaves needs it. */
  #rows: readonly SpecialDayRow[] | null = null;

  constructor(
    context: Pick<DeskContext, 'store' | 'clock' | 'country' | 'parse' | 'logger'> & {
      /** The shop's IANA time zone. */
      readonly zone: string;
    },
    onChange: () => void,
  ) {
    this.#context = context;
    this.#onChange = onChange;
  }

  get rows(): readonly SpecialDayRow[] {
    this.#rows ??= this.#context.store.specialDays.all();
    return this.#rows;
  }

  get views(): readonly SpecialDayDto[] {
    return this.rows.map(toDto);
  }

  /**
   * What a calendar or a table would add.
   * @param columns what a person says that each column of a table holds
   */
  async read(text: string, columns: HolidayRequest['columns']): Promise<Result<FoundDaysDto>> {
    const today = new Date(this.#context.clock.now()).toJSON().slice(0, 10);
    const isMonthFirst = isMonthFirstCountry(this.#context.country());
    const { zone, parse, logger } = this.#context;
    const read = await tryToRead(
      parse('days', text, { since: today, zone, columns, isMonthFirst }),
      logger,
      'too-large.days-file',
    );
    if (!read.ok) return read;
    const found = read.value;
    // A letter also reads as a table of one column.
    if (found === null || (!found.isDated && found.columns.length < 2)) return refuse('bad-input.calendar-or-table');
    const { days, skipped, unread, isDated } = found;
    if (!isDated) return refuse('no-table.days', { columns: found.columns });
    if (days.length > MOST_FOUND_DAYS) return refuse('too-large.days', { most: MOST_FOUND_DAYS });
    if (days.length === 0 && skipped > 0) return refuse('no-days.times-only');
    if (days.length === 0 && unread.length > 0)
      return refuse('no-days.unread', { count: unread.length, first: unread[0] ?? '' });
    if (days.length === 0) return refuse('no-days');
    const known = this.#known();
    return ok({
      skipped,
      unread,
      columns: found.columns,
      days: days.map((day) => ({ ...day, isKnown: known.of(day) !== undefined })),
    });
  }

  /** Adds all days. A day that came from the same calendar entry is overwritten. Returns the ids of the new ones. */
  add(days: readonly (SpecialDay & { readonly uid: string | null })[]): Result<readonly string[]> {
    const { store } = this.#context;
    if (this.rows.length + days.length > MOST) return refuse('bad-input.most-days', { most: MOST });
    const known = this.#known();
    const ids = store.transaction(() =>
      days.flatMap((day) => {
        const before = known.of(day);
        if (before === undefined) {
          const id = store.specialDays.insert(day);
          known.add({ ...day, id });
          return [id];
        }
        store.specialDays.update({ ...day, id: before.id });
        return [];
      }),
    );
    this.#changed();
    return ok(ids.map((id) => idOf('day', id)));
  }

  /** Finds the day from the same calendar entry, or with the same dates and name. */
  #known(): { of(day: KnownDay): SpecialDayRow | undefined; add(row: SpecialDayRow): void } {
    const byUid = new Map<string, SpecialDayRow>();
    const bySight = new Map<string, SpecialDayRow>();
    const sightOf = ({ name, from, to }: KnownDay): string => `${from} ${to} ${name}`;
    const add = (row: SpecialDayRow): void => {
      if (row.uid !== null) byUid.set(row.uid, row);
      bySight.set(sightOf(row), row);
    };
    for (const row of this.rows) add(row);
    return { add, of: (day) => (day.uid === null ? bySight.get(sightOf(day)) : byUid.get(day.uid)) };
  }

  change(id: string, day: SpecialDay): Result<SpecialDayDto> {
    const row = rowOf('day', id);
    const before = row === null ? undefined : this.rows.find((each) => each.id === row);
    if (before === undefined) return refuse('not-found.day');
    const changed = { ...day, id: before.id, uid: before.uid };
    this.#context.store.specialDays.update(changed);
    this.#changed();
    return ok(toDto(changed));
  }

  remove(ids: readonly string[]): Result<readonly SpecialDayDto[]> {
    const rows = new Set(ids.map((id) => rowOf('day', id)));
    const gone = this.rows.filter(({ id }) => rows.has(id));
    this.#context.store.specialDays.remove(gone.map(({ id }) => id));
    this.#changed();
    return ok(gone.map(toDto));
  }

  #changed(): void {
    this.#rows = null;
    this.#onChange();
  }
}

function toDto({ id, ...day }: SpecialDayRow): SpecialDayDto {
  return { ...day, id: idOf('day', id) };
}
