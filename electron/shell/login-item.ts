import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { app } from 'electron';

/** Started by the system, the window stays in the tray. */
export const HIDDEN_SWITCH = 'hidden';

/** Starts the program when its user logs in, or no longer. */
export function setStartAtLogin(wanted: boolean): void {
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: wanted, args: [`--${HIDDEN_SWITCH}`] });
    return;
  }
  // Freedesktop's Desktop Application Autostart Specification.
  const config = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
  const path = join(config, 'autostart', 'counterline.desktop');
  if (!wanted) {
    rmSync(path, { force: true });
    return;
  }
  const given = process.env['APPIMAGE'] ?? '';
  // One that would write lines of its own into the entry is none.
  const program = given === '' || /[\p{Cc}"]/u.test(given) ? process.execPath : given;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    [
      '[Desktop Entry]',
      'Type=Application',
      'Name=Counterline',
      `Exec="${program.replaceAll(/(["`$\\])/g, '\\$1').replaceAll('%', '%%')}" --${HIDDEN_SWITCH}`,
      'X-GNOME-Autostart-enabled=true',
      '',
    ].join('\n'),
  );
}
