import { amount, text, toggle } from '../../shared/setting.ts';

const NOTIFICATIONS = { section: 'notifications' } as const;

export const conversationsSettings = {
  enterSends: toggle(true, { section: 'appearance' }),
  notify: toggle(true, NOTIFICATIONS),
  /** Off: a notification says that somebody wrote, not what. */
  notifyShowsText: toggle(true, NOTIFICATIONS),
  sound: toggle(true, NOTIFICATIONS),
  /** A customer who has waited this long in opening hours is announced louder; 0: nobody is. */
  overdueMinutes: amount([0, 240], 15, { ...NOTIFICATIONS, offered: [0, 5, 10, 15, 30, 60] }),
  /** Told by text when a customer has waited too long; empty: nobody is. */
  ownerPhone: text(40),
  /** Of opening time; 0: never. */
  ownerMinutes: amount([0, 480], 30, { ...NOTIFICATIONS, isPlaced: true, offered: [0, 15, 30, 60, 120] }),
};
