import type { Defined, Existing } from '../architect/definition';
import type { FlowDefinition } from '../architect/flows/definition';
import type { YamlFlow } from '../architect/flows/yaml-flow';
import { apiType, type FlowKind } from '../ground/flow-kinds';
import type { SourceLine } from '../ground/source-line';
import { flowOfAnotherKind } from '../ground/errors';
import { notAnEmail } from './errors';
import type { Finding } from '../ground/finding';
import { existing } from './existing';

/** A flow of one kind: ours, one of a file, or one the organisation has. */
export type FlowReference<K extends FlowKind> =
  (FlowDefinition & { readonly kind: K }) | YamlFlow | (Existing<'flow'> & { readonly kind?: K | undefined });

/** Gives a reference to a flow the kind that its place needs, unless it has one. */
export const ofKind =
  <K extends FlowKind>(kind: K) =>
  <F extends FlowReference<K> | undefined>(flow: F): F =>
    flow === undefined || flow.kind !== undefined ? flow : (Object.freeze({ ...flow, kind, type: apiType(kind) }) as F);

/** Finds flows of another kind. The compiler refuses them too, but not every user has types. */
export const kindProblems = <K extends FlowKind>(
  path: string,
  place: string,
  flow: FlowReference<K> | undefined,
  kind: K,
  at: SourceLine | undefined,
): Finding[] =>
  flow?.kind === undefined || flow.kind === kind
    ? []
    : [flowOfAnotherKind(path, place, flow.name, flow.kind, kind, at)];

/** A user of the organisation: `existing('user', 'ada.lambert@example.com')`, or the e-mail address alone. */
export type UserReference = string | Defined<'user'>;

/** The user an e-mail address stands for. */
export const userOf = (user: UserReference): Defined<'user'> =>
  typeof user === 'string' ? existing('user', user) : user;

/** Users whose text is no e-mail address. Which addresses exist only the organisation knows. */
export const userProblems = (path: string, users: readonly UserReference[], at: SourceLine | undefined): Finding[] =>
  users.flatMap((user) =>
    typeof user === 'string' && !/^[^\s@]+@[^\s@]+$/.test(user) ? [notAnEmail(path, user, at)] : [],
  );
