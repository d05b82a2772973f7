import { refuseAddress } from '../features/automation/drafts/model-writer.ts';
import type { Desk } from './desk.ts';
import { supportReport } from './support-report.ts';
import type { Handlers } from '../shared/contract.ts';
import { modelAddress } from '../shared/language-model.ts';
import { ok, refuse, type Result } from '../shared/result.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import type { AppState, shopContract } from './shop-contract.ts';

export function shopHandlers(desk: Desk): Handlers<typeof shopContract> {
  const withState = (done: Result<null>): Result<AppState> => (done.ok ? ok(desk.state) : done);
  return {
    'app.state': () => {
      desk.onClientConnected();
      return ok(desk.state);
    },
    'app.counts': () => ok(desk.counts),
    'lists.setRemoved': ({ list, id, removed }) => withState(desk.lists.setRemoved(list, id, removed)),
    'people.setAtCounter': ({ id }) => withState(desk.lists.setAtCounter(id)),
    'preferences.set': async (changes) => {
      const { ownerPhone, modelAddress: address, backupFolder } = changes;
      if (backupFolder !== undefined) {
        const usable = await desk.backups.checkFolder(backupFolder);
        if (!usable.ok) return usable;
      }
      if (address !== undefined && address !== '' && modelAddress(address) === null) return refuseAddress();
      if (ownerPhone === undefined || ownerPhone === '') return ok(desk.setPreferences(withoutUndefined(changes)));
      const { number } = desk.messages.checkNumber(ownerPhone);
      if (number === null) return refuse('bad-number', 'The owner’s phone is no phone number. Check it.');
      return ok(desk.setPreferences({ ...withoutUndefined(changes), ownerPhone: number }));
    },
    'settings.set': (settings) => desk.setShop(settings),
    'support.report': () => ok({ text: supportReport({ ...desk.context, state: desk.state, lines: desk.lines }) }),
  };
}
