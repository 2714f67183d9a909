import { defined } from '../ground/defined';
import type { CallableDataAction } from '../architect/data-action-contract';
import type { Addressed, Definition } from '../architect/definition';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import { type Declarations, type DurationLiteral, inMilliseconds } from '../architect/types';
import type { Finding } from '../ground/finding';
import {
  contractSchema,
  flattened,
  type Flattened,
  hashOf,
  type InputContract,
  type JsonSchema,
  type OutputContract,
} from './contract';
import { dataActionProblems } from './data-action-problems';
import type { Integration } from './integration';
import {
  type HttpRequest,
  type InputReferences,
  inputReferences,
  type RequestTemplate,
  requestTemplate,
  templatesOf,
} from './request';
import { type ResponseTemplate, responseTemplate, wholeAnswer } from './response/response-template';
import type { Sources, SourceTree } from './response/source';
import type {
  AuthResponseReference,
  Base64,
  CredentialReference,
  Deployed,
  InputReference,
  Part,
} from './template/part';
import { definitionsIn } from './template/template';

/**
 * A data action: a REST call with a contract. Flows call it; constructs deploy it.
 *
 * The platform cannot change the contract of a published action. Where `contractHash` changes, Terraform makes a new
 * action with a new id and every flow that names it is published again (documented; confirmed with the provider).
 */
export interface DataAction<In extends Declarations = Declarations, Out extends Declarations = Declarations>
  extends CallableDataAction<In, Out>, HasOrigin {
  readonly integration: Integration;
  readonly contract: { readonly input: JsonSchema; readonly output: JsonSchema };
  /** Equal for equal contracts, whatever the order of properties. */
  readonly contractHash: string;
  readonly request: RequestTemplate;
  readonly response: ResponseTemplate;
  /** @default 60, by the platform */
  readonly timeoutSeconds?: number;
  /** Its integration, and the definitions whose ids stand in its templates. */
  readonly uses: readonly Definition[];
  /** What is wrong with it; nothing is deployed while there is an error. */
  readonly problems: readonly Finding[];
}

/** What may stand in the request of a data action of an integration. */
export type PartsOf<Keys extends string, Tokens extends string> =
  | InputReference<unknown>
  | CredentialReference<Keys>
  | AuthResponseReference<Tokens>
  | Base64<InputReference<unknown> | CredentialReference<Keys>>
  | Deployed;

/** What a data action is made of: its contract, its request and where its outputs are found in the answer. */
export interface DataActionProps<
  In extends InputContract,
  Out extends OutputContract,
  Keys extends string,
  Tokens extends string,
> extends Addressed {
  /** Shown in Architect; with the category it is how flows find the action. */
  readonly name: string;
  readonly integration: Integration<'webServices' | 'genesysCloud', Keys, Tokens>;
  readonly input: In;
  readonly output: Out;
  /** The call, written with the inputs by property. */
  readonly request: (input: InputReferences<In>) => HttpRequest<PartsOf<NoInfer<Keys>, NoInfer<Tokens>>>;
  /**
   * Where each output is found in the answer.
   * @default the answer as it is (`${rawResult}`)
   */
  readonly response?: Sources<NoInfer<Out>> | undefined;
  /**
   * How long the service may take, 1 to 60 whole seconds; after that the call fails.
   * @default 60 seconds, by the platform
   */
  readonly timeout?: DurationLiteral | undefined;
  /**
   * Handles sensitive data; only secure flows may call it.
   * @default false
   */
  readonly secure?: boolean | undefined;
}

/**
 * Declares a data action.
 *
 * @example
 * ```ts
 * export const findInAlpha = dataAction({
 *   name: 'Find customer in Alpha',
 *   integration: webServices({ name: 'Alpha', credential: userDefined({ apiKey: secret('alpha_api_key', '…') }) }),
 *   input: { phoneNumber: string() },
 *   output: { customerId: optional(string()), tier: string() },
 *   request: ({ phoneNumber }) => ({
 *     method: 'GET',
 *     url: url`https://alpha.example/customers?phone=${phoneNumber}`,
 *     headers: { 'X-Api-Key': credential('apiKey') },
 *   }),
 *   response: { customerId: at('$[0].id'), tier: at('$[0].tier', { default: 'standard' }) },
 *   timeout: seconds(5),
 * });
 * ```
 * ```
 * requestUrlTemplate   https://alpha.example/customers?phone=${esc.url($input.phoneNumber)}
 * headers              X-Api-Key: ${credentials.apiKey}
 * translationMap       customerId: $[0].id, tier: $[0].tier
 * translationMapDefaults  tier: "standard"
 * successTemplate      {#if("$!{customerId}" != "" && …)"customerId": ${customerId}, #end"tier": #if(…)"standard"#{else}${tier}#end}
 * ```
 */
export function dataAction<
  const In extends InputContract,
  const Out extends OutputContract,
  Keys extends string,
  Tokens extends string,
>(props: DataActionProps<In, Out, Keys, Tokens>): DataAction<In, Flattened<Out>> {
  return defineDataAction(props, definedBy(dataAction));
}

/** Makes the data action from its properties. `origin` is the line that defines it. */
export function defineDataAction<
  In extends InputContract,
  Out extends OutputContract,
  Keys extends string,
  Tokens extends string,
>(props: DataActionProps<In, Out, Keys, Tokens>, origin: ReturnType<typeof definedBy>): DataAction<In, Flattened<Out>> {
  const { name, integration, input, output, timeout, secure, address } = props;
  const request = props.request(inputReferences(input)) as HttpRequest<Part>;
  const sources = props.response as SourceTree | undefined;
  const contract = Object.freeze({ input: contractSchema('input', input), output: contractSchema('output', output) });
  const template = requestTemplate(request);
  const parts = { name, integration, input, output, request, sources, timeout };
  return Object.freeze({
    [ORIGIN]: origin,
    definition: 'dataAction',
    name,
    category: integration.name,
    integration,
    input,
    outputs: flattened(output) as Flattened<Out>,
    contract,
    contractHash: hashOf(contract.input, contract.output, secure ?? false),
    request: template,
    response: sources ? responseTemplate(output, sources) : wholeAnswer,
    ...defined({ timeoutSeconds: timeout && inMilliseconds(timeout) / 1000, secure, address }),
    uses: Object.freeze([integration, ...definitionsIn(templatesOf(template))]),
    problems: Object.freeze(dataActionProblems(parts, sourceLine(origin))),
  });
}
