import type { Chance } from '../chance';
import type { Clock } from '../clock';
import type { EventLog } from '../event-log';
import type { EventPlace } from '../events';
import { FlowProblem } from '../flow/flow-problem';

/**
 * When others see a write. `strict`: at once. `eventual`: after up to half a second. `hostile`: after up to ten seconds
 * and in any order. In hostile mode a call flow keeps the value that it read first, and at its end it writes back
 * values that it only read. The platform does not document its own behaviour.
 */
export type Consistency = 'strict' | 'eventual' | 'hostile';

const longestDelay: Readonly<Record<Consistency, number>> = { strict: 0, eventual: 500, hostile: 10_000 };

/** Characters of all participant data of a conversation, names and values (assumed: no document gives a limit). */
export const MOST_DATA = 1_048_576;

/** A write would make the participant data of a conversation larger than it may be. Nothing was written. */
export class TooMuchParticipantData extends FlowProblem {
  constructor(characters: number) {
    super(
      `the participant data of the conversation would have ${characters} characters, at most ${MOST_DATA} are allowed`,
    );
  }
}

export interface ParticipantDataOptions {
  /** The conversation, for the log. */
  readonly place: EventPlace;
  readonly consistency: Consistency;
  readonly clock: Clock;
  /** Makes the source of random delays. It is called once, if writes are not visible at once. */
  readonly chance: () => Chance;
  readonly log: EventLog;
  /** Called when a changed value becomes visible. */
  readonly onVisible?: (participantId: string, attributes: Readonly<Record<string, string>>) => void;
}

/**
 * The attributes of the participants of one conversation. The last write wins, key by key. A write becomes visible as a
 * whole.
 */
export class ParticipantData {
  readonly #visible = new Map<string, Map<string, string>>();
  /** Characters of each attribute, also of those that are not visible yet, by participant and name. */
  readonly #sizes = new Map<string, number>();
  #size = 0;
  #lastVisibleAt = 0;
  #chance: Chance | undefined;

  constructor(private readonly options: ParticipantDataOptions) {}

  /** The attributes that everybody sees. */
  of(participantId: string): ReadonlyMap<string, string> {
    return this.#visible.get(participantId) ?? new Map<string, string>();
  }

  /** Characters of all names and values. */
  get size(): number {
    return this.#size;
  }

  /**
   * @param by the writer's name, for the log
   * @throws TooMuchParticipantData
   */
  write(participantId: string, attributes: Readonly<Record<string, string>>, by: string): void {
    const { place, clock, log } = this.options;
    this.#count(participantId, attributes);
    log.add('attributes.written', place, { participantId, attributes, by });
    const delay = this.#delay();
    if (delay === 0) return this.#show(participantId, attributes);
    clock.after(delay, () => this.#show(participantId, attributes));
  }

  #count(participantId: string, attributes: Readonly<Record<string, string>>): void {
    const sizes = Object.entries(attributes).map(
      ([name, value]) => [`${participantId} ${name}`, name.length + value.length] as const,
    );
    const more = sizes.reduce((sum, [key, size]) => sum + size - (this.#sizes.get(key) ?? 0), 0);
    if (more > 0 && this.#size + more > MOST_DATA) throw new TooMuchParticipantData(this.#size + more);
    for (const [key, size] of sizes) this.#sizes.set(key, size);
    this.#size += more;
  }

  /** Makes attributes visible. Listeners do not get a value that did not change (assumed). */
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

  /** Milliseconds until a write is visible. Writes become visible in their order, except in hostile mode. */
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

/**
 * The attributes of a caller as the call flow sees them: its own writes at once, other writes when everybody sees them.
 */
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
    // If the flow has not seen a value yet, it reads again. In hostile mode it keeps the first value that it saw.
    const first = this.#first.get(name);
    if (first !== undefined) return first;
    const visible = this.data.of(this.participantId).get(name) ?? null;
    if (this.consistency === 'hostile' && visible !== null) this.#first.set(name, visible);
    return visible;
  }

  write(attributes: Readonly<Record<string, string>>, by: string): void {
    this.data.write(this.participantId, attributes, by);
    for (const [name, value] of Object.entries(attributes)) this.#own.set(name, value);
  }

  /**
   * At its end the flow writes its attributes again, and overwrites what others wrote meanwhile. In hostile mode it
   * also writes the values that it only read. In strict mode it writes nothing again.
   */
  end(by: string): void {
    if (this.consistency === 'strict') return;
    const all = Object.fromEntries([...this.#first, ...this.#own]);
    if (Object.keys(all).length > 0) this.data.write(this.participantId, all, `${by} (at its end)`);
  }
}
