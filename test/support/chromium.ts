import { chromium, type Browser } from 'playwright-core';
import { findProgram } from './needs.ts';

/** Where the browser that all walks share is reached. */
export const CHROMIUM_ENDPOINT = 'COUNTERLINE_CHROMIUM';
export const CHROMIUM_ARGUMENTS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

/** The shell draws pages and nothing around them, which is half of the work; the whole browser does as well. */
export function findChromium(): string | null {
  return findProgram('chromium-headless-shell') ?? findProgram('chromium');
}

/** The browser that all walks share, or one of its own where there is none. Closing it closes what was opened here. */
export function launchChromium(): Promise<Browser> {
  const shared = process.env[CHROMIUM_ENDPOINT];
  if (shared !== undefined) return chromium.connect(shared);
  return chromium.launch({ executablePath: findChromium() ?? 'chromium', args: [...CHROMIUM_ARGUMENTS] });
}
