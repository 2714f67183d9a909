import { defined } from '../../ground/defined';
import type { FlowTree } from '../flow-tree';
import { noValue } from '../values';

/** The settings of a language of a call flow. */
export interface CallLanguage {
  /** The voice of the default text-to-speech engine: `Jill`. @default Architect's */
  readonly voice?: string | undefined;
}

/** The languages of a flow, each with its settings. */
export interface Languages {
  /** A tag in Architect's spelling, in lower case: `en-us`, `fr-fr`. @default 'en-us' */
  readonly defaultLanguage?: string | undefined;
  /** @default only the default language */
  readonly supportedLanguages?: Readonly<Record<string, CallLanguage>> | undefined;
}

/** The languages of a flow for a text channel. */
export interface TextLanguages {
  /** A tag in Architect's spelling, in lower case: `en-us`, `fr-fr`. @default 'en-us' */
  readonly defaultLanguage?: string | undefined;
  /** @default only the default language */
  readonly supportedLanguages?: Readonly<Record<string, {}>> | undefined;
}

/** The root keys `defaultLanguage` and `supportedLanguages`. */
export function languageKeys({
  defaultLanguage = 'en-us',
  supportedLanguages,
}: Languages): Pick<FlowTree, 'defaultLanguage' | 'supportedLanguages'> {
  const languages = { ...(supportedLanguages ?? {}) };
  languages[defaultLanguage] ??= {};
  return {
    defaultLanguage,
    supportedLanguages: new Map(
      Object.entries(languages).map(([tag, { voice }]) => [
        tag,
        Object.freeze(
          defined({
            defaultLanguageSkill: noValue,
            textToSpeech: voice === undefined ? undefined : new Map([['defaultEngine', Object.freeze({ voice })]]),
          }),
        ),
      ]),
    ),
  };
}
