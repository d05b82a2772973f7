import type { Locale } from '../locale.ts';
import { enShell } from './shell.ts';
import { en as window } from './window.ts';

export const en: Locale = { name: 'English', dates: 'en-US', window, shell: enShell };
