import type { SourceLine } from '../ground/source-line';
import type { Declarations } from '../architect/types';
import {
  acceptNotJson,
  authResponseUnknown,
  bodyOfGet,
  credentialUnknown,
  customAuthCredential,
  headerGivenTwice,
  headerSyntax,
  jsonTooDeep,
  templateInputUnknown,
  inputUnused,
  urlNotAbsolute,
  urlNotOfGenesysCloud,
} from './errors';
import type { Finding } from '../ground/finding';
import type { Integration, IntegrationKind } from './integration';
import { limits } from './limits';
import type { HttpRequest } from './request';
import { responseProblems } from './response/response-problems';
import type { Source } from './response/source';
import { isBody } from './template/body';
import { isPart, type Part, type Text } from './template/part';
import { urlBeginning } from './template/url';
import type { Where } from './where';

interface Allowed {
  readonly kind: IntegrationKind;
  readonly input: Declarations;
  /** Undefined where the fields are unknown, as for existing integrations. */
  readonly credentialKeys: readonly string[] | undefined;
  readonly tokens: readonly string[] | undefined;
}

/** What is wrong with a request. */
export function requestProblems(request: HttpRequest<Part>, allowed: Allowed, { path, at }: Where): Finding[] {
  const used = partsIn([request.url, request.query ?? {}, request.headers ?? {}, request.body]);
  return [
    ...urlProblems(request, allowed.kind, { path, at }),
    ...headerProblems(request, { path, at }),
    ...(request.method === 'GET' && request.body !== undefined ? [bodyOfGet(path, at)] : []),
    ...(depthOf(request.body) > limits.deepestJson
      ? [jsonTooDeep(path, depthOf(request.body), limits.deepestJson, at)]
      : []),
    ...used.flatMap((part) => partProblems(part, allowed, { path, at })),
    ...unusedInputs(request, used, allowed.input, { path, at }),
  ];
}

function urlProblems(request: HttpRequest<Part>, kind: IntegrationKind, { path, at }: Where): Finding[] {
  const beginning = urlBeginning(request.url);
  if (beginning === undefined && kind === 'webServices') return [];
  const shown = beginning ?? '${…}';
  if (kind === 'webServices')
    return /^https?:\/\/[^/\s]/i.test(shown) || /^https?:\/\/$/i.test(shown) ? [] : [urlNotAbsolute(path, shown, at)];
  return shown.startsWith('/api/v2/') ? [] : [urlNotOfGenesysCloud(path, shown, at)];
}

const headerName = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

function headerProblems({ headers = {} }: HttpRequest<Part>, { path, at }: Where): Finding[] {
  const seen = new Set<string>();
  return Object.entries(headers).flatMap(([name, value]) => {
    const findings: Finding[] = [];
    const known = knownText(value);
    const lower = name.toLowerCase();
    if (!headerName.test(name) || /[\r\n]/.test(known)) findings.push(headerSyntax(path, name, at));
    if (seen.has(lower)) findings.push(headerGivenTwice(path, name, at));
    if (lower === 'accept' && !isJsonMediaType(value)) findings.push(acceptNotJson(path, known, at));
    seen.add(lower);
    return findings;
  });
}

/** The text of a value as far as it is known now. Parts leave a gap. */
const knownText = (value: string | number | boolean | Part | Text<Part>): string => {
  if (!isPart(value)) return String(value);
  return value.kind === 'text' ? value.pieces.map((piece) => (typeof piece === 'string' ? piece : '')).join('') : '';
};

const isJsonMediaType = (value: string | number | boolean | Part | Text<Part>): boolean =>
  isPart(value) || /^application\/([\w.+-]+\+)?json\b/i.test(String(value));

/** Levels of a JSON tree. */
const depthOf = (tree: unknown): number =>
  typeof tree === 'object' && tree !== null && !isPart(tree)
    ? 1 + Math.max(0, ...Object.values(tree).map((value) => depthOf(value)))
    : 0;

/** All parts of a request, however deep. */
function partsIn(tree: unknown): readonly Part[] {
  if (typeof tree !== 'object' || tree === null) return [];
  if (!isPart(tree) || isBody(tree)) return Object.values(tree).flatMap((value) => partsIn(value));
  if (tree.kind === 'text' || tree.kind === 'url') return tree.pieces.flatMap((piece) => partsIn(piece));
  if (tree.kind === 'base64') return partsIn(tree.text);
  if (tree.kind === 'jsonText') return [tree.input];
  return [tree];
}

function partProblems(part: Part, allowed: Allowed, { path, at }: Where): Finding[] {
  if (part.kind === 'input' && !Object.hasOwn(allowed.input, part.name)) {
    return [templateInputUnknown(path, part.name, Object.keys(allowed.input), at)];
  }
  if (part.kind === 'credential' && allowed.credentialKeys && !allowed.credentialKeys.includes(part.key)) {
    return [credentialUnknown(path, part.key, allowed.credentialKeys, at)];
  }
  if (part.kind === 'authResponse' && allowed.tokens && !allowed.tokens.includes(part.key)) {
    return [authResponseUnknown(path, part.key, allowed.tokens, at)];
  }
  return [];
}

function unusedInputs(
  request: HttpRequest<Part>,
  used: readonly Part[],
  input: Declarations,
  { path, at }: Where,
): Finding[] {
  // Without a body of its own the request sends all of its input.
  if (request.method !== 'GET' && request.method !== 'DELETE' && request.body === undefined) return [];
  const names = new Set(used.flatMap((part) => (part.kind === 'input' ? [part.name] : [])));
  return Object.keys(input)
    .filter((name) => !names.has(name))
    .map((name) => inputUnused(path, name, at));
}

interface CustomAuthParts {
  readonly name: string;
  readonly integration: Integration;
  readonly request: HttpRequest<Part>;
  readonly sources: Readonly<Record<string, Source<string>>>;
  readonly outputs: Declarations;
}

/** What is wrong with a custom auth action. */
export function customAuthProblems(customAuth: CustomAuthParts, at: SourceLine | undefined): Finding[] {
  const { integration, request, sources, outputs } = customAuth;
  const path = `integration ${integration.name} / ${customAuth.name}`;
  const credentialKeys = Object.keys(integration.credential?.fields ?? {});
  return [
    ...(integration.credential?.type === 'userDefinedOAuth'
      ? []
      : [customAuthCredential(path, integration.credential?.type, at)]),
    ...requestProblems(request, { kind: 'webServices', input: {}, credentialKeys, tokens: [] }, { path, at }),
    ...responseProblems(outputs, sources, { path, at }),
  ];
}
