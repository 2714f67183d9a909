import { defined } from '../ground/defined';
import { resolve } from 'node:path';
import type { Definition } from '../architect/definition';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import type { Finding } from '../ground/finding';
import type { Props } from './props';
import { userPromptProblems } from './user-prompt-problems';

/**
 * What callers hear of a prompt in one language, and what customers in text flows read. At least one of the fields is
 * needed.
 */
export interface PromptContent {
  /** A text to speak. A recording, if there is one, is played instead. */
  readonly textToSpeech?: string | undefined;
  /**
   * A recording: a WAV file of up to 25 MB (documented). A relative path counts from the working folder; write
   * `join(__dirname, 'welcome.wav')` for a file beside the definition.
   */
  readonly audio?: string | undefined;
  /** What flows that converse by text show, and what a recording says. */
  readonly text?: string | undefined;
}

/** What a prompt holds in one language. */
export interface PromptResource {
  /** As Architect writes it, lower case: `en-us`. */
  readonly language: string;
  readonly textToSpeech?: string;
  /** The absolute path of the recording. */
  readonly audio?: string;
  readonly text?: string;
}

/** What flows play under a name, in several languages. */
export interface UserPromptDefinition extends Definition, HasOrigin {
  readonly definition: 'userPrompt';
  readonly description?: string | undefined;
  readonly resources: readonly PromptResource[];
  readonly problems?: readonly Finding[];
}

/** What {@link userPrompt} takes. */
export interface UserPromptProps extends Omit<Props<UserPromptDefinition>, 'resources'> {
  /**
   * Letters, digits and underscores, no digit first; up to 200 characters (documented). Another name is another prompt,
   * and flows that play the old one have to be published again.
   */
  readonly name: string;
  /** By the tag of the language, lower case: `en-us`. A plain text is spoken. */
  readonly languages: Readonly<Record<string, string | PromptContent>>;
}

/**
 * Defines a user prompt. It stands wherever a flow takes audio or a prompt.
 *
 * @example
 * ```ts
 * const welcome = userPrompt({
 *   name: 'welcome',
 *   languages: {
 *     'en-us': 'Welcome to Northwind.',
 *     'fr-fr': { audio: join(__dirname, 'welcome.fr.wav'), text: 'Bienvenue chez Northwind.' },
 *   },
 * });
 * playAudio('Welcome', welcome);
 * ```
 */
export function userPrompt(props: UserPromptProps): UserPromptDefinition {
  const origin = definedBy(userPrompt);
  const { languages, ...named } = props;
  const resources = Object.entries(languages)
    .map(([language, content]) => {
      const { textToSpeech, audio, text } = typeof content === 'string' ? { textToSpeech: content } : content;
      return defined({ language, textToSpeech, audio: audio === undefined ? undefined : resolve(audio), text });
    })
    .sort((a, b) => (a.language < b.language ? -1 : 1));
  const problems = userPromptProblems({ name: named.name, resources }, sourceLine(origin));
  return Object.freeze({
    definition: 'userPrompt',
    ...defined(named),
    resources,
    problems,
    [ORIGIN]: origin,
  });
}
