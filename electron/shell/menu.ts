import { Menu } from 'electron';

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
