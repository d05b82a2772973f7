import { bridgeConnection } from './bridge.ts';
import type { DeskConnection } from './desk-connection.ts';
import { httpConnection } from './http.ts';

/** Null: a browser without the token, which only the printed address holds. */
export function connect(): DeskConnection | null {
  return bridgeConnection() ?? httpConnection();
}
