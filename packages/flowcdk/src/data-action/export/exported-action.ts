import type { JsonSchema } from '../contract';
import type { DataAction } from '../data-action';
import { integrationTypes } from '../integration';
import type { Method } from '../request';
import { render, type Template } from '../template/template';

/**
 * A data action as the Export button of Genesys Cloud writes it to a file, and as its Import button takes it (seen in
 * public files). A file names no integration: whoever imports it chooses one of the type. It holds no timeout.
 */
export interface ExportedAction {
  /** The Export button adds the time: `Get sentiment - Exported 2024-11-19 @ 14:10`. */
  readonly name: string;
  /** `purecloud-data-actions`, `custom-rest-actions` … */
  readonly integrationType: string;
  readonly actionType: string;
  readonly config: {
    readonly request: {
      readonly requestUrlTemplate: string;
      readonly requestType: Method;
      readonly headers: Readonly<Record<string, string>>;
      readonly requestTemplate: string;
    };
    readonly response: {
      readonly translationMap: Readonly<Record<string, string>>;
      readonly translationMapDefaults: Readonly<Record<string, string>>;
      readonly successTemplate: string;
    };
  };
  readonly contract: {
    readonly input: { readonly inputSchema: JsonSchema };
    readonly output: { readonly successSchema: JsonSchema };
  };
  readonly secure: boolean;
}

/** The whole input as JSON, which an action without a body of its own has as its template. */
export const WHOLE_INPUT = '${input.rawRequest}';

/**
 * A data action as the Import button takes it. Ids that only the deployment knows cannot be in a file: an action that
 * needs one is not exported.
 *
 * @returns undefined for an action whose request needs the id of another definition
 */
export function exportedAction(action: DataAction): ExportedAction | undefined {
  const { request, response, contract, integration } = action;
  const templates = [request.url, ...Object.values(request.headers), ...(request.body ? [request.body] : [])];
  if (templates.some(needsId)) return undefined;
  return {
    name: action.name,
    integrationType: integrationTypes[integration.integration],
    actionType: 'custom',
    config: {
      request: {
        requestUrlTemplate: textOf(request.url),
        requestType: request.method,
        headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, textOf(value)])),
        requestTemplate: request.body ? textOf(request.body) : WHOLE_INPUT,
      },
      response: {
        translationMap: response.translationMap,
        translationMapDefaults: response.translationMapDefaults,
        successTemplate: response.successTemplate,
      },
    },
    contract: { input: { inputSchema: contract.input }, output: { successSchema: contract.output } },
    secure: action.secure ?? false,
  };
}

/** The text of an export file: JSON with two blanks, as the Export button writes it. */
export const exportText = (action: ExportedAction): string => `${JSON.stringify(action, null, 2)}\n`;

const needsId = ({ parts }: Template): boolean => parts.some(({ kind }) => kind === 'deployed');
const textOf = (template: Template): string => render(template, () => '');
