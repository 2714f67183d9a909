import { type ListenerApi, ListenerRefused } from './api';
import { type Frame, Link, type LinkNotice } from './link';
import type { ListenerPorts } from './ports';

/** What a line does. `gap`: it was live, and is not now. */
export type LineState = 'connecting' | 'live' | 'gap' | 'stopped';

export interface LineOptions extends ListenerPorts {
  readonly api: ListenerApi;
  readonly onFrame: (frame: Frame) => void;
  readonly onRejected: (topic: string, reason: string) => void;
  readonly onState: (state: LineState, why: string) => void;
  /** The line was not live in between; events of these topics may be missing. */
  readonly onGap: (topics: readonly string[], from: number, to: number) => void;
  /** These topics are new, are heard from now on, and are of interest since an earlier moment. */
  readonly onFresh: (topics: readonly string[], from: number, to: number) => void;
  readonly onRotation: () => void;
  /** Lets one line at a time have two channels. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Milliseconds after its creation at which a channel is replaced. */
  readonly renewAfter: number;
  /** How long both channels are heard, in milliseconds. */
  readonly overlap: number;
  /** Whether too many events wait for the handler: a new link takes nothing then. */
  readonly isPaused: () => boolean;
}

/** The first wait after a failure, and the longest. Milliseconds. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;

/** Topics of at most one channel, and the link that hears them. It mends and renews the link. */
export class Line {
  state: LineState = 'connecting';
  #topics: readonly string[] = [];
  #link: Link | undefined;
  /** The link that a rotation has not closed yet. */
  #before: Link | undefined;
  #gapFrom: number | undefined;
  /** New topics that no link hears yet, with the moment since which they are of interest. */
  readonly #unheard = new Map<string, number>();
  /** One change of the link after another, because a subscription replaces all topics of a channel. */
  #order: Promise<unknown> = Promise.resolve();
  /** How many changes of the link are under way or wait. */
  #atWork = 0;
  #isStopped = false;
  /** The topics of the link are not those of the line. */
  #isDirty = false;
  /** The link that is being replaced. */
  #leaving: Link | undefined;
  #cancelRenewal = (): void => undefined;
  #cancelRetry = (): void => undefined;

  constructor(private readonly options: LineOptions) {}

  get topics(): readonly string[] {
    return this.#topics;
  }

  /** @param missingSince when the events of these topics begin to be of interest; undefined: now */
  start(topics: readonly string[], missingSince: number | undefined): Promise<void> {
    this.#topics = topics;
    this.#gapFrom = missingSince;
    return this.#connect();
  }

  /**
   * Changes the topics. Where the line has a link, this ends when the link has them; else the next link will have them.
   *
   * @param since when the events of new topics begin to be of interest; undefined: now
   * @throws ListenerRefused where the org does not take them; the line tries again later
   */
  async change(topics: readonly string[], since: number | undefined): Promise<void> {
    const mustWait = this.#atWork > 0 || !this.#link;
    const from = since ?? (mustWait ? this.options.clock.now() : undefined);
    const known = new Set(this.#topics);
    const names = new Set(topics);
    for (const topic of this.#unheard.keys()) if (!names.has(topic)) this.#unheard.delete(topic);
    if (from !== undefined) for (const topic of topics) if (!known.has(topic)) this.#unheard.set(topic, from);
    this.#topics = topics;
    this.#isDirty = true;
    if (this.#link) await this.#inOrder(() => this.#subscribe());
  }

  pause(): void {
    this.#link?.pause();
    this.#before?.pause();
  }

  resume(): void {
    this.#link?.resume();
    this.#before?.resume();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelRenewal();
    this.#cancelRetry();
    this.#link?.close();
    this.#before?.close();
    this.#link = undefined;
    this.#tell('stopped', 'stopped');
  }

  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    this.#atWork += 1;
    const next = this.#order.then(work).finally(() => (this.#atWork -= 1));
    this.#order = next.catch(() => undefined);
    return next;
  }

  async #subscribe(): Promise<void> {
    const link = this.#link;
    if (!link || !this.#isDirty || this.#isStopped) return;
    this.#isDirty = false;
    try {
      await link.subscribe(this.#topics);
      if (this.#link === link) this.#tellFresh(link);
    } catch (problem) {
      if (problem instanceof ListenerRefused && problem.status === 404) return this.#lost(link, 'the channel is gone');
      this.#isDirty = true;
      this.#cancelRetry();
      this.#cancelRetry = this.options.clock.after(LONGEST_WAIT, () => this.#subscribeLater());
      throw problem;
    }
  }

  /** Nobody waits for this subscription: where it fails, the line says so and tries again. */
  #subscribeLater(): void {
    this.#inOrder(() => this.#subscribe()).catch((problem: unknown) => this.#tell(this.state, messageOf(problem)));
  }

  #connect(): Promise<void> {
    return this.#inOrder(async () => {
      for (let wait = FIRST_WAIT; !this.#isStopped && !this.#link; wait = Math.min(wait * 2, LONGEST_WAIT)) {
        try {
          return this.#goLive(await this.#open());
        } catch (problem) {
          // Wrong credentials and wrong topics do not mend themselves. Nobody was live yet, so the caller hears of it.
          if (isFinal(problem) && this.#gapFrom === undefined) throw problem;
          this.#tell(this.#gapFrom === undefined ? 'connecting' : 'gap', messageOf(problem));
          await this.options.api.sleep(wait);
        }
      }
    });
  }

  async #open(): Promise<Link> {
    const { clock, fetch, openSocket, api, onFrame, onRejected } = this.options;
    const topics = this.#topics;
    // A link may speak before it is open.
    const opened: { link?: Link } = {};
    opened.link = await Link.open(
      {
        clock,
        fetch,
        openSocket,
        api,
        onFrame,
        onRejected,
        onNotice: (notice) => void this.#onNotice(notice, () => opened.link),
        onLost: (_, reason) => opened.link && this.#lost(opened.link, reason),
      },
      topics,
    );
    this.#isDirty = this.#topics !== topics;
    return opened.link;
  }

  #goLive(link: Link): void {
    if (this.#isStopped) return link.close();
    const { clock, renewAfter, onGap, isPaused } = this.options;
    this.#link = link;
    if (isPaused()) link.pause();
    this.#cancelRenewal();
    this.#cancelRenewal = clock.after(renewAfter, () => void this.#rotate('renewal'));
    const from = this.#gapFrom;
    this.#gapFrom = undefined;
    this.#tell('live', 'connected');
    if (from !== undefined) onGap(this.#topics, from, clock.now());
    this.#tellFresh(link);
    if (this.#isDirty) this.#subscribeLater();
  }

  /** A refill comes after the subscription, because events between the two would be lost otherwise. */
  #tellFresh({ topics }: Link): void {
    const bySince = new Map<number, string[]>();
    for (const topic of topics) {
      const since = this.#unheard.get(topic);
      if (since === undefined) continue;
      this.#unheard.delete(topic);
      bySince.set(since, [...(bySince.get(since) ?? []), topic]);
    }
    for (const [since, fresh] of bySince) this.options.onFresh(fresh, since, this.options.clock.now());
  }

  async #onNotice(notice: LinkNotice, of: () => Link | undefined): Promise<void> {
    if (notice === 'token revoked') await this.options.api.forgetToken();
    if (this.#link !== undefined && this.#link === of()) await this.#rotate(notice);
  }

  /** Opens a second link, hears both for a while, and closes the first. Topics may change while both are heard. */
  async #rotate(why: string): Promise<void> {
    const before = this.#link;
    if (!before || this.#leaving === before) return;
    this.#leaving = before;
    await this.options.inTurn(async () => {
      if (!(await this.#inOrder(() => this.#replace(before, why)))) return;
      const { heardAt } = before;
      before.ping();
      await this.options.api.sleep(this.options.overlap);
      before.close();
      // A first link that gave no sign of life may have been dead for longer than anybody knows.
      if (before.heardAt === heardAt && !this.#isStopped)
        this.options.onGap(this.#topics, heardAt, this.options.clock.now());
      this.#before = undefined;
    });
  }

  /** Gives whether there is a new link in place of `before`. */
  async #replace(before: Link, why: string): Promise<boolean> {
    if (this.#link !== before || this.#isStopped) return false;
    const next = await this.#open().catch((problem: unknown) => {
      this.#tell(this.state, `${why}: ${messageOf(problem)}`);
      return undefined;
    });
    if (!next) {
      this.#leaving = undefined;
      this.#cancelRenewal();
      this.#cancelRenewal = this.options.clock.after(LONGEST_WAIT, () => void this.#rotate(why));
      return false;
    }
    this.options.onRotation();
    // The first link may have ended meanwhile. Then the gap is still open, and going live refills it.
    this.#before = before;
    this.#goLive(next);
    return true;
  }

  #lost(link: Link, reason: string): void {
    if (this.#link !== link || this.#isStopped) return;
    this.#gapFrom = Math.min(this.#gapFrom ?? Infinity, link.heardAt);
    this.#link = undefined;
    link.close();
    this.#cancelRenewal();
    this.#tell('gap', reason);
    void this.#connect();
  }

  #tell(state: LineState, why: string): void {
    this.state = state;
    this.options.onState(state, why);
  }
}

const isFinal = (problem: unknown): boolean =>
  problem instanceof ListenerRefused && problem.status >= 400 && problem.status < 500 && problem.status !== 429;

const messageOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));
