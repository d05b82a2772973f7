import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, temporaryFolder } from '../support/headless.ts';

const COPIED = ['modem', 'electron', 'renderer', 'test', 'package.json', 'tsconfig.json', 'vitest.config.ts'];

/** A copy of the project, in which a recipe of CONTRIBUTING.md is followed. */
export class Scratch {
  readonly #folder = temporaryFolder('recipe');
  readonly #touched = new Set<string>();
  readonly #tests: string[] = [];

  constructor() {
    for (const name of COPIED)
      cpSync(join(ROOT, name), join(this.#folder.path, name), {
        recursive: true,
        filter: (path) => !path.includes('screenshots'),
      });
    symlinkSync(join(ROOT, 'node_modules'), join(this.#folder.path, 'node_modules'));
  }

  /** The files that were added or changed since this was asked last, in the order of their names. */
  takeTouched(): readonly string[] {
    const touched = [...this.#touched].toSorted();
    this.#touched.clear();
    return touched;
  }

  add(file: string, text: string): void {
    const path = join(this.#folder.path, file);
    if (existsSync(path)) throw new Error(`${file} is there already.`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    this.#touched.add(file);
  }

  read(file: string): string {
    return readFileSync(join(this.#folder.path, file), 'utf8');
  }

  /** @param before stands in the file once; `after` takes its place */
  change(file: string, before: string, after: string): void {
    const path = join(this.#folder.path, file);
    const text = readFileSync(path, 'utf8');
    if (text.split(before).length !== 2) throw new Error(`In ${file} there is not one ${before}`);
    writeFileSync(
      path,
      text.replace(before, () => after),
    );
    this.#touched.add(file);
  }

  /** A test of the recipe's result: not what the recipe touches. */
  addTest(file: string, text: string): void {
    this.add(file, text);
    this.#touched.delete(file);
    this.#tests.push(file);
  }

  /** @returns what the compilers of the program and of the window have against it; empty: nothing */
  async typeCheck(): Promise<string> {
    const compiled = await this.#run(['@typescript/native/bin/tsc', '--noEmit', '-p', 'tsconfig.json']);
    const window = ['svelte-check/bin/svelte-check', '--tsconfig', 'renderer/tsconfig.json', '--fail-on-warnings'];
    return compiled + (await this.#run(window));
  }

  /**
   * Runs every test that was added, and others.
   * @returns what failed; empty: every test of these files passed
   */
  test(...others: readonly string[]): Promise<string> {
    return this.#run(['vitest/vitest.mjs', 'run', '--project', 'unit', '--maxWorkers', '1', ...this.#tests, ...others]);
  }

  remove(): void {
    this.#folder.remove();
  }

  #run([program = '', ...args]: readonly string[]): Promise<string> {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
      cwd: this.#folder.path,
      env: { ...process.env, NO_COLOR: '1', CI: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
    return new Promise((resolve) => child.once('close', (code) => resolve(code === 0 ? '' : said || `exit ${code}`)));
  }
}
