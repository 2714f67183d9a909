import { Command } from 'commander';
import type { Definition } from '../architect/definition';
import { checkDefinitions, type StackDefinitions } from '../check/definitions';
import { kindWords } from '../check/definitions/words';
import { type ApplicationOptions, applicationOption, environmentOption, jsonOption, opened } from './application';
import { exitCodeOf } from './exit-code';
import { listFiles } from './list-files';
import { complainAbout, print, printJson, styleFor } from './output';
import { wrapLine } from './wrap';
import { sentence } from './summary';
import { helpText } from './help-text';

/** `flowcdk list` */
export const list = (): Command =>
  new Command('list')
    .description('show flows, data actions, triggers, and what refers to what')
    .argument('[files...]', 'Architect YAML or i3 exports, or patterns; without one the application is shown')
    .addOption(applicationOption())
    .addOption(environmentOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk list
  $ flowcdk list --env local --json
  $ flowcdk list exports/*.i3*          the flows of exports, what they name, and the contracts in them`),
    )
    .action(
      async (files: readonly string[], { json, ...options }: ApplicationOptions & { readonly json?: boolean }) => {
        if (files.length > 0) return listFiles(files, json === true);
        const { opened: application, findings } = await opened(options);
        const stacks = application?.stacks ?? [];
        const problems = findings ?? checkDefinitions(stacks);
        const broken = problems.some(({ severity }) => severity === 'error');
        if (json) printJson({ stacks: stacks.map(stackData), findings: problems });
        else {
          if (problems.length > 0) complainAbout(problems);
          stacks.forEach(printStack);
        }
        if (broken) process.exitCode = exitCodeOf(problems);
      },
    );

const refersTo = ({ uses = [] }: Definition): readonly Definition[] => [...uses].sort(byKindAndName);

const byKindAndName = (a: Definition, b: Definition): number =>
  `${a.definition} ${a.name}` < `${b.definition} ${b.name}` ? -1 : 1;

const stackData = ({ name, definitions }: StackDefinitions) => ({
  stack: name,
  definitions: definitions.map((definition) => ({
    kind: definition.definition,
    name: definition.name,
    ...('type' in definition ? { type: definition.type } : {}),
    refersTo: refersTo(definition).map(({ definition: kind, name: other }) => ({ kind, name: other })),
  })),
});

function printStack({ name, definitions }: StackDefinitions): void {
  const style = styleFor(process.stdout);
  // In a pipe a line stays whole, for grep.
  const columns = process.stdout.isTTY ? process.stdout.columns : Infinity;
  print(style.strong(name));
  for (const definition of definitions) {
    print(wrapLine(`  ${sentence(definition)}`, columns));
    const others = refersTo(definition).map((other) => `${kindWords(other)} ${other.name}`);
    if (others.length > 0) print(style.quiet(wrapLine(`      uses ${others.join(', ')}`, columns)));
  }
  print();
}
