import type { Definition } from '../../architect/definition';
import type { FlowDefinition } from '../../architect/flows/definition';
import { promptLacksLanguage } from '../errors';
import type { Finding } from '../../ground/finding';
import type { UserPromptDefinition } from '../../routing';
import type { StackDefinitions } from './stack-definitions';
import { definedAt } from './words';

const isFlow = (definition: Definition): definition is FlowDefinition =>
  definition.definition === 'flow' && 'tree' in definition;
const isUserPrompt = (definition: Definition): definition is UserPromptDefinition =>
  definition.definition === 'userPrompt' && 'resources' in definition;

/** A prompt has something to say in every language of the flows that play it. */
export const promptLanguages = (stacks: readonly StackDefinitions[]): Finding[] =>
  stacks
    .flatMap(({ definitions }) => definitions)
    .filter(isFlow)
    .flatMap((flow) =>
      flow.uses.filter(isUserPrompt).flatMap((prompt) => {
        const has = prompt.resources.map(({ language }) => language);
        return [...(flow.tree.supportedLanguages?.keys() ?? [])]
          .map((language) => language.toLowerCase())
          .filter((language) => !has.includes(language))
          .map((language) => promptLacksLanguage(flow.name, prompt.name, language, has, definedAt(prompt)));
      }),
    );
