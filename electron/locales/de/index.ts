import type { Locale } from '../locale.ts';
import { deShell } from './shell.ts';
import { de as window } from './window.ts';

export const de: Locale = { name: 'Deutsch', dates: 'de-DE', window, shell: deShell };
