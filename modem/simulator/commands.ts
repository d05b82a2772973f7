import { parseNumber, parseValues } from '../at/values.ts';
import type { CommandedModem, Outcome } from './commanded-modem.ts';
import type { StoredText } from './sim-card.ts';

/** Information lines and the final result of one command line. */
export type Reply = (lines: readonly string[], final: string) => void;

type Handler = (modem: CommandedModem, argument: string) => Outcome;

const OK: Outcome = {};
const line = (text: string): Outcome => ({ lines: [text] });

/**
 * Runs `AT...`, also several commands joined by semicolons (27.007 §5). The first error ends the line.
 */
export function runCommand(modem: CommandedModem, input: string, reply: Reply): void {
  const body = /^at(.*)$/is.exec(input)?.[1];
  if (body === undefined || (body === '' && modem.quirks.refusesBareAt)) {
    reply([], 'ERROR');
    return;
  }
  const lines: string[] = [];
  for (const command of splitJoined(body)) {
    const outcome = runOne(modem, command);
    if (outcome === 'prompted') return;
    if (outcome.error !== undefined) {
      reply(lines, outcome.error);
      return;
    }
    lines.push(...(outcome.lines ?? []));
  }
  reply(lines, 'OK');
}

function splitJoined(body: string): readonly string[] {
  const commands: string[] = [];
  let command = '';
  let quoted = false;
  for (const character of body) {
    if (character === '"') quoted = !quoted;
    if (character === ';' && !quoted) {
      commands.push(command);
      command = '';
    } else command += character;
  }
  return [...commands, command].filter((each, i) => each !== '' || i === 0);
}

function runOne(modem: CommandedModem, command: string): Outcome {
  const basic = /^((E[01]?|V[01]|Q[01])+|Z\d?|&F\d?|I\d?|S\d+=\d+|H\d?|\+\+\+)?$/i.exec(command);
  if (basic !== null) return runBasic(modem, command.toUpperCase());
  const [, name = '', argument = ''] = /^([+^*%$][A-Za-z]+)(.*)$/.exec(command) ?? [];
  const handler = HANDLERS[name.toUpperCase()] ?? ownHandler(modem, name.toUpperCase());
  if (handler === undefined) return { error: 'ERROR' };
  if (name.toUpperCase() === '+CCID' && modem.tellsIccidWhenLocked && !modem.simOut) return handler(modem, argument);
  if (NEEDS_SIM.has(name.toUpperCase()) && argument !== '=?') {
    const blocked = simError(modem);
    if (blocked !== null) return { error: blocked };
  }
  return handler(modem, argument);
}

function runBasic(modem: CommandedModem, command: string): Outcome {
  for (const [, letter, digit = '0'] of /^[EVQ]/.test(command) ? command.matchAll(/([EVQ])([01]?)/g) : []) {
    if (letter === 'E') modem.settings.echo = digit === '1';
    if (letter === 'V') modem.settings.verbose = digit === '1';
    if (letter === 'Q') modem.settings.quiet = digit === '1';
  }
  if (command.startsWith('H')) modem.hangUp();
  if (command.startsWith('I')) return { lines: [modem.play.manufacturer, modem.play.model] };
  return OK;
}

/** What needs an unlocked SIM that has started. */
const NEEDS_SIM = new Set([
  '+CIMI',
  '+CCID',
  '+CMGF',
  '+CPMS',
  '+CMGL',
  '+CMGR',
  '+CMGD',
  '+CMGS',
  '+CMGW',
  '+CNMI',
  '+CSCA',
]);

function simError(modem: CommandedModem): string | null {
  if (modem.simOut) return modem.errorLine('CME', 10);
  if (modem.sim.locked === 'puk') return modem.errorLine('CME', 12);
  if (modem.sim.locked === 'pin') return modem.errorLine('CME', 11);
  if (modem.busyAnswersLeft > 0) {
    modem.busyAnswersLeft -= 1;
    return modem.errorLine('CME', 14);
  }
  return null;
}

/** `?` and `=?` answered with fixed lines, everything else accepted. */
function fixed(read: string | null, test: string | null): Handler {
  return (_modem, argument) => {
    if (argument === '?') return read === null ? { error: 'ERROR' } : line(read);
    if (argument === '=?') return test === null ? OK : line(test);
    return OK;
  };
}

const HANDLERS: Readonly<Record<string, Handler>> = {
  '+CGMI': (modem) => line(modem.play.manufacturer),
  '+GMI': (modem) => line(modem.play.manufacturer),
  '+CGMM': (modem) => line(modem.play.model),
  '+GMM': (modem) => line(modem.play.model),
  '+CGMR': () => line('1.0.0'),
  '+CGSN': (modem) => line(modem.imei),
  '+GSN': (modem) => line(modem.imei),
  '+CIMI': (modem) => line(modem.sim.imsi),
  '+CCID': (modem) => line(`+CCID: "${modem.sim.iccid}"`),
  '+CNUM': (modem) => (modem.quirks.knowsNumber ? line(`+CNUM: "",${JSON.stringify(modem.msisdn)},145`) : OK),
  '+CMEE': (modem, argument) => {
    if (argument === '?') return line(`+CMEE: ${modem.settings.errorMode}`);
    modem.settings.errorMode = parseNumber(argument.slice(1)) ?? 0;
    return OK;
  },
  '+CFUN': (modem, argument) => {
    if (argument === '?') return line(`+CFUN: ${modem.settings.functionality}`);
    if (argument === '=?') return line('+CFUN: (0,1,4),(0,1)');
    const [functionality, reset] = argument.slice(1).split(',');
    if (reset === '1') queueMicrotask(() => modem.reboot());
    else modem.settings.functionality = parseNumber(functionality) ?? 1;
    return OK;
  },
  '+CPIN': (modem, argument) => {
    if (modem.simOut) return { error: modem.errorLine('CME', 10) };
    if (argument === '?') {
      if (modem.busyAnswersLeft > 0) {
        modem.busyAnswersLeft -= 1;
        return { error: modem.errorLine('CME', 14) };
      }
      return line(`+CPIN: ${modem.sim.locked === null ? 'READY' : `SIM ${modem.sim.locked.toUpperCase()}`}`);
    }
    if (modem.sim.locked === 'puk') return { error: modem.errorLine('CME', 12) };
    return modem.sim.enterPin(parseValues(argument.slice(1))[0] ?? '') ? OK : { error: modem.errorLine('CME', 16) };
  },
  '+CPINR': (modem) => line(`+CPINR: SIM PIN,${modem.sim.pinTriesLeft},3`),
  '+CREG': registration('+CREG'),
  '+CGREG': registration('+CGREG'),
  '+COPS': (modem, argument) => {
    if (argument === '=?') return line(`+COPS: (2,"${modem.network.name}","Demo","00101")`);
    if (argument !== '?') return OK;
    return line(modem.registrationStatus === 1 ? `+COPS: 0,0,"${modem.network.name}"` : '+COPS: 0');
  },
  '+CSQ': (modem, argument) =>
    argument === '=?' ? line('+CSQ: (0-31,99),(0-7,99)') : line(`+CSQ: ${modem.signal},99`),
  '+CSCS': (modem, argument) => {
    if (argument === '=?') return line('+CSCS: ("GSM","IRA","UCS2","HEX")');
    if (argument === '?') return line(`+CSCS: "${modem.settings.charset}"`);
    modem.settings.charset = parseValues(argument.slice(1))[0] ?? 'GSM';
    return OK;
  },
  '+CMGF': (modem, argument) => {
    const { textModeOnly } = modem.quirks;
    if (argument === '=?') return line(`+CMGF: (${textModeOnly ? '1' : '0,1'})`);
    if (argument === '?') return line(`+CMGF: ${modem.settings.textMode ? 1 : 0}`);
    if (argument !== '=1' && (argument !== '=0' || textModeOnly)) return { error: '+CMS ERROR: 303' };
    modem.settings.textMode = argument === '=1';
    return OK;
  },
  '+CPMS': (modem, argument) => {
    if (modem.quirks.storage === 'none') return { error: 'ERROR' };
    const offered = [modem.memories, modem.memories, modem.quirks.receivingMemories ?? modem.memories];
    const lists = offered.map((names) => `(${names.map((name) => `"${name}"`).join(',')})`);
    if (argument === '=?') return line(`+CPMS: ${lists.join(',')}`);
    const wanted = argument === '?' ? [] : parseValues(argument.slice(1)).filter((name) => name !== '');
    if (modem.quirks.storage === 'three' && argument !== '?' && wanted.length !== 3)
      return { error: '+CMS ERROR: 321' };
    for (const [i, name] of wanted.entries()) {
      if (offered[i]?.includes(name) !== true) {
        return { error: '+CMS ERROR: 302' };
      }
      modem.settings.memories[i as 0 | 1 | 2] = name;
    }
    const counts = modem.settings.memories.map((name) => {
      const slots = modem.slotsOf(name);
      return `${argument === '?' ? `"${name}",` : ''}${slots.filter((slot) => slot !== null).length},${slots.length}`;
    });
    return line(`+CPMS: ${counts.join(',')}`);
  },
  '+CSMS': (modem, argument) => {
    if (argument === '=?') return line('+CSMS: (0,1)');
    if (argument === '?') return line(`+CSMS: ${modem.settings.service},1,1,1`);
    modem.settings.service = parseNumber(argument.slice(1)) ?? 0;
    return line('+CSMS: 1,1,1');
  },
  '+CNMI': (modem, argument) => {
    if (argument === '=?') return line(modem.quirks.cnmiOffer ?? cnmiOffer(modem));
    if (argument === '?') return line(`+CNMI: ${modem.settings.notifications.join(',')}`);
    const accepted = modem.quirks.acceptedCnmi;
    if (accepted !== null && !accepted.includes(argument.slice(1))) return { error: '+CMS ERROR: 303' };
    parseValues(argument.slice(1)).forEach((value, i) => {
      if (i < 5 && value !== '') modem.settings.notifications[i as 0] = parseNumber(value) ?? 0;
    });
    return OK;
  },
  '+CNMA': (modem) => (modem.acknowledge() ? OK : { error: '+CMS ERROR: 340' }),
  '+CSCA': (modem, argument) => {
    if (argument === '?') return line(`+CSCA: "${modem.sim.smsc}",145`);
    if (argument !== '=?') modem.sim.smsc = parseValues(argument.slice(1))[0] ?? modem.sim.smsc;
    return OK;
  },
  '+CMGS': (modem, argument) => {
    if (argument === '=?') return OK;
    const [to = ''] = parseValues(argument.slice(1));
    const length = parseNumber(to);
    if (length === null && !modem.settings.textMode) return { error: '+CMS ERROR: 304' };
    modem.prompt(length ?? 0, to);
    return 'prompted';
  },
  '+CMGL': (modem, argument) => {
    if (argument === '=?') return line('+CMGL: (0-4)');
    if (modem.quirks.listFails) return { error: 'ERROR' };
    if (modem.settings.textMode) return { error: '+CMS ERROR: 303' };
    const status = parseNumber(argument.slice(1)) ?? 0;
    const lines: string[] = [];
    modem.slotsOf(modem.settings.memories[0]).forEach((slot, index) => {
      if (slot === null || (status !== 4 && slot.status !== status)) return;
      lines.push(`+CMGL: ${index},${slot.status},,${tpduLength(slot)}`, slot.pdu);
      markRead(slot);
    });
    return { lines };
  },
  '+CMGR': (modem, argument) => {
    const slot = slotAt(modem, argument);
    if (modem.settings.textMode) return { error: '+CMS ERROR: 303' };
    if (slot === undefined) return { error: '+CMS ERROR: 321' };
    if (slot === null) return modem.play.readsEmptyPlaces ? OK : { error: '+CMS ERROR: 321' };
    const lines = [`+CMGR: ${slot.status},,${tpduLength(slot)}`, slot.pdu];
    markRead(slot);
    return { lines };
  },
  '+CMGD': (modem, argument) => {
    if (argument === '=?') return line('+CMGD: (0-254),(0-4)');
    const [index, flag] = parseValues(argument.slice(1)).map(parseNumber);
    const slots = modem.slotsOf(modem.settings.memories[0]);
    if (flag === 4) slots.fill(null);
    else if (index === null || index === undefined || index >= slots.length) return { error: '+CMS ERROR: 321' };
    else slots[index] = null;
    modem.slotFreed();
    return OK;
  },
  '+CMMS': fixed('+CMMS: 0', '+CMMS: (0-2)'),
  '+CLIP': fixed('+CLIP: 0,0', '+CLIP: (0,1)'),
  '+CRC': fixed('+CRC: 0', null),
  '+CCWA': fixed('+CCWA: 0', null),
  '+CBC': (_modem, argument) => (argument === '=?' ? line('+CBC: (0-3),(0-100)') : line('+CBC: 0,100')),
  '+CNMP': fixed('+CNMP: 2', null),
  '+CPAS': fixed(null, '+CPAS: (0,3,4)'),
  '+CSDH': fixed('+CSDH: 0', null),
  '+CSMP': fixed('+CSMP: 17,167,0,0', null),
  '+CPBS': fixed('+CPBS: "SM",0,100', '+CPBS: ("SM")'),
  '+CUSD': (modem, argument) => {
    if (argument === '?') return line('+CUSD: 0');
    if (argument === '=?') return line('+CUSD: (0-2)');
    const [mode, code] = parseValues(argument.slice(1));
    return mode === '1' && code !== undefined ? modem.askOperator(code) : OK;
  },
  '+CHUP': (modem) => {
    modem.hangUp();
    return OK;
  },
  '+CSCLK': () => OK,
  '+GCAP': () => line('+GCAP: +CGSM'),
};

function registration(name: string): Handler {
  return (modem, argument) => {
    if (argument === '?') return line(`${name}: ${modem.settings.registrationMode},${modem.registrationStatus}`);
    if (argument === '=?') return line(`${name}: (0-2)`);
    if (name === '+CREG') modem.settings.registrationMode = parseNumber(argument.slice(1)) ?? 0;
    return OK;
  };
}

/** Of a command that only the make that is played has. */
function ownHandler({ play }: CommandedModem, name: string): Handler | undefined {
  const answerOf = play.commands[name];
  if (answerOf === undefined) return undefined;
  return ({ sim }) => {
    const answer = answerOf(sim);
    return answer === null ? OK : line(answer);
  };
}

function cnmiOffer(modem: CommandedModem): string {
  const accepted = modem.quirks.acceptedCnmi;
  if (accepted === null) return '+CNMI: (0-2),(0-2),(0,2),(0-2),(0,1)';
  const column = (i: number): string => `(${[...new Set(accepted.map((setting) => setting.split(',')[i]))].join(',')})`;
  return `+CNMI: ${[0, 1, 2, 3, 4].map(column).join(',')}`;
}

function slotAt(modem: CommandedModem, argument: string): StoredText | null | undefined {
  const index = parseNumber(argument.slice(1));
  return index === null ? undefined : modem.slotsOf(modem.settings.memories[0])[index];
}

function tpduLength({ pdu }: StoredText): number {
  return pdu.length / 2 - 1 - Number.parseInt(pdu.slice(0, 2), 16);
}

function markRead(slot: StoredText): void {
  if (slot.status === 0) slot.status = 1;
}
