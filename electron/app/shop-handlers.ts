import { checkedSettings } from './setting-checks.ts';
import type { Desk } from './desk.ts';
import type { SampleShopControl } from './options.ts';
import { supportReport } from './support-report.ts';
import type { Handlers } from '../shared/contract.ts';
import { ok, refuse, type Result } from '../shared/result.ts';
import { withoutUndefined } from '../shared/without-undefined.ts';
import type { AppState, shopContract } from './shop-contract.ts';

export function shopHandlers(desk: Desk, sample: SampleShopControl): Handlers<typeof shopContract> {
  const withState = (done: Result<null>): Result<AppState> => (done.ok ? ok(desk.state) : done);
  return {
    'app.state': () => {
      desk.onClientConnected();
      return ok(desk.state);
    },
    'app.counts': () => ok(desk.counts),
    'lists.setRemoved': ({ list, id, removed }) => withState(desk.lists.setRemoved(list, id, removed)),
    'people.setAtCounter': ({ id }) => withState(desk.lists.setAtCounter(id)),
    'sample.start': async () => {
      if (sample.isOn) return ok(null);
      // A customer who texts meanwhile would not be heard.
      if (desk.lines.usesModem) return refuse('too-late.modem');
      await sample.start();
      return ok(null);
    },
    'sample.end': async () => {
      if (sample.isOn) await sample.end();
      return ok(null);
    },
    'settings.set': async (changes) => {
      const checked = await checkedSettings(withoutUndefined(changes), desk);
      return checked.ok ? ok(desk.setSettings(checked.value)) : checked;
    },
    'support.report': () => ok({ text: supportReport({ ...desk.context, state: desk.state, lines: desk.lines }) }),
  };
}
