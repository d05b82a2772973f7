import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SecretBox } from './shared/secret-box.ts';

const [NONCE_OCTETS, TAG_OCTETS, KEY_OCTETS] = [12, 16, 32];

/** AES-256-GCM; the sealed form is base64 of nonce, tag and ciphertext. @param key any octets, hashed to 32 */
export function secretBoxWith(key: Uint8Array): SecretBox {
  const secretKey = createHash('sha256').update('counterline secrets').update(key).digest();
  return {
    seal(secret) {
      const nonce = randomBytes(NONCE_OCTETS);
      const cipher = createCipheriv('aes-256-gcm', secretKey, nonce);
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
    },
    open(sealed) {
      const octets = Buffer.from(sealed, 'base64');
      if (octets.length < NONCE_OCTETS + TAG_OCTETS) return null;
      const decipher = createDecipheriv('aes-256-gcm', secretKey, octets.subarray(0, NONCE_OCTETS));
      decipher.setAuthTag(octets.subarray(NONCE_OCTETS, NONCE_OCTETS + TAG_OCTETS));
      try {
        const rest = octets.subarray(NONCE_OCTETS + TAG_OCTETS);
        return Buffer.concat([decipher.update(rest), decipher.final()]).toString('utf8');
      } catch {
        return null; // another key, or damaged: the same to whoever asks
      }
    },
  };
}

/**
 * The key where no keychain keeps it: a file beside the data that only this user may read.
 * @throws Error where what lies there is no key, with what to do; it is never written over
 */
export function keyFromFile(dataDir: string): Uint8Array {
  const path = join(dataDir, 'secret.key');
  if (!existsSync(path)) {
    // Whole or not at all: a start that was ended in the middle must not leave half a key.
    writeFileSync(`${path}.partial`, randomBytes(KEY_OCTETS), { mode: 0o600, flush: true });
    renameSync(`${path}.partial`, path);
  }
  chmodSync(path, 0o600); // a copied folder may have lost it
  const key = readFileSync(path);
  if (key.length !== KEY_OCTETS)
    throw new Error(
      `The key file ${path} is damaged: it holds ${key.length} octets instead of ${KEY_OCTETS}. Put it back from a copy of the ` +
        'folder; or delete it, then PINs and passwords that were sealed with it are asked for again.',
    );
  return key;
}
