import type { GroupTextOrder } from '../../electron/shared/group-texts.ts';
import type { GroupTextDto } from '../../electron/features/campaigns/contract.ts';
import { contactShop, taken } from './contact-shop.ts';
import { FakeClock } from './fake-clock.ts';

const MINUTE = 60_000;
/** A Wednesday, ten in the morning. */
export const GROUP_START = Date.UTC(2026, 10, 25, 10);

const USUAL_CAPS = { minute: 60, hour: 1_000, day: 10_000 };

/** A desk that texts many at once. */
export async function groupShop({
  started = true,
  ...options
}: NonNullable<Parameters<typeof contactShop>[0]> & { started?: boolean } = {}) {
  const shop = await contactShop({ clock: new FakeClock(GROUP_START - 3_000), caps: USUAL_CAPS, ...options });
  if (started) await shop.start();
  else await shop.clock.advance(3_000);
  const { groupTexts } = shop;
  const order = (text: string, more: Partial<GroupTextOrder> = {}): GroupTextOrder => ({
    groupId: null,
    contactIds: [],
    text,
    purpose: 'service',
    withStop: false,
    startsAt: null,
    spreadMinutes: 0,
    ...more,
  });
  let keys = 0;
  /** As somebody does who has looked at it and typed how many it goes to. */
  const begin = async (input: GroupTextOrder, key = `key-${keys++}-00000`): Promise<GroupTextDto> => {
    const { receivers } = taken(await groupTexts.preview(input));
    return taken(await groupTexts.send(input, key, receivers));
  };
  /** Time goes by, and the alarm rings in between as it would. */
  const pass = async (ms: number, stepMs = MINUTE): Promise<void> => {
    const end = shop.clock.now() + ms;
    while (shop.clock.now() < end) {
      await shop.clock.advance(Math.min(stepMs, end - shop.clock.now()));
      await shop.wake();
    }
  };
  /** So many customers, their numbers in order. */
  const addMany = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, i) => `${shop.add(`Kim ${i}`, numberOf(i)).id}`);
  const now = (id: string): GroupTextDto => taken(groupTexts.page(id, null, 1)).groupText;
  return { ...shop, order, begin, pass, addMany, now };
}

export const numberOf = (i: number): string => `+49171${2_000_000 + i}`;
