import {
  detectLanguage,
  DurationValue,
  type ExpressionOrg,
  type ReferenceKind,
  ReferenceValue,
  type Value,
} from '../../architect/expressions';
import { kindOfReference } from '../state/kinds';
import type { Org } from '../state/org';
import type { Prompt } from '../state/tables/prompt';
import type { PromptSpeech } from './voice/speech';

/** The entities that flows look up in the org by name or id while they run. */
export interface Names extends ExpressionOrg {
  readonly promptSpeech: PromptSpeech;
}

/** What a lookup by name needs besides the content of the org. */
export interface NamesOptions {
  /** How long a call may wait in a queue, in milliseconds; undefined if nobody knows. */
  readonly estimatedWait: (queueId: string) => number | undefined;
}

/** Every org has the system prompts. Their texts are our own (assumed). */
const systemPrompts: Readonly<Record<string, { readonly text: string; readonly milliseconds: number }>> = {
  on_hold_music: { text: '(hold music)', milliseconds: 60_000 },
  processing: { text: '(processing)', milliseconds: 3_000 },
};

/** The language if the org does not name one (documented: the language of a new organisation). */
const DEFAULT_LANGUAGE = 'en-us';

/**
 * The org as expressions and actions see it. Upper and lower case of names do not matter (documented). If several
 * things have the same name, the lookup gives none of them (documented: "if not exactly one").
 */
export function namesOf(org: Org, { estimatedWait }: NamesOptions): Names {
  const language = (): string => org.all('organization')[0]?.defaultLanguage ?? DEFAULT_LANGUAGE;
  return {
    findByName: (kind, name) => {
      const key = folded(name);
      return reference(
        kind,
        only(named(org, kind), (thing) => namesIn(kind, thing).includes(key)),
      );
    },
    findById: (kind, id) => {
      const state = kindOfReference[kind];
      return reference(kind, state && org.get(state, id.trim()));
    },
    findPrompt: (origin, name) => {
      // We do not know which prompts the system has. Any name is a system prompt (assumed).
      if (origin === 'system') {
        const { text, milliseconds } = systemPrompts[folded(name)] ?? unknownPrompt(name);
        const properties = { type: 'system', texttospeech: text, duration: new DurationValue(milliseconds) };
        return new ReferenceValue('prompt', `system/${name}`, `PromptSystem.${name}`, properties);
      }
      const prompt = only(org.all('prompt'), (candidate) => folded(candidate.name) === folded(name));
      return prompt && userPrompt(prompt, language());
    },
    defaultLanguage: language,
    supportedLanguages: () => [language()],
    detectLanguage,
    // We do not know the platform's exchange rates. A conversion needs its own rate.
    exchangeRate: () => undefined,
    // Only calls wait in queues of the local org.
    estimatedWaitTime: (queue, mediaType) => {
      const wait = mediaType === null || folded(mediaType) === 'call' ? estimatedWait(queue.id) : undefined;
      return wait === undefined ? undefined : new DurationValue(wait);
    },
    promptSpeech: (name, callersLanguage) => {
      const [, scope, bare = name] = /^(?:(Prompt|PromptUser|PromptSystem)\.)?(.*)$/i.exec(name) ?? [];
      if (/^promptsystem$/i.test(scope ?? '')) return systemPrompts[folded(bare)] ?? unknownPrompt(bare);
      const prompt = org.all('prompt').find((candidate) => folded(candidate.name) === folded(bare));
      return speechOf(prompt, bare, callersLanguage);
    },
  };
}

const unknownPrompt = (name: string): { readonly text: string; readonly milliseconds: number } => ({
  text: `(${name})`,
  milliseconds: 2_000,
});

/** Something that a flow can name. Users have an e-mail address and may have a user name. */
interface Named {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly username?: string | undefined;
}

function named(org: Org, kind: ReferenceKind): readonly Named[] {
  const state = kindOfReference[kind];
  return state ? org.all(state) : [];
}

/** A user also has their e-mail address and user name as names. */
const namesIn = (kind: ReferenceKind, { name, email, username }: Named): readonly string[] =>
  (kind === 'user' ? [email, username, name] : [name]).map(folded);

const only = <T>(all: readonly T[], fits: (candidate: T) => boolean): T | undefined => {
  const [first, second] = all.filter(fits);
  return second === undefined ? first : undefined;
};

function reference(kind: ReferenceKind, thing: Named | undefined): ReferenceValue | undefined {
  return thing && new ReferenceValue(kind, thing.id, thing.name, more(kind, thing));
}

const more = (kind: ReferenceKind, { email, username = email }: Named): Readonly<Record<string, Value>> =>
  kind === 'user' ? { username: username ?? null, email: email ?? null } : {};

/** A user prompt of the org, with the properties that flows can read. */
function userPrompt(prompt: Prompt, language: string): ReferenceValue {
  const { text, milliseconds } = speechOf(prompt, '', language);
  return new ReferenceValue('prompt', prompt.id, `Prompt.${prompt.name}`, {
    type: 'user',
    texttospeech: text,
    duration: milliseconds === undefined ? null : new DurationValue(milliseconds),
  });
}

/**
 * The text of a prompt in a language. If the prompt lacks that language, it speaks a variant of it, else the first
 * language that it has.
 */
function speechOf(prompt: Prompt | undefined, name: string, language: string): ReturnType<PromptSpeech> {
  const resources = prompt?.resources ?? [];
  const primary = (tag: string): string => tag.split('-')[0] ?? tag;
  const tag = folded(language);
  const resource =
    resources.find((candidate) => folded(candidate.language) === tag) ??
    resources.find((candidate) => primary(folded(candidate.language)) === primary(tag)) ??
    resources[0];
  const text = resource?.ttsString ?? resource?.text ?? `(${name})`;
  const seconds = resource?.durationSeconds;
  return seconds === undefined ? { text } : { text, milliseconds: seconds * 1000 };
}

/** A text for comparison: in lower case and without blanks at its ends. */
const folded = (text = ''): string => text.trim().toLowerCase();
