import { numberOf } from '../../shared/ids.ts';

/** What a text follows from that a rule wrote because of something a person did. */
export const FOLLOWS_CLOSING = 'closed';

/** Stands beside messages, also those of versions whose ids began with a letter. */
export function followsTag(tagId: string): string {
  return `tag:t${numberOf(tagId)}`;
}
