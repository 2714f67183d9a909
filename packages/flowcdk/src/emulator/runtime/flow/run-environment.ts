import type { Environment, ExpressionOrg, Value } from '../../../architect/expressions';
import type { Run } from '../action-context';
import type { Chance } from '../chance';
import { builtInValue } from './built-ins';

/** The environment in which the expressions of a run are evaluated. */
export class RunEnvironment implements Environment {
  #org: ExpressionOrg | undefined;
  #random: Chance | undefined;

  /** @param callersLanguage the language of the calling flow, if this is a module */
  constructor(
    private readonly run: Run,
    private readonly chance: Chance,
    private readonly callersLanguage: string | undefined,
  ) {}

  variable(name: string): Value | undefined {
    const own = this.run.variables.get(name);
    return own === undefined ? builtInValue(this.run, name) : own;
  }

  get org(): ExpressionOrg {
    return (this.#org ??= { ...this.run.runtime.names, ...languagesOf(this.run, this.callersLanguage) });
  }

  now(): number {
    return this.run.runtime.clock.now();
  }

  random(): number {
    // Each run has its own source. Other runs do not change its numbers.
    return (this.#random ??= this.chance.of(`run ${this.run.id}`)).next();
  }
}

/** The languages of the flow. A module that names none has its caller's language (assumed). */
function languagesOf(
  { program, runtime: { names } }: Run,
  callersLanguage: string | undefined,
): Pick<ExpressionOrg, 'defaultLanguage' | 'supportedLanguages'> {
  const { defaultLanguage, supportedLanguages } = program.tree;
  const language = defaultLanguage ?? callersLanguage;
  return {
    defaultLanguage: () => language ?? names.defaultLanguage(),
    supportedLanguages: () =>
      supportedLanguages && supportedLanguages.size > 0
        ? [...supportedLanguages.keys()]
        : [language ?? names.defaultLanguage()],
  };
}
