import { amount, text, toggle } from '../../shared/setting.ts';

const NOTIFICATIONS = { section: 'notifications' } as const;
const SOUNDS = { section: 'sounds' } as const;

export const conversationsSettings = {
  enterSends: toggle(true, { section: 'writing' }),
  notify: toggle(true, SOUNDS),
  /** When off, a notification says that somebody wrote, but not what. */
  notifyShowsText: toggle(true, SOUNDS),
  sound: toggle(true, SOUNDS),
  /** A customer who has waited this long during opening hours is announced louder; 0 means never. */
  overdueMinutes: amount([0, 240], 15, { ...NOTIFICATIONS, offered: [0, 5, 10, 15, 30, 60] }),
  /** The phone that gets a text when a customer has waited too long; empty means none. */
  ownerPhone: text(40),
  /** Minutes of opening time; 0 means never. */
  ownerMinutes: amount([0, 480], 30, { ...NOTIFICATIONS, isPlaced: true, offered: [0, 15, 30, 60, 120] }),
};
