import { expect, test } from 'vitest';
import { Draft, Sent } from '../../renderer/lib/draft.svelte.ts';

test('a field shows what the desk has until somebody writes in it', async () => {
  let kept = $state('My shop');
  const name = new Draft(() => kept);
  expect([name.value, name.isChanged]).toEqual(['My shop', false]);
  kept = 'Kessler';
  // To leave it now would not put back what stood there before.
  expect([name.value, name.isChanged]).toEqual(['Kessler', false]);

  name.value = 'Kessler & Son ';
  kept = 'Another window';
  expect([name.value, name.isChanged]).toEqual(['Kessler & Son ', true]);

  await name.settle(Promise.resolve(true));
  // The answer is there, the news is not: what was written stays, and nothing is left to save.
  expect([name.value, name.isChanged]).toEqual(['Kessler & Son ', false]);
  kept = 'Kessler & Son';
  expect([name.value, name.isChanged]).toEqual(['Kessler & Son', false]);
  kept = 'Another window';
  expect(name.value).toBe('Another window');

  name.value = 'Refused';
  const refused = name.settle(Promise.resolve(false));
  // Enter, and then the field is left: it is sent once.
  expect([name.value, name.isChanged]).toEqual(['Refused', false]);
  await refused;
  expect([name.value, name.isChanged]).toEqual(['Refused', true]);
  name.drop();
  expect(name.value).toBe('Another window');
});

test('what the desk keeps in other words is saved once', async () => {
  const price = new Draft(() => '0.05');
  price.value = '0,05';
  await price.settle(Promise.resolve(true));
  expect([price.value, price.isChanged]).toEqual(['0,05', false]);
});

test('what is edited on while the first is under way holds both', async () => {
  let kept = $state({ from: '09:00', to: '18:00' });
  const hours = new Sent(() => kept);
  let answer: (isTaken: boolean) => void = () => {};
  const first = hours.send({ ...hours.value, from: '10:00' }, new Promise((resolve) => (answer = resolve)));
  expect(hours.value).toEqual({ from: '10:00', to: '18:00' });
  let answerSecond: (isTaken: boolean) => void = () => {};
  const second = hours.send({ ...hours.value, to: '17:00' }, new Promise((resolve) => (answerSecond = resolve)));
  answer(true);
  await first;
  // News of the first alone takes nothing of the second back.
  kept = { from: '10:00', to: '18:00' };
  expect(hours.value).toEqual({ from: '10:00', to: '17:00' });
  answerSecond(true);
  await second;
  expect(hours.value).toEqual({ from: '10:00', to: '17:00' });
  kept = { from: '10:00', to: '17:00' };
  expect(hours.value).toEqual({ from: '10:00', to: '17:00' });
  // Undone: it is what it was before.
  kept = { from: '10:00', to: '18:00' };
  expect(hours.value).toEqual({ from: '10:00', to: '18:00' });
  await hours.send({ from: '11:00', to: '18:00' }, Promise.resolve(false));
  expect(hours.value).toEqual({ from: '10:00', to: '18:00' });
});
