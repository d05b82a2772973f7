/** What is particular to a make, found by what AT+CGMI and AT+CGMM answer. */
export interface Profile {
  readonly name: string;
  /** Sent once after identification; refusals do not matter. */
  readonly setup: readonly string[];
}

const PROFILES: readonly (readonly [RegExp, Profile])[] = [
  // ^RSSI, ^MODE and the like every second otherwise ([L6]).
  [/huawei/i, { name: 'huawei', setup: ['AT^CURC=0'] }],
  // SIM800 and SIM900 forget the notification buffer's content in sleep mode.
  [/simcom|sim[89]\d\d/i, { name: 'simcom', setup: ['AT+CSCLK=0'] }],
  [/zte/i, { name: 'zte', setup: [] }],
  [/wavecom|sierra/i, { name: 'wavecom', setup: ['AT+WIND=0'] }],
];

const STANDARD: Profile = { name: 'standard', setup: [] };

export function profileFor(manufacturer: string | null, model: string | null): Profile {
  const said = `${manufacturer ?? ''} ${model ?? ''}`;
  return PROFILES.find(([pattern]) => pattern.test(said))?.[1] ?? STANDARD;
}
