import { z } from 'zod';
import { route, type PublicEvents, type RestRoutes } from '../../core/rest-route.ts';
import { compact, instant, iso } from '../../core/wire.ts';
import type { LineDto, linesContract } from './contract.ts';
import type { Lines } from './lines.ts';

interface Services {
  readonly lines: Lines;
  readonly counts: { readonly queue: z.infer<typeof status>['queue'] };
}

const OWNERS = 'For the owner’s key alone.';
const line = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['sim', 'demo']),
  state: z.enum(['starting', 'ready', 'searching', 'attention', 'reconnecting', 'off']),
  reason: z.string().optional(),
  reasonText: z.string().optional(),
  warning: z.string().optional().meta({ description: 'A warning that does not keep the line from working.' }),
  warningText: z.string().optional(),
  imsi: z.string().optional().meta({ description: OWNERS }),
  imei: z.string().optional().meta({ description: OWNERS }),
  operator: z.string().optional(),
  signalDbm: z.int().optional(),
  sim: z.object({ used: z.int(), total: z.int() }).optional(),
  port: z.string().optional(),
  since: instant.optional(),
  ownNumber: z.string().optional().meta({ description: OWNERS }),
  balance: z
    .object({ at: instant, text: z.string(), amount: z.number().nullable(), isLow: z.boolean() })
    .optional()
    .meta({ description: OWNERS }),
});

const status = z.object({
  version: z.string(),
  lines: z.array(line),
  queue: z.object({ queued: z.int(), held: z.int(), sending: z.int(), uncertain: z.int(), failed: z.int() }),
});

/** A line as every program may see it. */
export function toLine(view: LineDto): z.infer<typeof line> {
  return toOwnersLine({ ...view, imsi: null, imei: null, ownNumber: null, balance: null });
}

function toOwnersLine({ reason, warning, since, balance, ...view }: LineDto): z.infer<typeof line> {
  return compact({
    ...view,
    since: since === 0 ? null : iso(since),
    balance: balance === null ? null : { ...balance, at: iso(balance.at) },
    reason: reason?.code ?? null,
    reasonText: reason?.sentence ?? null,
    warning: warning?.code ?? null,
    warningText: warning?.sentence ?? null,
  }) as z.infer<typeof line>;
}

export const linesRoutes: RestRoutes<Services> = (services) => [
  route({
    method: 'get',
    path: '/status',
    scope: null,
    summary: 'Get the status of lines and queue',
    answer: [200, 'The status', status],
    handle(_, { isOwner, version }) {
      const { lines, counts } = services();
      return { version, lines: lines.views.map(isOwner ? toOwnersLine : toLine), queue: counts.queue };
    },
  }),
];

export const linesEvents = (): PublicEvents<typeof linesContract> => ({
  'line.changed': { scope: 'messages:read', toData: toLine },
});
