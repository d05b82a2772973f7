import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { commandFor, findElectron } from '../../electron/launch/electron-runtime.mjs';
import { buildProgram } from './build.ts';
import { CHROMIUM_ARGUMENTS, CHROMIUM_ENDPOINT, findChromium } from './chromium.ts';
import { ROOT } from './headless.ts';

/** What all tests of the real thing share: the built program, code that is compiled once, and one browser with windows for each. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  buildProgram();
  // Processes that are started and killed by the hundred read their code from here.
  process.env['NODE_COMPILE_CACHE'] ??= join(ROOT, 'node_modules/.cache/counterline');
  // The runtime that the desktop tests start is put in its place once, not by two of them at the same time.
  const electron = findElectron();
  if (electron !== null) commandFor(electron);
  const executablePath = findChromium();
  if (executablePath === null) return undefined;
  const server = await chromium.launchServer({ executablePath, args: [...CHROMIUM_ARGUMENTS] });
  process.env[CHROMIUM_ENDPOINT] = server.wsEndpoint();
  return () => server.close();
}
