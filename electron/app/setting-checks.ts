import { refuseAddress } from '../features/automation/drafts/model-writer.ts';
import type { SettingName, Settings } from '../features/settings/table.ts';
import { modelAddress } from '../shared/language-model.ts';
import { isSupportedCountry } from '../shared/phone.ts';
import { ok, refuse, type Result } from '../shared/result.ts';
import type { Desk } from './desk.ts';

type Check<V> = (value: V, desk: Desk) => Result<V> | Promise<Result<V>>;

/** What a schema alone cannot tell: whether it can be used here and now, and in which spelling it is kept. */
const CHECKS: { readonly [K in SettingName]?: Check<Settings[K]> } = {
  country: (country) => (country === '' || isSupportedCountry(country) ? ok(country) : refuse('bad-input.country')),
  async backupFolder(folder, { backups }) {
    const usable = await backups.checkFolder(folder);
    return usable.ok ? ok(folder) : usable;
  },
  modelAddress: (address) => (address === '' || modelAddress(address) !== null ? ok(address) : refuseAddress()),
  ownerPhone(phone, { messages }) {
    if (phone === '') return ok('');
    const { number } = messages.checkNumber(phone);
    return number === null ? refuse('bad-number.owner') : ok(number);
  },
};

/** As they are to be kept: all of them, or none. */
export async function checkedSettings(changes: Partial<Settings>, desk: Desk): Promise<Result<Partial<Settings>>> {
  const checked: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(changes)) {
    const check = CHECKS[name as SettingName] as Check<unknown> | undefined;
    const result = check === undefined ? ok(value) : await check(value, desk);
    if (!result.ok) return result;
    checked[name] = result.value;
  }
  return ok(checked as Partial<Settings>);
}
