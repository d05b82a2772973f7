import { Repository } from './repository.ts';

/** Keeps settings as text by key. */
export class SettingsRepository extends Repository {
  readonly #get = this.prepare<[string], { value: string }>('SELECT value FROM settings WHERE key = ?');
  readonly #set = this.prepare<[string, string]>(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  readonly #remove = this.prepare<[string]>('DELETE FROM settings WHERE key = ?');

  get(key: string): string | null {
    return this.#get.get(key)?.value ?? null;
  }

  set(key: string, value: string): void {
    this.#set.run(key, value);
  }

  remove(key: string): void {
    this.#remove.run(key);
  }
}
