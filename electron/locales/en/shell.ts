import type { ShellWords } from '../shell-words.ts';

export const enShell: ShellWords = {
  show: 'Show Counterline',
  quit: 'Quit: the line stops working',
  line: {
    ready: 'Line ready',
    starting: 'Line starting',
    searching: 'No network yet',
    attention: 'The line needs you',
    reconnecting: 'Line lost',
    off: 'Line off',
    none: 'No modem yet',
  },
  waiting: (n) => (n === 1 ? '1 customer waits' : `${n} customers wait`),
  wrote: 'A customer wrote.',
  missedCall: 'Missed call',
  picture: 'Sent a picture.',
  flagged: (who, rule) => `${rule}: ${who ?? 'a customer'}`,
  overdue: (who, minutes) => `${who ?? 'A customer'} has waited ${minutes} minutes.`,
  due: (what) => (what === null ? 'Something is due now.' : `Due now: ${what}`),
  inTray: {
    title: 'Counterline goes on working',
    body: 'Texts still come in and go out. Find it in the tray, or start it again to see it. Settings change this.',
  },
  newHost: {
    title: (host) => `Open ${host} in the browser?`,
    body: 'The link to your other program in the settings leads there. Open it only if you set that up yourself.',
    open: 'Open',
    cancel: 'Cancel',
  },
};
