import type { SourceLine } from '../ground/source-line';
import { promptLanguage, promptName, promptSaysNothing, routingNameTooLong } from './errors';
import type { Finding } from '../ground/finding';
import { nameProblems } from './name-problems';
import type { UserPromptDefinition } from './user-prompt';

const LONGEST_NAME = 200;

/** What is wrong with a prompt besides its recordings, which are looked at when the application is checked. */
export function userPromptProblems(
  { name, resources }: Pick<UserPromptDefinition, 'name' | 'resources'>,
  at: SourceLine | undefined,
): Finding[] {
  const path = `user prompt ${name}`;
  return [
    ...nameProblems('user prompt', name, at),
    ...(name.trim() === '' || /^[A-Za-z_]\w*$/.test(name) ? [] : [promptName(path, name, at)]),
    ...(name.length > LONGEST_NAME ? [routingNameTooLong(path, name, LONGEST_NAME, at)] : []),
    ...(resources.length === 0 ? [promptSaysNothing(path, undefined, at)] : []),
    ...resources.flatMap(({ language, textToSpeech, audio, text }) => [
      ...(isLanguage(language) ? [] : [promptLanguage(path, language, at)]),
      ...([textToSpeech, audio, text].every((content) => content === undefined || content.trim() === '')
        ? [promptSaysNothing(path, language, at)]
        : []),
    ]),
  ];
}

/** Made when it is first needed: the names of all languages take 20 ms to load. */
let names: Intl.DisplayNames | undefined;

/** The tag of a language that exists, in lower case. */
function isLanguage(tag: string): boolean {
  try {
    return (
      tag === tag.toLowerCase() &&
      (names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })).of(tag) !== undefined
    );
  } catch {
    return false;
  }
}
