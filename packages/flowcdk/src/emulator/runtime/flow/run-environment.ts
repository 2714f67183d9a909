import type { Environment, ExpressionOrg, Value } from '../../../architect/expressions';
import type { Chance } from '../chance';
import { builtInValue } from './built-ins';
import type { FlowRun } from './flow-run';

/** What the expressions of a run ask for. */
export class RunEnvironment implements Environment {
  #org: ExpressionOrg | undefined;
  #chance: Chance | undefined;

  constructor(private readonly run: FlowRun) {}

  variable(name: string): Value | undefined {
    const own = this.run.variables.get(name);
    return own === undefined ? builtInValue(this.run, name) : own;
  }

  get org(): ExpressionOrg {
    return (this.#org ??= { ...this.run.runtime.names, ...languagesOf(this.run) });
  }

  now(): number {
    return this.run.runtime.clock.now();
  }

  random(): number {
    // A source of its own: what other runs draw does not change it.
    return (this.#chance ??= this.run.runtime.chance.of(`run ${this.run.id}`)).next();
  }
}

/** Languages are those of the flow; a module has those of its caller where it names none (assumed). */
function languagesOf({
  program,
  options: { caller },
  runtime: { names },
}: FlowRun): Pick<ExpressionOrg, 'defaultLanguage' | 'supportedLanguages'> {
  const { defaultLanguage, supportedLanguages } = program.tree;
  const language = defaultLanguage ?? caller?.program.tree.defaultLanguage;
  return {
    defaultLanguage: () => language ?? names.defaultLanguage(),
    supportedLanguages: () =>
      supportedLanguages && supportedLanguages.size > 0
        ? [...supportedLanguages.keys()]
        : [language ?? names.defaultLanguage()],
  };
}
