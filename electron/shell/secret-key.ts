import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, safeStorage } from 'electron';

/**
 * The key that the desk seals PINs with, kept by the system's keychain. Null where there is none that deserves the name:
 * the desk then keeps a key file of its own. To be called once the app is ready.
 * @throws Error where the keychain does not open what it closed, with what to do
 */
export function secretKey(): string | null {
  if (!safeStorage.isEncryptionAvailable()) return null;
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null;
  const path = join(app.getPath('userData'), 'secret.sealed');
  if (existsSync(path)) {
    try {
      return safeStorage.decryptString(readFileSync(path));
    } catch (error) {
      // Locked for a moment, another user's, or a new one: writing over it would lose what was sealed for good.
      throw new Error(
        `The system's keychain does not open ${path}. Unlock the keychain and start again. If it is gone for good, delete that ` +
          'file: PINs and passwords are then asked for again.',
        { cause: error },
      );
    }
  }
  const key = randomBytes(32).toString('base64');
  // Whole or not at all.
  writeFileSync(`${path}.partial`, safeStorage.encryptString(key), { mode: 0o600, flush: true });
  renameSync(`${path}.partial`, path);
  return key;
}
