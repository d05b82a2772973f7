import { createBackend } from '../../electron/backend.ts';
import { atOnce, lazily } from '../../electron/core/db/statements.ts';

/** node started-desk.ts at-once|lazily DIR: starts a desk in a process of its own and prints how long that took, in ms. */
const [way, dataDir = '.'] = process.argv.slice(2);
const backend = await createBackend({
  dataDir,
  modem: 'none',
  country: 'DE',
  statements: way === 'at-once' ? atOnce : lazily,
});
process.stdout.write(`${performance.now()}`);
await backend.close();
process.exit(0);
