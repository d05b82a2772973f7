import { notFound } from '../../shared/not-found.ts';
import { setImmediate } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { contactGroup, type ContactGroup } from '../../shared/contacts.ts';
import { fold } from '../../shared/fold.ts';
import { idOf, rowOf } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { ContactGroupDto } from './contract.ts';
import type { ContactRow } from './repository.ts';
import type { DeskContext } from '../../core/context.ts';
import { belongs, type ContactFacts } from './group-conditions.ts';
import { fieldsOf } from './contact-aggregate.ts';

const MOST = 200;
/** So few at once that other work gets its turn in between. */
const AT_ONCE = 250;

/** Groups of customers are rules, so that nobody has to keep them up to date. */
export class Groups {
  readonly #context: DeskContext;

  constructor(context: DeskContext) {
    this.#context = context;
  }

  get views(): readonly ContactGroupDto[] {
    return this.#context.store.contactGroups
      .all()
      .filter(({ removed }) => removed === 0)
      .flatMap(({ id, name, body }) => {
        const read = contactGroup.safeParse({ ...(JSON.parse(body) as object), name });
        return read.success ? [{ id: idOf('group', id), ...read.data }] : [];
      });
  }

  save(id: string | null, input: ContactGroup): Result<ContactGroupDto> {
    const { contactGroups } = this.#context.store;
    const row = id === null ? null : rowOf('group', id);
    const all = this.views;
    if (id !== null && !all.some((each) => each.id === id)) return notFound();
    if (all.some((each) => each.id !== id && fold(each.name) === fold(input.name)))
      return refuse('name-taken', { name: input.name });
    if (row === null && all.length >= MOST) return refuse('bad-input.most', { most: MOST });
    const body = JSON.stringify({ match: input.match, conditions: input.conditions });
    const saved = row ?? contactGroups.insert(input.name, body);
    if (row !== null) contactGroups.update(row, input.name, body);
    this.#context.appChanged();
    return ok({ id: idOf('group', saved), ...input });
  }

  setRemoved(id: string, removed: boolean): Result<readonly ContactGroupDto[]> {
    const { contactGroups } = this.#context.store;
    const row = rowOf('group', id);
    const found = contactGroups.all().find((each) => each.id === row);
    if (found === undefined) return notFound();
    if (!removed && this.views.some(({ name }) => fold(name) === fold(found.name)))
      return refuse('name-taken.again', { name: found.name });
    contactGroups.setRemoved(found.id, removed);
    this.#context.appChanged();
    return ok(this.views);
  }

  /** The current members of a group, in the order they were added. Blocked customers belong to no group. */
  async members(group: Pick<ContactGroup, 'match' | 'conditions'>): Promise<readonly ContactRow[]> {
    const { store, clock, calendar } = this.#context;
    const now = clock.now();
    const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(calendar.zone);
    const instants = new Map<number, number>();
    const monthsAgo = (months: number): number => {
      const known = instants.get(months) ?? today.subtract({ months }).epochMilliseconds;
      instants.set(months, known);
      return known;
    };
    const found: ContactRow[] = [];
    for (let after = 0; ;) {
      const rows = store.contacts.after(after, AT_ONCE);
      for (const row of rows)
        if (row.blocked_at === null && belongs(group, this.#facts(row, now), monthsAgo)) found.push(row);
      const last = rows.at(-1);
      if (last === undefined) return found;
      after = last.id;
      await setImmediate();
    }
  }

  #facts(row: ContactRow, now: number): ContactFacts {
    const { store } = this.#context;
    return {
      get tagIds() {
        return store.contacts.allTags(row.id).map((tag) => idOf('tag', tag));
      },
      get fields() {
        return fieldsOf(row);
      },
      language: row.language,
      birthday: row.birthday,
      createdAt: row.created_at,
      get visits() {
        return store.contactFacts.visits(row.id, now).n;
      },
      get visitedAt() {
        return store.contactFacts.visits(row.id, now).last;
      },
      get wroteAt() {
        return store.contactFacts.lastHeard(row.id);
      },
      wants(purpose) {
        const [number] = store.contacts.numbers(row.id);
        return number !== undefined && !store.optOuts.has(number) && store.consent.wants(number, purpose);
      },
    };
  }
}
