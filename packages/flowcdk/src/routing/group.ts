import { defined } from '../ground/defined';
import type { Addressed, Defined, Definition } from '../architect/definition';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import type { Finding } from '../ground/finding';
import { groupProblems } from './group-problems';
import { type UserReference, userOf, userProblems } from './references';

/** How a group is called: a number (E.164) or an extension. */
export type GroupAddress =
  | {
      /** All members ring, or the group's telephone does. */
      readonly type: 'GROUPRING' | 'GROUPPHONE';
      /** E.164. */
      readonly number: string;
      readonly extension?: undefined;
    }
  | { readonly type: 'GROUPRING' | 'GROUPPHONE'; readonly extension: string; readonly number?: undefined };

/** What happens with voicemail for a group. */
export interface GroupVoicemail {
  /** Whether the members are told by e-mail. @default false */
  readonly notify?: boolean | undefined;
  /** Whether personal data is kept out of those e-mails. @default false */
  readonly withoutPersonalData?: boolean | undefined;
  /** Whether the transcription stands in those e-mails. @default false */
  readonly withTranscription?: boolean | undefined;
}

/** What a user says of a group. */
export interface GroupProps extends Addressed {
  /** Seen in the organisation. */
  readonly name: string;
  readonly description?: string | undefined;
  /** A group of the organisation, or one that its members look after. Another type makes another group. @default 'official' */
  readonly type?: 'official' | 'social' | undefined;
  /** Who sees the group. @default 'public' */
  readonly visibility?: 'public' | 'owners' | 'members' | undefined;
  /** Whether whoever sees the group sees who belongs to it by rule, too. @default true */
  readonly rulesVisible?: boolean | undefined;
  /** Users by e-mail address. What a group says nothing of is left to those who edit it in Genesys Cloud. */
  readonly members?: readonly UserReference[] | undefined;
  /** Users who look after the group, by e-mail address. */
  readonly owners?: readonly UserReference[] | undefined;
  /** Whether owners are members, too. @default true */
  readonly includeOwners?: boolean | undefined;
  /** Whether the group can hold roles. @default true */
  readonly rolesEnabled?: boolean | undefined;
  /** Whether the group can be called. @default true */
  readonly callsEnabled?: boolean | undefined;
  readonly addresses?: readonly GroupAddress[] | undefined;
  /** @default the group has no voicemail */
  readonly voicemail?: GroupVoicemail | undefined;
}

/** A group of users. */
export interface GroupDefinition extends Definition, HasOrigin, Omit<GroupProps, 'name' | 'members' | 'owners'> {
  readonly definition: 'group';
  readonly members?: readonly Defined<'user'>[];
  readonly owners?: readonly Defined<'user'>[];
  /** Its members and owners. */
  readonly uses: readonly Definition[];
  readonly problems: readonly Finding[];
}

/**
 * Defines a group of users. Queues take it for members: `queue({ groups: [nightShift] })`.
 *
 * @example
 * ```ts
 * const nightShift = group({ name: 'Night shift', members: ['ada.lambert@example.com'] });
 * ```
 */
export function group(props: GroupProps): GroupDefinition {
  const origin = definedBy(group);
  const at = sourceLine(origin);
  const members = props.members?.map(userOf);
  const owners = props.owners?.map(userOf);
  const parts = defined({ ...props, members, owners });
  const users = [...(props.members ?? []), ...(props.owners ?? [])];
  return Object.freeze({
    definition: 'group',
    ...parts,
    uses: Object.freeze([...new Set([...(members ?? []), ...(owners ?? [])])]),
    problems: Object.freeze([...groupProblems(parts, at), ...userProblems(`group ${props.name}`, users, at)]),
    [ORIGIN]: origin,
  });
}
