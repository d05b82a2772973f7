import { numberOf } from '../../shared/ids.ts';

/** The action of a person because of which a rule wrote a message. */
export const FOLLOWS_CLOSING = 'closed';

/** The key keeps the letter that ids began with in earlier versions, because it is stored with messages. */
export function followsTag(tagId: string): string {
  return `tag:t${numberOf(tagId)}`;
}
