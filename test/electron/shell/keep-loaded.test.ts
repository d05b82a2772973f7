import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepLoaded } from '../../../electron/shell/keep-loaded.ts';

/** What Electron tells of a page, and how often it was asked to load one. */
class FakeContents extends EventEmitter {
  readonly loads: string[] = [];
  /** How often its process was ended from here. */
  ends = 0;
  loadURL(address: string): Promise<void> {
    this.loads.push(address);
    return Promise.reject(new Error('said as an event as well'));
  }
  forcefullyCrashRenderer(): void {
    this.ends += 1;
    this.emit('render-process-gone', {}, { reason: 'killed' });
  }
}

describe('a page that goes missing', () => {
  let contents: FakeContents;
  let said: string[];

  beforeEach(() => {
    vi.useFakeTimers();
    contents = new FakeContents();
    said = [];
    keepLoaded(contents as unknown as WebContents, 'app://counterline/', (sentence) => said.push(sentence));
  });

  afterEach(() => vi.useRealTimers());
  const turn = () => vi.advanceTimersByTimeAsync(1);

  test('is loaded anew when its process ended, and when it could not be loaded', async () => {
    contents.emit('render-process-gone', {}, { reason: 'oom' });
    contents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', 'app://counterline/', true);
    await turn();
    expect(contents.loads).toEqual(Array.from({ length: 3 }, () => 'app://counterline/'));
    expect(said).toEqual([
      "The window's page ended (oom); it is loaded again.",
      "The window's page did not load (ERR_FILE_NOT_FOUND); it is loaded again.",
    ]);
  });

  test('is left alone where it was left on purpose, where another load took its place, and in what it shows within', async () => {
    contents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    contents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', 'app://counterline/', true);
    contents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', 'app://counterline/part', false);
    await turn();
    expect(contents.loads).toHaveLength(1);
    expect(said).toEqual([]);
  });

  test('is loaded anew in another process where it does not come, and left alone once it came', async () => {
    await vi.advanceTimersByTimeAsync(31_000);
    expect(contents.loads).toHaveLength(2);
    expect(said).toEqual(["The window's page did not come; it is loaded again."]);
    expect(contents.ends).toBe(1);
    contents.emit('did-finish-load');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(contents.loads).toHaveLength(2);
    contents.emit('render-process-gone', {}, { reason: 'oom' });
    await turn();
    expect(contents.loads).toHaveLength(3);
  });

  test('is given up when it ends again and again', async () => {
    for (let i = 0; i < 8; i++) contents.emit('render-process-gone', {}, { reason: 'crashed' });
    await turn();
    expect(contents.loads).toHaveLength(1 + 5);
    expect(said.at(-1)).toBe("The window's page ended (crashed); it is not loaded any more.");
  });
});
