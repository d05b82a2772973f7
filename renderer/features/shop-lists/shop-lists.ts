import type { SHOP_LISTS, TagDto } from '../../../electron/features/shop-lists/contract.ts';
import type { AppStore } from '../../frame/app-store.svelte.ts';
import { t } from '../../lib/text/format.ts';
import { offerUndoOfRemoving, offerUndoOfSaving } from '../settings/undoable.ts';

/** The hues of tags that are made go round the wheel, so that neighbours differ. */
const HUE_STEP = 67;
const FIRST_HUE = 28;

/** Somebody of the shop's people, or nobody. */
export interface PickedPerson {
  readonly id: string | null;
  readonly name: string | null;
}

/**
 * One of the shop's people, somebody new, or nobody.
 * @returns null: nothing was chosen
 */
export async function pickPerson(
  desk: AppStore,
  title: string,
  words: { readonly nobody: string; readonly hintOf?: (id: string) => string | null },
): Promise<PickedPerson | null> {
  const choices = (desk.app?.people ?? []).map(({ id, name }) => {
    const hint = words.hintOf?.(id) ?? null;
    return { id, label: name, ...(hint === null ? {} : { hint }) };
  });
  const picked = await desk.prompts.pick(title, [...choices, { id: '', label: words.nobody }], t.people.create);
  if (picked === null) return null;
  if ('create' in picked) return desk.ask('people.save', { id: null, name: picked.create });
  return picked.id === '' ? { id: null, name: null } : { id: picked.id, name: desk.personName(picked.id) };
}

/** Who is there now. */
export async function chooseAtCounter(desk: AppStore): Promise<void> {
  const picked = await pickPerson(desk, t.people.choose, { nobody: t.people.nobody });
  if (picked !== null) await desk.ask('people.setAtCounter', { id: picked.id });
}

/** One of the shop's tags, or a new one; null: none was chosen. @param has whether what is tagged has it already */
export async function pickTag(desk: AppStore, has: (id: string) => boolean): Promise<TagDto | null> {
  const tags = desk.app?.tags ?? [];
  const choices = tags.map(({ id, name, hue }) => ({ id, label: name, hue, checked: has(id) }));
  const picked = await desk.prompts.pick(t.tags.pick, choices, t.tags.create);
  if (picked === null) return null;
  if ('create' in picked) {
    return desk.ask('tags.save', { id: null, name: picked.create, hue: nextHue(tags.length) });
  }
  return tags.find(({ id }) => id === picked.id) ?? null;
}

/** The hue of the next tag: each new one in another color. */
export function nextHue(tags: number): number {
  return (tags * HUE_STEP + FIRST_HUE) % 360;
}

/** Offers to undo that an entry of one of the shop's lists was added, or changed. @param before undefined: it was added */
export function savedEntry<E>(
  desk: AppStore,
  list: (typeof SHOP_LISTS)[number],
  id: string,
  before: E | undefined,
  putBack: (before: E) => Promise<unknown>,
): void {
  offerUndoOfSaving(desk, before, putBack, () => desk.ask('lists.setRemoved', { list, id, removed: true }));
}

/** Removes an entry of one of the shop's lists, and offers to bring it back. False: it is still there. */
export async function removeEntry(
  desk: AppStore,
  list: (typeof SHOP_LISTS)[number],
  id: string,
  name: string,
): Promise<boolean> {
  if ((await desk.ask('lists.setRemoved', { list, id, removed: true })) === null) return false;
  offerUndoOfRemoving(desk, name, () => desk.ask('lists.setRemoved', { list, id, removed: false }));
  return true;
}
