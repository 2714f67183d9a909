import { Call } from '../../../src/emulator/api/call';
import type { Route } from '../../../src/emulator/api/route';
import { anything, type BodyOf, type Field, type Shape } from '../../../src/emulator/state/shape';
import { isObject, type Json, type JsonObject } from '../../../src/emulator/state/json';

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const oneFrom = <T>(random: () => number, list: readonly T[]): T | undefined =>
  list[Math.floor(random() * list.length)];

/** Values that programs trip over. */
const hostile: readonly Json[] = [
  ...[null, true, false, 0, -1, 1.5, 1e21, '', ' ', '*', '%', '\u0000', '__proto__', 'constructor', 'toString'],
  ...[[], [null], [[]], {}, { id: null }, { id: {} }, { __proto__: 1 }, { constructor: { name: 'x' } }, [{ id: 5 }]],
  ...['+442079460101', 'x'.repeat(300), '../..', '{{x}}', '${input.x}', '\ud800', '2026-11-21T08:00:00.000Z'],
];

/** Texts that mean something here and there. */
const texts = [
  ...['Support', 'Sales', 'Report', 'en-us', 'fr', 'key', 'basicAuth', 'userDefinedOAuth', 'custom-rest-actions'],
  ...['purecloud-data-actions', 'https://example.com/${input.id}', 'GET', 'POST', '+442079460101', '+442079460199'],
  ...['v2.detail.events.conversation.{id}.acw', 'Workflow', 'mediaType', 'VOICE', '2026-01-05T08:00:00.000000', '*'],
  ...['$.name', 'ada@example.com', 'ENABLED', 'TestQueue', 'official', 'public', 'PURE_CLOUD'],
];

/**
 * Makes bodies that are right often enough to get past the first checks. What a body looks like is learnt: from the
 * shapes the routes ask bodies to have, and from what those shapes say about a value that is wrong.
 */
export class RandomBodies {
  readonly #shapes = new Map<Route, Shape>();
  readonly #taken = new Map<string, Json[]>();

  constructor(
    private readonly random: () => number,
    /** Ids that may be right. */
    private readonly ids: () => readonly string[],
    /** An id of the same kind that is there, for one that is gone. */
    private readonly livingIdFor: (id: string) => string,
  ) {}

  /** A body that was right; others are made from it. */
  remember(method: string, path: string, body: Json): void {
    const taken = this.#taken.get(`${method} ${path}`) ?? [];
    if (taken.length >= 20) taken.splice(Math.floor(this.random() * 20), 1);
    this.#taken.set(`${method} ${path}`, [...taken, body]);
  }

  /** Another thing of its kind, with most of it as it was. */
  changed(body: Json): Json {
    let result = this.#withLivingIds(body);
    for (let left = Math.floor(this.random() * 3); left > 0; left--) result = this.#mutated(result);
    return result;
  }

  /** Remembers the shapes a route asks for while it answers. */
  watching<T>(route: Route, work: () => T): T {
    const before = Object.getOwnPropertyDescriptor(Call.prototype, 'object');
    const read = Call.prototype.object;
    const shapes = this.#shapes;
    Call.prototype.object = function <const S extends Shape>(this: Call, shape: S): BodyOf<S> {
      shapes.set(route, shape);
      return read.call(this, shape) as BodyOf<S>;
    };
    const restore = (): void => {
      if (before) Object.defineProperty(Call.prototype, 'object', before);
    };
    const result = work();
    if (result instanceof Promise) void result.finally(restore);
    else restore();
    return result;
  }

  bodyFor(route: Route): string {
    const chance = this.random();
    if (chance < 0.03) return oneFrom(this.random, ['', 'null', '{', '[]', '"x"', '5', '{"a":1,}', '[{}]']) ?? '';
    if (chance < 0.1) return JSON.stringify(this.anything(3));
    if (chance < 0.2) return JSON.stringify(this.#some(() => this.#text(), 3));
    const taken = oneFrom(this.random, this.#taken.get(`${route.method} ${route.path}`) ?? []);
    if (taken !== undefined && chance < 0.75) return JSON.stringify(this.#renamed(this.changed(taken)));
    const shape = this.#shapes.get(route);
    return JSON.stringify(shape ? this.#fitting(shape) : this.anything(2));
  }

  #renamed(body: Json): Json {
    if (!isObject(body) || typeof body['name'] !== 'string' || this.random() < 0.2) return body;
    const number = Math.floor(this.random() * 1e6);
    return {
      ...body,
      name: `N${number}`,
      ...(body['email'] === undefined ? {} : { email: `n${number}@example.com` }),
    };
  }

  #withLivingIds(body: Json): Json {
    if (typeof body === 'string') return this.livingIdFor(body);
    if (Array.isArray(body)) return (body as readonly Json[]).map((item) => this.#withLivingIds(item));
    if (!isObject(body)) return body;
    return Object.fromEntries(Object.entries(body).map(([name, v]) => [name, this.#withLivingIds(v ?? null)]));
  }

  /** One place in it is something else, or gone. */
  #mutated(body: Json): Json {
    if (Array.isArray(body) && body.length > 0 && this.random() < 0.8) {
      const at = Math.floor(this.random() * body.length);
      return (body as readonly Json[]).map((item, i) => (i === at ? this.#mutated(item) : item));
    }
    if (isObject(body) && this.random() < 0.9) {
      const name = oneFrom(this.random, Object.keys(body));
      if (name === undefined) return body;
      const chance = this.random();
      const { [name]: old = null, ...rest } = body;
      return chance < 0.15 ? rest : { ...rest, [name]: this.#mutated(old) };
    }
    return this.random() < 0.5 ? this.#text() : this.anything(1);
  }

  #fitting(shape: Shape): JsonObject {
    const body: Record<string, Json> = {};
    for (const [name, field] of Object.entries(shape)) {
      const chance = this.random();
      if (chance < 0.04) body[name] = oneFrom(this.random, hostile) ?? null;
      else if (field.required || chance < 0.55) body[name] = this.#valueOf(field);
    }
    // Versions are checked; most things are at their first.
    if ('version' in shape && this.random() < 0.8) body['version'] = oneFrom(this.random, [1, 1, 1, 2, 3]) ?? 1;
    return body;
  }

  /** Tries values until the field takes one; what it says is missing inside is added. */
  #valueOf(field: Field): Json {
    const allowed = /one of ([^;]+)$/.exec(field.expects)?.[1]?.split(', ');
    if (allowed) return oneFrom(this.random, allowed) ?? null;
    const least = /of at least (-?\d+)/.exec(field.expects);
    if (least) return Number(least[1]);
    const from = /from (-?\d+) to (-?\d+)/.exec(field.expects);
    if (from) return this.random() < 0.5 ? Number(from[1]) : Number(from[2]);
    const start = Math.floor(this.random() * 3);
    const candidates: Json[] = [this.#text(), this.#text(), this.#object(), [this.#text()], [this.#object()], true, 1];
    for (let i = 0; i < candidates.length; i++) {
      const candidate = candidates[(start + i) % candidates.length] ?? null;
      const repaired = this.#repaired(field, candidate);
      if (repaired !== undefined) return repaired;
    }
    return this.anything(2);
  }

  #repaired(field: Field, value: Json): Json | undefined {
    let tried: Json = value;
    for (let round = 0; round < 4; round++) {
      const wrong: { readonly path: string; readonly message: string }[] = [];
      field.read(tried, '', (path, message) => wrong.push({ path, message }));
      if (wrong.length === 0) return tried;
      if (!wrong.every(({ message }) => message.includes('is missing'))) return undefined;
      for (const { path, message } of wrong) {
        const expected = message.split('expected ')[1] ?? '';
        const part = this.#valueOf({ ...anything, expects: expected });
        tried = withPart(
          tried,
          path
            .replace(/^\./, '')
            .split(/[.[\]]+/)
            .filter(Boolean),
          part,
        );
      }
    }
    return undefined;
  }

  #object(): JsonObject {
    return this.random() < 0.5 ? { id: this.#text() } : this.#some(() => this.#text(), 2);
  }

  #text(): string {
    const known = this.ids();
    return (this.random() < 0.4 && oneFrom(this.random, known)) || (oneFrom(this.random, texts) ?? 'x');
  }

  #some(value: () => Json, most: number): JsonObject {
    const names = ['id', 'name', 'type', 'version', 'division', 'config', 'key', 'properties', 'grants', 'enabled'];
    return Object.fromEntries(
      Array.from({ length: Math.floor(this.random() * (most + 1)) }, () => [oneFrom(this.random, names), value()]),
    ) as JsonObject;
  }

  anything(depth: number): Json {
    const chance = this.random();
    if (depth === 0 || chance < 0.4) return oneFrom(this.random, hostile) ?? null;
    if (chance < 0.6) return Array.from({ length: Math.floor(this.random() * 3) }, () => this.anything(depth - 1));
    return this.#some(() => this.anything(depth - 1), 4);
  }
}

function withPart(value: Json, [first, ...rest]: readonly string[], part: Json): Json {
  if (first === undefined) return part;
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((item, i) => (String(i) === first ? withPart(item, rest, part) : item));
  }
  const fields = typeof value === 'object' && value !== null ? (value as JsonObject) : {};
  return { ...fields, [first]: withPart(fields[first] ?? {}, rest, part) };
}
