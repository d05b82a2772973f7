// npm run simulator: a modem, a SIM and a network behind a pseudo-terminal.
import { handOver } from './run.mjs';

handOver('modem/simulator/program.ts', process.argv.slice(2));
