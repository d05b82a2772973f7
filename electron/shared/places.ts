import { idOf, numberOf, type IdKind } from './ids.ts';
import { REPORT_NAMES, type ReportName } from './report-words.ts';
import { SETTINGS_SECTIONS, type SettingsSection } from './setting.ts';

/** What is shown beside the sidebar. Each place has a path, so that one can go back to it, reload it and link to it. */
export type Place =
  | { readonly at: 'inbox'; readonly conversationId: string | null }
  /** @property date the day that is shown, or a day of the week that is shown; null means today */
  | { readonly at: 'calendar'; readonly date: string | null }
  | { readonly at: 'orders' }
  | { readonly at: 'customers'; readonly groupId: string | null }
  /** @property id the one that is shown in detail; null means all of them */
  | { readonly at: 'group-texts'; readonly id: string | null }
  /** @property name null means the one that was shown last */
  | { readonly at: 'reports'; readonly name: ReportName | null }
  | { readonly at: 'line'; readonly id: string }
  /** @property page null means the first one */
  | { readonly at: 'help'; readonly page: string | null }
  /**
   * @property section null means the first one
   * @property setting the name of the one that has the keyboard once its section is there; null means none
   */
  | { readonly at: 'settings'; readonly section: SettingsSection | null; readonly setting: string | null };

/** The path of a place and of what is shown in it: `/conversations/12`, `/calendar/2026-11-28`. */
const PLACE =
  /^\/(conversations|calendar|orders|customers|groups|group-texts|reports|lines|settings|help)(?:\/([\w-]{1,40}))?$/;
/** A setting in its section: `/settings/hours/textingHours`. */
const SETTING = /^\/settings\/([a-z]{1,40})\/([a-zA-Z]{1,40})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the window is served under this path; the window itself knows which place it is. */
export function isPlacePath(path: string): boolean {
  return PLACE.test(path) || SETTING.test(path);
}

export function pathOf(place: Place): string {
  switch (place.at) {
    case 'inbox':
      return place.conversationId === null ? '/' : `/conversations/${numberOf(place.conversationId)}`;
    case 'calendar':
      return place.date === null ? '/calendar' : `/calendar/${place.date}`;
    case 'orders':
      return '/orders';
    case 'customers':
      return place.groupId === null ? '/customers' : `/groups/${numberOf(place.groupId)}`;
    case 'group-texts':
      return place.id === null ? '/group-texts' : `/group-texts/${numberOf(place.id)}`;
    case 'reports':
      return place.name === null ? '/reports' : `/reports/${place.name}`;
    case 'line':
      return `/lines/${numberOf(place.id)}`;
    case 'help':
      return place.page === null ? '/help' : `/help/${place.page}`;
    case 'settings':
      return ['/settings', place.section, place.section === null ? null : place.setting]
        .filter((part) => part !== null)
        .join('/');
  }
}

/** The place behind a path; any path without a place leads to the inbox. */
export function placeOf(path: string): Place {
  const [, section = '', setting = null] = SETTING.exec(path) ?? [];
  if (setting !== null) return { at: 'settings', section: sectionFrom(section), setting };
  const [, where, what = ''] = PLACE.exec(path) ?? [];
  switch (where) {
    case 'conversations':
      return { at: 'inbox', conversationId: idFrom('conversation', what) };
    case 'calendar':
      return { at: 'calendar', date: isDay(what) ? what : null };
    case 'orders':
      return { at: 'orders' };
    case 'customers':
      return { at: 'customers', groupId: null };
    case 'groups':
      return { at: 'customers', groupId: idFrom('group', what) };
    case 'group-texts':
      return { at: 'group-texts', id: idFrom('campaign', what) };
    case 'reports':
      return { at: 'reports', name: REPORT_NAMES.find((name) => name === what) ?? null };
    case 'lines': {
      const id = idFrom('line', what);
      return id === null ? INBOX : { at: 'line', id };
    }
    case 'help':
      return { at: 'help', page: what === '' ? null : what };
    case 'settings':
      return { at: 'settings', section: sectionFrom(what), setting: null };
    default:
      return INBOX;
  }
}

const INBOX: Place = { at: 'inbox', conversationId: null };

function idFrom(kind: IdKind, digits: string): string | null {
  return /^[1-9]\d{0,14}$/.test(digits) ? idOf(kind, Number(digits)) : null;
}

function sectionFrom(text: string): SettingsSection | null {
  return SETTINGS_SECTIONS.find((section) => section === text) ?? null;
}

function isDay(text: string): boolean {
  const day = DAY.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
