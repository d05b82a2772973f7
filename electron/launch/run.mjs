// node run.mjs SCRIPT [ARGS]: runs a script of the project, in the right Node, after installing what is missing.
import { spawn } from 'node:child_process';
import { ensureInstalled, node, root } from './toolchain.mjs';

/** Runs a script in the installed Node and becomes it, as far as anybody outside can tell. */
export function handOver(script, args) {
  ensureInstalled();
  follow(spawn(node, [script, ...args], { cwd: root, stdio: 'inherit' }));
}

/** Signals reach the child, its exit code is ours, and it does not outlive the npm that started us. */
export function follow(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)));
  // npm passes no signal on when it is ended by one.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500).unref();
}

const [script, ...args] = process.argv.slice(2);
if (import.meta.filename === process.argv[1] && script !== undefined) handOver(script, args);
