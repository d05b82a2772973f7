import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Another program that drives modems, on one of ours: it sends what is put into its outbox, and files what it reads. */
export interface Rival {
  readonly name: 'gammu-smsd' | 'smsd';
  readonly folder: string;
  start(): void;
  stop(): Promise<void>;
  /** Puts texts where it looks for them; the order is that of the list. */
  queue(texts: readonly { readonly to: string; readonly text: string }[]): void;
  /** The texts it received so far, as it filed them. */
  received(): readonly string[];
  log(): string;
}

/** Tuned as their manuals allow: no needless sleeps, checks or delays. */
export function rival(name: Rival['name'], folder: string, port: string): Rival {
  for (const each of ['in', 'out', 'sent', 'error', 'checked']) mkdirSync(join(folder, each), { recursive: true });
  const configuration = join(folder, `${name}.conf`);
  writeFileSync(
    configuration,
    name === 'gammu-smsd' ? gammuConfiguration(folder, port) : smsdConfiguration(folder, port),
  );
  let child: ChildProcess | null = null;
  let serial = 0;
  return {
    name,
    folder,
    start() {
      // In the foreground, so that it ends with us.
      const args = name === 'gammu-smsd' ? ['-c', configuration] : ['-t', `-c${configuration}`];
      child = spawn(name, args, { stdio: 'ignore' });
    },
    stop() {
      const running = child;
      if (running === null || running.exitCode !== null || running.signalCode !== null) return Promise.resolve();
      return new Promise((resolve) => {
        running.once('exit', () => resolve());
        running.kill('SIGKILL');
      });
    },
    queue(texts) {
      for (const { to, text } of texts) {
        const n = String(serial++).padStart(6, '0');
        if (name === 'gammu-smsd') {
          const time = `${n.slice(0, 2)}${n.slice(2, 4)}${n.slice(4)}`;
          writeFileSync(join(folder, 'out', `OUTA20261123_${time}_00_${to}_x.txt`), text);
        } else {
          // Its UTF-8 knows no emoji; UTF-16 goes through as it is.
          const head = `To: ${to.replace('+', '')}\nAlphabet: UCS2\n\n`;
          writeFileSync(
            join(folder, 'out', `sms${n}`),
            Buffer.concat([Buffer.from(head), Buffer.from(text, 'utf16le').swap16()]),
          );
        }
      }
    },
    received() {
      return readdirSync(join(folder, 'in'))
        .toSorted((a, b) => a.localeCompare(b))
        .map((file) => textOf(readFileSync(join(folder, 'in', file))));
    },
    log() {
      try {
        return readFileSync(join(folder, 'log'), 'utf8');
      } catch {
        return '';
      }
    },
  };
}

function gammuConfiguration(folder: string, port: string): string {
  return `[gammu]
device = ${port}
connection = at115200
[smsd]
service = files
logfile = ${join(folder, 'log')}
debuglevel = 0
inboxpath = ${join(folder, 'in')}/
outboxpath = ${join(folder, 'out')}/
sentsmspath = ${join(folder, 'sent')}/
errorsmspath = ${join(folder, 'error')}/
inboxformat = unicode
outboxformat = unicode
transmitformat = auto
loopsleep = 0
commtimeout = 30
sendtimeout = 60
statusfrequency = 0
checksecurity = 0
checkbattery = 0
checksignal = 0
checknetwork = 0
resetfrequency = 0
hardresetfrequency = 0
multiparttimeout = 10
deliveryreport = no
`;
}

function smsdConfiguration(folder: string, port: string): string {
  return `devices = GSM1
outgoing = ${join(folder, 'out')}
checked = ${join(folder, 'checked')}
incoming = ${join(folder, 'in')}
sent = ${join(folder, 'sent')}
failed = ${join(folder, 'error')}
logfile = ${join(folder, 'log')}
infofile = ${join(folder, 'info')}
pidfile = ${join(folder, 'pid')}
loglevel = 4
delaytime = 0
sleeptime_mainprocess = 0
receive_before_send = no
autosplit = 3
incoming_utf8 = yes
[GSM1]
device = ${port}
incoming = yes
baudrate = 115200
rtscts = no
send_delay = 0
pre_init = no
keep_open = yes
communication_delay = 0
signal_quality_ber_ignore = yes
check_network = 0
memory_start = 0
sentsleeptime = 0
report = no
`;
}

/** Both file UTF-16 in one of its orders, smsd behind a head of lines, or plain text. */
function textOf(file: Buffer): string {
  const body = file.indexOf('\n\n');
  const isUcs2 = file.includes('Alphabet: UCS2');
  if (isUcs2)
    return Buffer.from(file.subarray(body + 2))
      .swap16()
      .toString('utf16le');
  if (body >= 0) return file.subarray(body + 2).toString('utf8');
  if (file[0] === 0xfe && file[1] === 0xff) return Buffer.from(file.subarray(2)).swap16().toString('utf16le');
  return file.toString('utf16le').replace(/^\ufeff/, '');
}
