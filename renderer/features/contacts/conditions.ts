import type { AppState } from '../../../electron/app/shop-contract.ts';
import type { GroupCondition } from '../../../electron/shared/contacts.ts';

export const ABOUTS = [
  'visit',
  'visits',
  'consent',
  'tag',
  'field',
  'wrote',
  'birthday',
  'language',
  'added',
] as const satisfies readonly GroupCondition['about'][];

const HALF_A_YEAR = 6;

/** A condition of that kind to begin with. */
export function conditionAbout(about: GroupCondition['about'], app: AppState | null): GroupCondition {
  switch (about) {
    case 'visit':
    case 'wrote':
      return { about, within: false, months: HALF_A_YEAR };
    case 'added':
      return { about, within: true, months: HALF_A_YEAR };
    case 'visits':
      return { about, atLeast: 1 };
    case 'consent':
      return { about, purpose: 'offer', wants: true };
    case 'tag':
      return { about, tagId: app?.tags[0]?.id ?? '', has: true };
    case 'field':
      return { about, name: app?.contactFields[0]?.name ?? 'E-mail', test: 'filled', value: '' };
    case 'birthday':
      return { about, month: new Date().getMonth() + 1 };
    case 'language':
      return { about, language: 'en' };
  }
}
