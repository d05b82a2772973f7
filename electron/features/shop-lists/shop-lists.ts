import { notFound } from '../../shared/not-found.ts';
import { SHOP_LISTS, type FilterDto, type PersonDto, type TagDto, type TemplateDto } from './contract.ts';
import { idOf, rowOf, type IdKind } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { FilterRow, PersonRow, TagRow, TemplateRow } from './repository.ts';
import type { DeskContext } from '../../core/context.ts';
import type { DeskSettings } from '../settings/desk-settings.ts';

export type ShopListName = (typeof SHOP_LISTS)[number];

const KINDS: Readonly<Record<ShopListName, IdKind>> = {
  tags: 'tag',
  people: 'person',
  templates: 'template',
  filters: 'filter',
};
/** More would be no list any more, and each is sent with the window's state. */
const MOST = 500;

type Rows = { tags: TagRow; people: PersonRow; templates: TemplateRow; filters: FilterRow };
type Views = { tags: TagDto; people: PersonDto; templates: TemplateDto; filters: FilterDto };

/** The shop's own lists: tags, people, templates, saved searches. */
export class ShopLists {
  readonly #context: DeskContext;
  readonly #settings: DeskSettings;
  /** Stood at the counter when they were removed: comes back there. */
  #removedAgent: number | null = null;

  constructor(context: DeskContext, settings: DeskSettings) {
    this.#context = context;
    this.#settings = settings;
  }

  all<L extends ShopListName>(list: L): readonly Views[L][] {
    return this.#context.store.lists[list].all().map((row) => toDto(list, row as Rows[L]));
  }

  /** Adds one, or changes the one with this id. A name is there once. */
  save<L extends ShopListName>(list: L, id: string | null, values: Omit<Rows[L], 'id'>): Result<Views[L]> {
    const repository = this.#context.store.lists[list] as unknown as {
      all(): readonly Rows[L][];
      byId(row: number): Rows[L] | null;
      byName(name: string): Rows[L] | null;
      insert(row: Omit<Rows[L], 'id'>): number;
      update(row: Rows[L]): void;
    };
    const row = id === null ? null : rowOf(KINDS[list], id);
    if (id !== null && (row === null || repository.byId(row) === null)) return notFound();
    const { name } = values as { name: string };
    const taken = repository.byName(name);
    if (taken !== null && taken.id !== row) return refuse('name-taken', { name });
    if (row === null && repository.all().length >= MOST) return refuse('bad-input.most', { most: MOST });
    const saved = { ...values, id: row ?? repository.insert(values) } as Rows[L];
    if (row !== null) repository.update(saved);
    this.#context.appChanged();
    return ok(toDto(list, saved));
  }

  /** Removed ones disappear from lists, but stay where they were used until they come back. */
  setRemoved(list: ShopListName, id: string, removed: boolean): Result<null> {
    const repository = this.#context.store.lists[list];
    const row = rowOf(KINDS[list], id);
    const found = row === null ? null : repository.byId(row);
    if (found === null) return notFound();
    if (!removed && repository.byName(found.name) !== null) return refuse('name-taken.again', { name: found.name });
    repository.setRemoved(found.id, removed);
    if (list === 'people') this.#followAtCounter(found.id, removed);
    this.#context.appChanged();
    return ok(null);
  }

  /** Who stands at the counter now; null: nobody says. */
  setAtCounter(id: string | null): Result<null> {
    const row = id === null ? null : rowOf('person', id);
    if ((id !== null && row === null) || !this.#settings.setAtCounter(row)) return refuse('not-found.colleague');
    this.#context.appChanged();
    return ok(null);
  }

  /** Who does not work here any more does not stand at the counter either. */
  #followAtCounter(person: number, removed: boolean): void {
    if (removed && this.#settings.currentAgent?.id === person) {
      this.#settings.setAtCounter(null);
      this.#removedAgent = person;
    } else if (!removed && this.#removedAgent === person && this.#settings.currentAgent === null) {
      this.#settings.setAtCounter(person);
    }
  }
}

function toDto<L extends ShopListName>(list: L, row: Rows[L]): Views[L] {
  return { ...row, id: idOf(KINDS[list], row.id) } as unknown as Views[L];
}
