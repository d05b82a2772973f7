import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { fileBlackBox, KEPT_LINES } from '../../electron/at-trace.ts';
import { keyFromFile, secretBoxWith } from '../../electron/secrets.ts';
import { redactAtLine } from '../../modem/at/redact.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { temporaryFolder } from '../support/headless.ts';

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});
function folder(): string {
  const made = temporaryFolder('black-box');
  cleanUps.push(() => made.remove());
  return made.path;
}

test.each([
  ['AT+CPIN="4711"\r', 'AT+CPIN="****"'],
  ['AT;+CPIN="1234"', 'AT;+CPIN="****"'],
  ['AT+CLCK="SC",1,"1234"', 'AT+CLCK="****"'],
  ['AT+CPWD="SC","1234","5678"', 'AT+CPWD="****"'],
  ['+CMT: "Anna Schmidt",24', '+CMT: "<12 characters>",24'],
  ['+CPBR: 1,"0171222",129,"Mum"', '+CPBR: 1,"<number, 7 digits>",129,"<3 characters>"'],
  ['Code:123456', '<11 characters>'],
  ['PIN=8812', '<8 characters>'],
  ['4711', '<4 characters>'],
  ['*100*4711#', '<10 characters>'],
  ['07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07', '<PDU, 38 octets>'],
  ['+CLIP: "+491712223344",145', '+CLIP: "<number, 12 digits>",145'],
  ['+CUSD: 0,"Your balance is 12.34",15', '+CUSD: 0,"<26 characters>'],
  ['+CUSD: 1,"1 Credit', '+CUSD: 1,"<9 characters>'],
  ['2 Bundles for 0171 2223344', '<26 characters>'],
  ['0791132604õ000F0040B911346610089F60000208062917314080CC8F7', '<58 characters>'],
  ['+CLIP: "+491712223344",145,,,"Anna Meier"', '+CLIP: "<number, 12 digits>",145,,,"<10 characters>"'],
  ['+CMGR: 0,"Anna",20', '+CMGR: 0,"<4 characters>",20'],
  ['262011234567890', 'xxxxxxxxxxxx890'],
  ['+CPMS: "SM",3,20,"SM",3,20', '+CPMS: "SM",3,20,"SM",3,20'],
  ['AT+CUSD=1,"*100#",15\r', 'AT+CUSD=1,"*100#",15'],
  ['+COPS: 0,0,"Demo Mobile"', '+COPS: 0,0,"Demo Mobile"'],
  ['\x1b\rAT\r', '<ESC> AT'],
  ['huawei', 'huawei'],
  ['COMMAND NOT SUPPORT', 'COMMAND NOT SUPPORT'],
  ['+CMS ERROR: 330', '+CMS ERROR: 330'],
])('%j becomes %s', (line, redacted) => {
  expect(redactAtLine(line)).toBe(redacted);
});

test('no number of a customer survives, wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^\+?[1-9]\d{7,14}$/),
      fc.constantFrom(
        (n: string) => `+CLIP: "${n}",145`,
        (n: string) => `+CMGR: 1,"${n}",20`,
        (n: string) => n,
      ),
      (number, line) => {
        expect(redactAtLine(line(number))).not.toContain(number.replace('+', ''));
      },
    ),
  );
});

test('the last ten thousand lines are kept, over a restart too, and no more than twice as many', () => {
  const path = folder();
  const clock = new FakeClock();
  let box = fileBlackBox(path, clock);
  for (let i = 0; i < 24_000; i++) {
    if (i === 12_345) {
      box.close();
      box = fileBlackBox(path, clock);
    }
    box.record('ttyA', 'sent', `AT+CMGR=${i}`);
  }
  const lines = box.tail(KEPT_LINES);
  expect(lines).toHaveLength(KEPT_LINES);
  expect(lines[0]).toContain('ttyA > AT+CMGR=14000');
  expect(lines.at(-1)).toContain('AT+CMGR=23999');
  const stored = readdirSync(join(path, 'logs')).flatMap((name) =>
    readFileSync(join(path, 'logs', name), 'utf8')
      .split('\n')
      .slice(0, -1),
  );
  expect(stored.length).toBeLessThanOrEqual(2 * KEPT_LINES);
  box.close();
  box.record('ttyA', 'sent', 'after it was closed');
});

test('whoever listens hears each line as it is written down: without the number', () => {
  const path = folder();
  const heard: string[] = [];
  const box = fileBlackBox(path, new FakeClock(), (line) => heard.push(line));
  box.record('ttyA', 'received', '+CLIP: "+491712223344",145');
  expect(heard).toEqual(['2026-11-23T09:00:00.000Z ttyA < +CLIP: "<number, 12 digits>",145']);
  expect(box.tail(1)).toEqual(heard);
  box.close();
});

test('a secret opens with its own key only, and the key is for this user alone', () => {
  const path = folder();
  const sealed = secretBoxWith(keyFromFile(path)).seal('4711');
  expect(sealed).not.toContain('4711');
  expect(secretBoxWith(keyFromFile(path)).open(sealed)).toBe('4711');
  expect(secretBoxWith(new Uint8Array(32)).open(sealed)).toBeNull();
  expect(secretBoxWith(keyFromFile(path)).open('bm9uc2Vuc2U=')).toBeNull();
  expect(statSync(join(path, 'secret.key')).mode & 0o777).toBe(0o600);
  chmodSync(join(path, 'secret.key'), 0o644);
  keyFromFile(path);
  expect(statSync(join(path, 'secret.key')).mode & 0o777).toBe(0o600);
});
