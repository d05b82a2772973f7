import { API_PORT } from '../../shared/access-words.ts';
import { amount } from '../../shared/setting.ts';

export const apiKeysSettings = {
  /** Where other programs reach the desk on this computer, as long as one has a key. */
  apiPort: amount([1_024, 65_535], API_PORT),
};
