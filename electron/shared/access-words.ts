/** What a key of another program opens, in the order they are offered. */
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

/** Where the API is served, if nobody says otherwise. */
export const API_PORT = 8026;
