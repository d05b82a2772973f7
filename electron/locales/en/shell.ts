import type { ShellWords } from '../shell-words.ts';

export const enShell: ShellWords = {
  show: 'Show Counterline',
  quit: 'Quit (the line stops working)',
  line: {
    ready: 'Connected',
    starting: 'Connecting…',
    searching: 'Searching for network…',
    attention: 'Action needed',
    reconnecting: 'Disconnected',
    off: 'Off',
    none: 'No modem yet',
  },
  waiting: (n) => (n === 1 ? '1 customer is waiting' : `${n} customers are waiting`),
  wrote: 'A customer wrote.',
  missedCall: 'Missed call',
  picture: 'Sent a picture.',
  flagged: (who, rule) => `${rule}: ${who ?? 'a customer'}`,
  overdue: (who, minutes) => `${who ?? 'A customer'} has been waiting for ${minutes} minutes.`,
  due: (what) => (what === null ? 'Something is due now.' : `Due now: ${what}`),
  edit: {
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    learn: 'Add to dictionary',
    noSuggestions: 'No suggestions',
  },
  inTray: {
    title: 'Counterline is still running',
    body: 'Messages are still sent and received. Find it in the tray, or start it again to open the window. You can change this in the settings.',
  },
  newHost: {
    title: (host) => `Open ${host} in the browser?`,
    body: 'The link to your other software in the settings leads there. Only open it if you set that up yourself.',
    open: 'Open',
    cancel: 'Cancel',
  },
};
