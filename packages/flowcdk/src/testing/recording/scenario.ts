import type { EventOf, LoggedEvent } from '../../emulator/runtime/events';

/** What the caller of a scenario does, in order. Times are milliseconds. */
export type ScenarioStep =
  /** Waits until a text was heard to its end. */
  | { readonly does: 'hears'; readonly text: string }
  /** Waits until a text begins. */
  | { readonly does: 'beginsToHear'; readonly text: string }
  | { readonly does: 'waits'; readonly milliseconds: number }
  | { readonly does: 'presses'; readonly keys: string }
  | { readonly does: 'hangsUp' };

/** What the agent of a scenario does. Milliseconds. */
export interface ScenarioAgent {
  readonly answersAfter: number;
  readonly talksFor: number;
  readonly wrapsUpIn: number;
}

/** A call that a test can repeat. */
export interface Scenario {
  readonly steps: readonly ScenarioStep[];
  /** Undefined: nobody answered. */
  readonly agent?: ScenarioAgent | undefined;
  /** What the caller heard, in order. */
  readonly heard: readonly string[];
  /** The queues that the call came to. */
  readonly queues: readonly string[];
}

/**
 * A call as a scenario: what the caller did, each time after the last thing heard, and what was heard.
 *
 * @param exactly whether steps only count time, where texts do not lead to the same call
 */
export function scenarioOf(own: readonly LoggedEvent[], exactly = false): Scenario {
  const writer = new Writer(own, exactly);
  for (const event of own) {
    if (event.type === 'digits.pressed') writer.write(event, { does: 'presses', keys: event.digits });
    if (event.type === 'call.ended' && event.by === 'caller') writer.write(event, { does: 'hangsUp' });
  }
  return {
    steps: writer.steps,
    agent: agentIn(own),
    heard: own.flatMap((event) => (event.type === 'audio.ended' && event.text !== '' ? [event.text] : [])),
    queues: own.flatMap((event) => (event.type === 'queue.entered' ? [event.queue] : [])),
  };
}

type Audio = EventOf<'audio.started'> | EventOf<'audio.ended'>;

class Writer {
  readonly steps: ScenarioStep[] = [];
  /** Where the steps so far lead: the event that they waited for last, and the time. */
  #seen = 0;
  #now: number;

  constructor(
    private readonly own: readonly LoggedEvent[],
    private readonly exactly: boolean,
  ) {
    this.#now = own[0]?.at ?? 0;
  }

  /** Writes what leads to an event of the caller, and the event. */
  write(event: LoggedEvent, step: ScenarioStep): void {
    const awaited = this.exactly ? undefined : this.#lastAudio(event);
    if (awaited) {
      const { audio, text } = awaited;
      this.steps.push({ does: audio.type === 'audio.ended' ? 'hears' : 'beginsToHear', text });
      this.#seen = audio.number;
      this.#now = audio.at;
    }
    if (event.at > this.#now) this.steps.push({ does: 'waits', milliseconds: event.at - this.#now });
    this.#now = event.at;
    this.steps.push(step);
  }

  /** The last audio before an event, and a text that leads to it. */
  #lastAudio(event: LoggedEvent): { readonly audio: Audio; readonly text: string } | undefined {
    const candidates = this.own.filter((each): each is Audio => {
      if (each.number >= event.number || each.number <= this.#seen || each.at < this.#now) return false;
      return isHeard(each) || (each.type === 'audio.started' && each.text !== '' && each.kind !== 'music');
    });
    const audio = candidates.findLast((each) => each.type === 'audio.ended' || !this.#endsBefore(each, event));
    const text = audio && [firstSentence(audio.text), audio.text].find((each) => this.#leadsTo(audio, each));
    return audio && text !== undefined ? { audio, text } : undefined;
  }

  /** A wait takes the first audio with its text. What is repeated leads too early. */
  #leadsTo(audio: Audio, text: string): boolean {
    const says = text.toLowerCase();
    const first = this.own.find(
      (each) =>
        each.number > this.#seen &&
        each.type === audio.type &&
        (each.type === 'audio.started' || isHeard(each)) &&
        each.text.toLowerCase().includes(says),
    );
    return first === audio;
  }

  #endsBefore(started: EventOf<'audio.started'>, event: LoggedEvent): boolean {
    const end = this.own.find((each) => each.number > started.number && each.type === 'audio.ended');
    return end !== undefined && end.number < event.number;
  }
}

const isHeard = (event: LoggedEvent): event is EventOf<'audio.ended'> =>
  event.type === 'audio.ended' && event.text !== '' && event.cutOffBy === undefined && !event.text.startsWith('(');

/** The first sentence of a text, so that a test stays readable. */
function firstSentence(text: string): string {
  const end = [...text].findIndex((letter, i) => i >= SHORTEST && '.?!'.includes(letter));
  return end < 0 ? text : text.slice(0, end + 1);
}

/** A shorter text may say nothing: "Hi." */
const SHORTEST = 12;

/** The first agent of the call. */
function agentIn(own: readonly LoggedEvent[]): ScenarioAgent | undefined {
  const at = (type: LoggedEvent['type'], from = 0): number | undefined =>
    own.find((event) => event.type === type && event.at >= from)?.at;
  const [entered, answered] = [at('queue.entered'), at('agent.answered')];
  if (entered === undefined || answered === undefined) return undefined;
  const ended = at('call.ended', answered) ?? answered;
  const wrappedUp = at('agent.wrappedUp', ended) ?? ended;
  return { answersAfter: answered - entered, talksFor: ended - answered, wrapsUpIn: wrappedUp - ended };
}
