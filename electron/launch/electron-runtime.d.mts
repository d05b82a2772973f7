export interface ElectronRuntime {
  readonly path: string;
  readonly folder: string;
  readonly version: string | null;
}
export function findElectron(): ElectronRuntime | null;
export function commandFor(runtime: ElectronRuntime, args?: readonly string[]): { command: string; args: string[] };
export function environmentFor(runtime: ElectronRuntime): Record<string, string>;
export function linkRuntime(from: string, to: string): void;
