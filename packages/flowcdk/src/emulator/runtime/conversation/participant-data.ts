import type { Chance } from '../chance';
import type { Clock } from '../clock';
import type { EventLog } from '../event-log';
import type { EventPlace } from '../events';

/**
 * When others see what was written: `strict` at once; `eventual` after up to half a second; `hostile` after up to ten,
 * in any order, the running call flow keeps serving what it read first, and writes back at its end what it only read
 * (`architect-runtime.md` C1; the platform's own behaviour is not documented).
 */
export type Consistency = 'strict' | 'eventual' | 'hostile';

const longestDelay: Readonly<Record<Consistency, number>> = { strict: 0, eventual: 500, hostile: 10_000 };

export interface ParticipantDataOptions {
  /** The conversation, for the log. */
  readonly place: EventPlace;
  readonly consistency: Consistency;
  readonly clock: Clock;
  /** Asked for once, where writes are not seen at once. */
  readonly chance: () => Chance;
  readonly log: EventLog;
  /** Told when something becomes visible that was not so before. */
  readonly onVisible?: (participantId: string, attributes: Readonly<Record<string, string>>) => void;
}

/** The attributes of the participants of one conversation. Last write wins, key by key; one write is seen as a whole. */
export class ParticipantData {
  readonly #visible = new Map<string, Map<string, string>>();
  #lastVisibleAt = 0;
  #chance: Chance | undefined;

  constructor(private readonly options: ParticipantDataOptions) {}

  /** What everybody sees. */
  of(participantId: string): ReadonlyMap<string, string> {
    return this.#visible.get(participantId) ?? new Map<string, string>();
  }

  /** @param by who writes, for the log */
  write(participantId: string, attributes: Readonly<Record<string, string>>, by: string): void {
    const { place, clock, log } = this.options;
    log.add('attributes.written', place, { participantId, attributes, by });
    const delay = this.#delay();
    if (delay === 0) return this.#show(participantId, attributes);
    clock.after(delay, () => this.#show(participantId, attributes));
  }

  /** Who hears of changes does not hear of a value that was there already (assumed). */
  #show(participantId: string, attributes: Readonly<Record<string, string>>): void {
    const { place, log, onVisible } = this.options;
    const known = this.#visible.get(participantId) ?? new Map<string, string>();
    this.#visible.set(participantId, known);
    const changed: [string, string][] = [];
    for (const entry of Object.entries(attributes)) {
      if (known.get(entry[0]) === entry[1]) continue;
      known.set(...entry);
      changed.push(entry);
    }
    log.add('attributes.visible', place, { participantId, attributes });
    if (changed.length > 0) onVisible?.(participantId, Object.fromEntries(changed));
  }

  /** Writes become visible in the order in which they were made, but for the hostile mode. */
  #delay(): number {
    const { consistency, clock, chance } = this.options;
    const longest = longestDelay[consistency];
    if (longest === 0) return 0;
    this.#chance ??= chance();
    const at = clock.now() + Math.round(this.#chance.next() * longest);
    if (consistency === 'hostile') return at - clock.now();
    this.#lastVisibleAt = Math.max(this.#lastVisibleAt, at);
    return this.#lastVisibleAt - clock.now();
  }
}

/** How a call flow sees the attributes of its caller: its own writes at once, the rest as everybody does. */
export class FlowView {
  readonly #own = new Map<string, string>();
  readonly #first = new Map<string, string>();

  constructor(
    private readonly data: ParticipantData,
    private readonly participantId: string,
    private readonly consistency: Consistency,
  ) {}

  read(name: string): string | null {
    const own = this.#own.get(name);
    if (own !== undefined) return own;
    // A flow that never saw the attribute asks again; one that saw a value keeps it in the hostile mode.
    const first = this.#first.get(name);
    if (first !== undefined) return first;
    const visible = this.data.of(this.participantId).get(name) ?? null;
    if (this.consistency === 'hostile' && visible !== null) this.#first.set(name, visible);
    return visible;
  }

  write(attributes: Readonly<Record<string, string>>, by: string): void {
    for (const [name, value] of Object.entries(attributes)) this.#own.set(name, value);
    this.data.write(this.participantId, attributes, by);
  }

  /**
   * At the end of the flow what it wrote is written again, and wins over what others wrote meanwhile; in the hostile
   * mode also what it only read. Where everything is seen at once there is nothing to write again.
   */
  end(by: string): void {
    if (this.consistency === 'strict') return;
    const all = Object.fromEntries([...this.#first, ...this.#own]);
    if (Object.keys(all).length > 0) this.data.write(this.participantId, all, `${by} (at its end)`);
  }
}
