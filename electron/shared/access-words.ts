/** What a key for another program can give access to, in the order in which it is offered. */
export const SCOPES = [
  'messages:read',
  'messages:write',
  'customers:read',
  'customers:write',
  'appointments:read',
  'appointments:write',
  'orders:read',
  'orders:write',
  'payments:read',
  'payments:write',
  'reports:read',
] as const;
export type Scope = (typeof SCOPES)[number];

/** The port where the API is served unless the owner chooses another one. */
export const API_PORT = 8026;
