import { defined } from '../../ground/defined';
import type { FlowTree } from '../flow-tree';
import { noValue } from '../values';

/** The settings of a language of a call flow. */
export interface CallLanguage {
  /** The voice of the default text-to-speech engine: `Jill`. @default Architect's */
  readonly voice?: string | undefined;
  /** The engine of the voice: `Genesys Enhanced TTS`. @default the default engine */
  readonly engine?: string | undefined;
  /** Whether the engine speaks with its own default voice. @default false */
  readonly defaultVoice?: boolean | undefined;
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
      Object.entries(languages).map(([tag, language]) => [
        tag,
        Object.freeze(defined({ defaultLanguageSkill: noValue, textToSpeech: speechOf(language) })),
      ]),
    ),
  };
}

/** The voice under the name of its engine. */
function speechOf({ voice, engine = 'defaultEngine', defaultVoice }: CallLanguage) {
  if (voice === undefined && defaultVoice === undefined) return undefined;
  return new Map([[engine, Object.freeze(defined({ voice, defaultVoice }))]]);
}
