import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs that tests of the real thing need, and the Debian package each comes in. */
const PACKAGES: Readonly<Record<string, string>> = {
  socat: 'socat',
  gammu: 'gammu',
  'gammu-smsd': 'gammu-smsd',
  smsd: 'smstools',
  chromium: 'chromium',
  'xvfb-run': 'xvfb',
  'dbus-run-session': 'dbus',
};

export function findProgram(name: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (existsSync(path)) return path;
  }
  return null;
}

/** True where something is missing, which is then said with what to install. For `describe.skipIf`. */
export function needs(...programs: readonly string[]): boolean {
  const missing = programs.filter((name) => findProgram(name) === null);
  for (const name of missing) {
    process.stderr.write(`skipped: needs ${name} (Debian: apt install ${PACKAGES[name] ?? name})\n`);
  }
  return missing.length > 0;
}
