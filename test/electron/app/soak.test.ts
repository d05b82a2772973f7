import { expect, test } from 'vitest';
import { soak } from '../../support/soak.ts';

/** `npm run test:long -- soak` does this with 20,000 texts each way, on disk, and looks at the memory. */
test.each([1, 2, 3])(
  '300 texts each way with everything going wrong (seed %i): the books agree',
  async (seed) => {
    const { lost, doubled, wrong, received, faults } = await soak({ texts: 300, seed });
    expect({ lost, doubled, wrong, received }).toEqual({ lost: 0, doubled: 0, wrong: 0, received: 300 });
    expect(faults).toBeGreaterThan(3);
  },
  120_000,
);
