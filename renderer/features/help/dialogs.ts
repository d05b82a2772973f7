import type { HelpPageId } from '../../../electron/locales/help-page.ts';
import type { Place } from '../../../electron/shared/places.ts';

/** What leads elsewhere in the window. The window's own state asks for a page as well, so this knows no more of it. */
interface Leads {
  readonly dialogs: { readonly leaveAll: () => Promise<boolean> };
  readonly go: (place: Place) => void;
}

/** @param page null: the first one */
export function openHelp(desk: Leads, page: HelpPageId | null = null): void {
  // What lies over the window may hold something that is not saved.
  void desk.dialogs.leaveAll().then((left) => {
    if (left) desk.go({ at: 'help', page });
  });
}
