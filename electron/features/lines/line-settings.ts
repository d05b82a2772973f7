import { lineSettings, type LineSettings } from './contract.ts';
import type { LineRow } from './repository.ts';

/** More than a busy shop sends and less than a runaway program would. The owner lowers them to what the SIM's tariff allows. */
export const DEFAULT_SETTINGS: LineSettings = {
  caps: { minute: 500, hour: 1_000, day: 2_000 },
  rejectCalls: false,
  balance: { code: '', after: '', warnBelow: null, daily: true },
  nationalLanguage: null,
};

/** The caps are this high because nothing leaves the Demo line. */
const DEMO_SETTINGS: LineSettings = { ...DEFAULT_SETTINGS, caps: { minute: 100_000, hour: 100_000, day: 100_000 } };

export function settingsOf(row: LineRow): LineSettings {
  if (row.kind === 'demo') return DEMO_SETTINGS;
  const parsed = lineSettings.safeParse({ ...DEFAULT_SETTINGS, ...(JSON.parse(row.settings) as object) });
  return parsed.success ? parsed.data : DEFAULT_SETTINGS;
}
