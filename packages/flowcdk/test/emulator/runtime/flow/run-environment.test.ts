import type { Chance } from '../../../../src/emulator/runtime/chance';
import type { Run } from '../../../../src/emulator/runtime/action-context';
import { RunEnvironment } from '../../../../src/emulator/runtime/flow/run-environment';

/** The languages that expressions of a flow see, in an org whose language is English. */
function languagesOf(
  tree: { readonly defaultLanguage?: string; readonly supported?: readonly string[] },
  callers?: string,
) {
  const run = {
    program: {
      tree: {
        defaultLanguage: tree.defaultLanguage,
        supportedLanguages: tree.supported && new Map(tree.supported.map((tag) => [tag, {}])),
      },
    },
    runtime: { names: { defaultLanguage: () => 'en-us', supportedLanguages: () => ['en-us'] } },
  } as unknown as Run;
  const { org } = new RunEnvironment(run, {} as Chance, callers);
  return { language: org.defaultLanguage(), supported: org.supportedLanguages() };
}

test.each<[what: string, ...rest: [...Parameters<typeof languagesOf>, ReturnType<typeof languagesOf>]]>([
  [
    'a flow has the languages that it names',
    { defaultLanguage: 'fr-fr', supported: ['fr-fr', 'de-de'] },
    undefined,
    { language: 'fr-fr', supported: ['fr-fr', 'de-de'] },
  ],
  [
    'one supported language is enough',
    { defaultLanguage: 'fr-fr', supported: ['de-de'] },
    undefined,
    { language: 'fr-fr', supported: ['de-de'] },
  ],
  [
    'a flow that names no supported language supports its own',
    { defaultLanguage: 'fr-fr', supported: [] },
    undefined,
    { language: 'fr-fr', supported: ['fr-fr'] },
  ],
  ['a flow that names none has that of the org', {}, undefined, { language: 'en-us', supported: ['en-us'] }],
  ['a module that names none has that of its caller', {}, 'fr-fr', { language: 'fr-fr', supported: ['fr-fr'] }],
  [
    'a module that names one has its own',
    { defaultLanguage: 'de-de' },
    'fr-fr',
    { language: 'de-de', supported: ['de-de'] },
  ],
])('%s', (_, tree, callers, languages) => expect(languagesOf(tree, callers)).toEqual(languages));
