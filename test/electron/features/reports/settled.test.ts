import { expect, test } from 'vitest';
import { Reports } from '../../../../electron/features/reports/reports.ts';
import { toCsv } from '../../../../electron/shared/csv.ts';
import { deskLine } from '../../../support/desk-line.ts';

const MINUTE = 60_000;

test('a STOP is answered by itself: nobody has to look at it', async () => {
  const shop = await deskLine();
  await shop.start();
  shop.network.sendText('+491712223344', shop.sim.msisdn, 'STOP');
  await shop.clock.advance(MINUTE);
  shop.network.sendText('+491712223345', shop.sim.msisdn, 'When do you open?');
  await shop.clock.advance(MINUTE);
  const day = new Date(shop.clock.now()).toISOString().slice(0, 10);
  const view = new Reports(shop.context).read({ name: 'answers', from: day, to: day });
  const figures = Object.fromEntries((view.ok ? view.value.figures : []).map(({ key, value }) => [key, value]));
  expect(figures).toMatchObject({ talks: 2, 'answered-by-itself': 0.5, unanswered: 0.5 });
  await shop.line().stop();
  shop.store.close();
});

test('a number below nought stays a number in a table, a formula does not', () => {
  expect(toCsv([['-25', '-25.5', '=1+1', '-1+1']])).toContain("-25,-25.5,'=1+1,'-1+1");
});
