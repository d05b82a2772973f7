import type { CarriedOver } from '../../shared/restore-carryover.ts';
import type { Store } from '../../core/context.ts';
import type { ErasureRegister } from '../contacts/erasure-register.ts';
import type { Erasure } from '../contacts/erasure.ts';
import type { DeskContext } from '../../core/context.ts';
import { MAX_LATENESS_MS } from '../messaging/max-lateness.ts';
import { DeskSettings } from '../settings/desk-settings.ts';
import { VISITS_LOOKED_AT } from '../surveys/surveys.ts';
import { BACKUP_SETTINGS, PASSPHRASE_SETTING } from './backups.ts';

const ERASURE_KEY = 'erasure.key';

/** What has to outlast a restore, since the restored data are older. */
export function carriedOver(store: Store): CarriedOver {
  const kept = [...BACKUP_SETTINGS, ERASURE_KEY].map((key) => [key, store.settings.get(key)] as const);
  return {
    settings: Object.fromEntries(kept.filter((entry): entry is readonly [string, string] => entry[1] !== null)),
    backupFolder: new DeskSettings(store).all.backupFolder,
    erasures: [...store.erasures.all()],
    accessTokens: store.accessTokens.all().map(({ hash }) => hash),
  };
}

/**
 * The restored data are older, so this corrects what has happened since. It runs before anything is sent, and again if it is
 * interrupted. Whoever was erased since is erased again; messages that were to be sent may have been sent, so a person decides
 * about them; what has come due since then is late.
 */
export function reconcileAfterRestore(
  { store, clock, logger }: DeskContext,
  { settings, backupFolder, erasures, accessTokens }: CarriedOver,
  parts: { readonly erased: ErasureRegister; readonly erasure: Erasure; readonly settings: DeskSettings },
): void {
  const now = clock.now();
  store.transaction(() => {
    const ownKey = store.settings.get(ERASURE_KEY);
    const key = settings?.[ERASURE_KEY];
    const isOurs = ownKey === null || ownKey === key;
    if (settings !== null)
      for (const name of BACKUP_SETTINGS) {
        const value = settings[name];
        if (value !== undefined) store.settings.set(name, value);
        // A sealed passphrase stays, even if nobody here has the key to open it; it is then reported and asked for.
        else if (name !== PASSPHRASE_SETTING) store.settings.remove(name);
      }
    if (backupFolder !== '') parts.settings.change({ backupFolder });
    store.settings.remove(VISITS_LOOKED_AT);
    // Hashes made with another shop's key are of no use here.
    if (isOurs && key !== undefined) {
      store.settings.set(ERASURE_KEY, key);
      for (const { hash, at } of erasures) if (!store.erasures.has(hash)) store.erasures.add(hash, at);
    }
    // A revoked access token stays revoked. If the data were damaged, nobody can tell which were revoked, so all stay valid.
    if (accessTokens != null) store.accessTokens.revokeOthers(accessTokens, now);
    const doubtful = store.restored.settleOutgoing(now);
    const late = store.restored.makeLate(now, now - 2 * MAX_LATENESS_MS);
    store.restored.pauseGroupTexts();
    logger.info({ doubtful, late }, 'data of some time ago were put right');
  });
  const again = parts.erasure.eraseAgain((number) => parts.erased.has(number));
  if (again > 0) logger.info({ numbers: again }, 'who was erased since is erased again');
}
