import type { JavaValue } from '@flowcdk/data-action-engines/java';
import type { Variables } from '@flowcdk/data-action-engines/velocity';
import { isObject, type Json, type JsonObject } from '../../state/json';
import type { Secret } from '../../state/org';
import { inputFor, type NamedInputs } from './input-variables';
import { javaValue } from './rendering';

/** The secret values that the templates of a request can use. */
export interface RequestSecrets {
  /** The values of `${credentials.x}`. */
  readonly credentials: Secret;
  /** The answer of the custom auth action. Undefined if there is none. */
  readonly authResponse: Json | undefined;
}

/** Stands for a text that cannot be shown at all. */
export const HIDDEN = '***';

/** Stands for a secret value. URLs, JSON, XML and HTML carry its characters unchanged. */
export const markOf = (name: string): string => `***${name}***`;

/** The same names with marks for values. */
export const markedSecrets = ({ credentials, authResponse }: RequestSecrets): RequestSecrets => ({
  credentials: Object.fromEntries(Object.keys(credentials).map((name) => [name, markOf(name)])),
  authResponse: authResponse === undefined ? undefined : withMarks(authResponse, 'authResponse'),
});

/** The same JSON with a mark for each value. The names stay. */
export function withMarks(json: Json, name: string): Json {
  if (Array.isArray(json)) return json.map((item: Json) => withMarks(item, name));
  if (isObject(json)) {
    return Object.fromEntries(Object.entries(json).map(([field, value]) => [field, withMarks(value ?? null, field)]));
  }
  return json === null ? null : markOf(name);
}

/**
 * The variables that the templates of a request can use. A variable is computed when the first template names it, and
 * is the same for all.
 */
export class RequestVariables implements Variables {
  #input: JavaValue | undefined;
  #credentials: JavaValue | undefined;
  #authResponse: JavaValue | undefined;
  #gaveSecrets = false;

  /** @param warn gets warnings about the names of inputs */
  constructor(
    private readonly named: NamedInputs,
    private readonly inputs: JsonObject,
    private readonly secrets: RequestSecrets,
    private readonly warn: (warning: string) => void,
  ) {}

  /**
   * Whether a template has read a secret value. The texts from then on may hold it, because a template can also put it
   * into the inputs.
   */
  get gaveSecrets(): boolean {
    return this.#gaveSecrets;
  }

  get(name: string): JavaValue | undefined {
    switch (name) {
      case 'input':
        return (this.#input ??= this.#inputVariable());
      case 'credentials':
        this.#gaveSecrets = true;
        return (this.#credentials ??= javaValue(this.secrets.credentials));
      case 'authResponse':
        this.#gaveSecrets = true;
        return (this.#authResponse ??= javaValue(this.secrets.authResponse));
      default:
        return this.named.roots.includes(name) ? this.get('input') : undefined;
    }
  }

  /** The inputs. `rawRequest` has all of them as one text (documented). */
  #inputVariable(): JavaValue {
    return inputFor(this.named, this.inputs, this.warn, { rawRequest: JSON.stringify(this.inputs) });
  }
}
