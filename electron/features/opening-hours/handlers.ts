import type { SpecialDays } from './special-days.ts';
import { ok } from '../../shared/result.ts';
import type { Handlers } from '../../shared/contract.ts';
import type { openingHoursContract } from './contract.ts';

interface Services {
  readonly specialDays: SpecialDays;
}

export function openingHoursHandlers({ specialDays }: Services): Handlers<typeof openingHoursContract> {
  return {
    'days.read': ({ text, columns }) => specialDays.read(text, columns ?? null),
    'days.add': ({ days }) => {
      const added = specialDays.add(days);
      return added.ok ? ok({ ids: added.value }) : added;
    },
    'days.change': ({ id, day }) => specialDays.change(id, day),
    'days.remove': ({ ids }) => specialDays.remove(ids),
  };
}
