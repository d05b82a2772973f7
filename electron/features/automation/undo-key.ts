/** What a text follows from that a rule wrote because of something a person did. */
export const FOLLOWS_CLOSING = 'closed';

export function followsTag(tagId: string): string {
  return `tag:${tagId}`;
}
