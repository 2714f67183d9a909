import type { MenuNode } from '../../architect/containers';
import { literalScalar } from '../../architect/values';
import type { FlowPlace, Rule, ReportProblem } from '../rule';
import { yamlOf } from '../yaml-of';

/** A flow speaks and listens in the languages it supports; for others it has neither voice nor prompts. */
export const languageNotSupported: Rule = {
  name: 'language-not-supported',
  family: 'calls',
  severity: 'warning',
  protectsFrom: 'a language the flow is switched to, or listens for, without supporting it',
  start: (report) => ({
    flow: (place) => {
      const { defaultLanguage, menus = [] } = place.flow;
      if (defaultLanguage !== undefined)
        look(defaultLanguage, 'the default language', place, yamlOf(place.flow), report);
      for (const menu of menus) {
        const here = { ...place, path: `${place.path} / ${menu.name ?? 'menu'}` };
        for (const [term, language] of termsOf(menu))
          look(language, `the language of ${term}`, here, yamlOf(menu), report);
      }
    },
    actions: {
      setLanguage: (action, place) => {
        const language = literalScalar(action.language);
        if (typeof language === 'string') look(language, 'the language it switches to', place, yamlOf(action), report);
      },
    },
  }),
};

function look(
  language: string,
  what: string,
  { flow, file, path }: FlowPlace,
  yaml: ReturnType<typeof yamlOf>,
  report: ReportProblem,
): void {
  const supported = [...(flow.supportedLanguages?.keys() ?? [])];
  if (
    supported.length === 0 ||
    /[{}]/.test(language + supported.join('')) ||
    supported.some((tag) => fold(tag) === fold(language))
  )
    return;
  report({
    message: `${language}, ${what}, is not among the languages the flow supports`,
    help: `It supports ${supported.join(', ')}. Add it to supportedLanguages, with a voice.`,
    file,
    path,
    yaml,
  });
}

const fold = (tag: string): string => tag.toLowerCase().replace('_', '-');

/** The languages in which a menu listens for words, with the choice they belong to. */
const termsOf = ({ choices = [] }: MenuNode): readonly (readonly [choice: string, language: string])[] =>
  choices.flatMap(({ content }) =>
    [...(content?.speechRecTerms?.keys() ?? [])].map((language) => [content?.name ?? 'a choice', language] as const),
  );
