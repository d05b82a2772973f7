import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, safeStorage } from 'electron';

/**
 * The key that the desk seals PINs with, kept by the system's keychain. Null where there is none that deserves the name:
 * the desk then keeps a key file of its own. To be called once the app is ready.
 */
export function secretKey(): string | null {
  if (!safeStorage.isEncryptionAvailable()) return null;
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null;
  const path = join(app.getPath('userData'), 'secret.sealed');
  if (existsSync(path)) {
    try {
      return safeStorage.decryptString(readFileSync(path));
    } catch {
      // Another user's keychain, or a new one: what was sealed cannot be opened any more, and is asked for again.
    }
  }
  const key = randomBytes(32).toString('base64');
  writeFileSync(path, safeStorage.encryptString(key), { mode: 0o600 });
  return key;
}
