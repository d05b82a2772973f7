import type { Lines } from './lines.ts';
import { ok, refuse } from '../../shared/result.ts';
import type { Handlers } from '../../shared/contract.ts';
import type { linesContract } from './contract.ts';

interface Services {
  readonly lines: Lines;
  readonly sample: { readonly isOn: boolean };
}

export function linesHandlers({ lines, sample }: Services): Handlers<typeof linesContract> {
  return {
    'lines.ports': async () => ok(await lines.ports()),
    'lines.checkNow': () => {
      lines.checkNow();
      return ok(lines.views);
    },
    'lines.connect': async ({ path, pin }) =>
      sample.isOn ? refuse('too-late.sample') : ok(await lines.connect(path, pin)),
    'lines.discover': async () => ok(await lines.discover()),
    'lines.setPin': ({ id, pin }) => lines.setPin(id, pin),
    'lines.remove': ({ id }) => lines.remove(id),
    'lines.startDemo': async () => ok(await lines.startDemo()),
    'lines.playCustomer': ({ number, text }) => lines.playCustomer(number, text),
    'lines.page': ({ id }) => lines.pages.page(id),
    'lines.log': ({ id }) => lines.pages.log(id),
    'lines.configure': ({ id, ...change }) => lines.pages.configure(id, change),
    'lines.askOperator': ({ id, code }) => lines.pages.askOperator(id, code),
    'lines.askBalance': ({ id }) => lines.pages.askBalance(id),
  };
}
