import { numberOf } from '../../shared/ids.ts';

/** The action of a person because of which a rule wrote a message. */
export const FOLLOWS_CLOSING = 'closed';

/** This key is stored with messages, including those of versions whose ids began with a letter. */
export function followsTag(tagId: string): string {
  return `tag:t${numberOf(tagId)}`;
}
