import { Menu, type BrowserWindow } from 'electron';
import type { ShellWords } from '../locales/shell-words.ts';
import { editMenu } from './edit-menu.ts';

/** Only for its keys: enlarging what is shown, and what a Mac expects in its bar. Elsewhere nobody sees it. */
export function setMenu(): void {
  const zoom = {
    role: 'viewMenu' as const,
    submenu: [
      { role: 'resetZoom' as const },
      { role: 'zoomIn' as const },
      { role: 'zoomOut' as const },
      { role: 'togglefullscreen' as const },
    ],
  };
  const mac = [{ role: 'appMenu' as const }, { role: 'editMenu' as const }, zoom, { role: 'windowMenu' as const }];
  Menu.setApplicationMenu(Menu.buildFromTemplate(process.platform === 'darwin' ? mac : [zoom]));
}

/** Where the window has no menu of its own: over fields, and over words that are marked. @param words in the language of now */
export function offerEditMenu(window: BrowserWindow, words: () => ShellWords['edit']): void {
  const { webContents } = window;
  webContents.on('context-menu', (_event, place) => {
    const template = editMenu(place, words(), {
      replace: (word) => webContents.replaceMisspelling(word),
      learn: (word) => webContents.session.addWordToSpellCheckerDictionary(word),
    });
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window });
  });
}
