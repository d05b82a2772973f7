import type { LifeState, Line, SlotCounts } from '../../../modem/index.ts';
import { lineId } from '../../shared/ids.ts';
import type { BalanceDto, LinePage, LineState, LineDto } from './contract.ts';
import type { LineRow } from './repository.ts';
import type { BalanceRow } from './history-repository.ts';
import type { DeskContext } from '../../core/context.ts';
import { reasonOf } from '../messaging/reasons.ts';
import { settingsOf } from './line-settings.ts';

const STATES: Readonly<Record<LifeState['name'], LineState>> = {
  stopped: 'off',
  opening: 'starting',
  initialising: 'starting',
  blocked: 'attention',
  searching: 'searching',
  ready: 'ready',
  resetting: 'reconnecting',
  'backing-off': 'reconnecting',
};

/** What is shown of a line whose modem is in use. */
export interface AttachedLine {
  readonly row: LineRow;
  readonly modem: Line;
  readonly port: string | null;
  readonly slots: SlotCounts | null;
  /** When the state that a person sees began. */
  readonly since: number;
  /** Why the line was last lost, until it works again; null if it works. */
  readonly lostFor: string | null;
  readonly answeredAt: number | null;
  readonly volume: { counts(now: number): LinePage['volume'] };
}

const EVENTS_SHOWN = 60;
const SIGNAL_SHOWN_MS = 24 * 3_600_000;

/** Why a line does not work, as a code for {@link reasonOf}; null if it works. `busy:NAME` tells who holds the port. */
export function faultCode({ state, holder }: Line): string | null {
  switch (state.name) {
    case 'ready':
      return null;
    case 'blocked':
    case 'searching':
      return state.reason;
    case 'backing-off':
      return state.reason === 'busy' && holder !== null ? `busy:${holder}` : state.reason;
    default:
      return state.name;
  }
}

/**
 * The state a person sees: a line that is being looked for stays lost until it is found, rather than switching between states.
 */
export function lineState({ modem, lostFor }: Pick<AttachedLine, 'modem' | 'lostFor'>): LineState {
  return lostFor === null ? STATES[modem.state.name] : 'reconnecting';
}

export function toAttachedLineDto(context: DeskContext, attached: AttachedLine): LineDto {
  const { row, modem, port, slots, since } = attached;
  const { facts } = modem;
  const total = facts?.storage.total ?? null;
  return {
    ...toOfflineLineDto(context, row),
    state: lineState(attached),
    reason: reasonOf(attached.lostFor ?? faultCode(modem)),
    warning: reasonOf(warningOf(attached)),
    port,
    imsi: facts?.imsi ?? row.imsi,
    imei: facts?.imei ?? row.imei,
    operator: facts?.operator ?? null,
    signalDbm: facts?.signalDbm ?? null,
    sim: toSlotsDto(slots) ?? (total === null ? null : { used: facts?.storage.used ?? 0, total }),
    since,
  };
}

/** What is shown of a line whose modem is not in use. */
export function toOfflineLineDto(context: DeskContext, row: LineRow): LineDto {
  const balance = context.store.lineHistory.lastBalance(row.id);
  return {
    id: lineId(row.id),
    name: row.name,
    kind: row.kind,
    state: 'off',
    reason: reasonOf('stopped'),
    warning: null,
    port: row.port,
    imsi: row.imsi,
    imei: row.imei,
    operator: null,
    signalDbm: null,
    sim: null,
    since: 0,
    ownNumber: row.own_number,
    balance: balance === null ? null : toBalanceDto(balance, settingsOf(row).balance.warnBelow),
  };
}

function toSlotsDto(slots: SlotCounts | null): { used: number; total: number } | null {
  return slots === null ? null : { used: slots.used, total: slots.total };
}

function toBalanceDto({ at, text, amount }: BalanceRow, warnBelow: number | null): BalanceDto {
  return { at, text, amount, isLow: amount !== null && warnBelow !== null && amount < warnBelow };
}

/** The code of something that should be known about a line that works. */
function warningOf({ modem, slots }: AttachedLine): string | null {
  if (modem.facts?.storage.preferred === null) return 'no-storage';
  return slots?.keepsTexts === true && slots.used >= slots.total ? 'memory-stuck' : null;
}

export function linePage(context: DeskContext, row: LineRow, attached: AttachedLine | null): LinePage {
  const { store, clock } = context;
  const facts = attached?.modem.facts ?? null;
  return {
    line: attached === null ? toOfflineLineDto(context, row) : toAttachedLineDto(context, attached),
    settings: settingsOf(row),
    hasPin: row.pin_sealed !== null && row.pin_refused === 0,
    volume: attached?.volume.counts(clock.now()) ?? { minute: 0, hour: 0, day: 0 },
    modem:
      facts === null
        ? null
        : {
            manufacturer: facts.manufacturer,
            model: facts.model,
            revision: facts.revision,
            serviceCentre: facts.serviceCentre,
            iccid: facts.iccid,
          },
    proof: {
      answeredAt: attached?.answeredAt ?? null,
      sentAt: row.last_sent_at,
      receivedAt: row.last_received_at,
      reportAt: row.last_report_at,
    },
    events: store.lineHistory.events(row.id, EVENTS_SHOWN).map(({ at, kind, detail }) => ({
      at,
      state: STATES[kind as LifeState['name']] ?? 'ready',
      sentence: reasonOf(detail)?.sentence ?? '',
    })),
    signal: store.lineHistory.signals(row.id, clock.now() - SIGNAL_SHOWN_MS),
  };
}
