import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { app } from 'electron';

/** Started by the system, the window stays in the tray. */
export const HIDDEN_SWITCH = 'hidden';

/** Sets whether the program starts when its user logs in. */
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
  // A path that would add lines of its own to the entry is refused.
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
