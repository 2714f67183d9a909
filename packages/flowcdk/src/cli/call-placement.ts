import { type Command, InvalidArgumentError, Option } from 'commander';

/** Who calls whom. With a flow the org calls, as a campaign would. */
export interface Placement {
  readonly from: string;
  readonly to: string;
  /** An outbound call flow. */
  readonly flow?: string;
  /** The values of the called person's row in the contact list, by column. */
  readonly contact?: Readonly<Record<string, string>>;
  /** The SIP headers that the call comes with, by name. */
  readonly sipHeaders?: Readonly<Record<string, string>>;
}

export interface PlacementOptions {
  /** Absent for a call by the org from its first number. */
  readonly from?: string;
  readonly to?: string;
  readonly dials?: string;
  readonly contact?: Readonly<Record<string, string>>;
  readonly sipHeader?: Readonly<Record<string, string>>;
}

/** Who calls, or is called, if nobody says otherwise. */
export const USUAL_CALLER = '+33142685300';

export const dialsOption = (): Option =>
  new Option('--dials <flow>', 'let the org call, with this outbound call flow; --to is the number that it calls');
export const contactOption = (): Option =>
  new Option(
    '--contact <column=value>',
    'a value of the called person in the contact list, for --dials; may be repeated',
  ).argParser(namedValue('a column and its value: FirstName=Ada'));
export const sipHeaderOption = (): Option =>
  new Option(
    '--sip-header <name=value>',
    'a SIP header that the call comes with, as through BYOC Cloud; may be repeated',
  ).argParser(namedValue('a header and its value: X-Customer=7'));

/** The options of a call. Without `--from` a call by the org comes from its own number, to the usual caller. */
export function withDefaults<O extends PlacementOptions>(options: O, command: Command): O {
  if (options.dials === undefined) return options;
  const { from, ...others } = { ...options, to: options.to ?? USUAL_CALLER };
  const isDefault = command.getOptionValueSource('from') === 'default';
  return (isDefault ? others : { ...others, from }) as O;
}

/** @param own the first number of the org; empty where it is not known yet, or there is none */
export function placementOf(
  { from = '', to = '', dials: flow, contact, sipHeader: sipHeaders }: PlacementOptions,
  own = '',
): Placement | undefined {
  const numbers = { from: from || own, to: to || own };
  if (numbers.from === '' || numbers.to === '') return undefined;
  return {
    ...numbers,
    ...(flow === undefined ? {} : { flow }),
    ...(contact ? { contact } : {}),
    ...(sipHeaders ? { sipHeaders } : {}),
  };
}

/** Adds a value to those before, by its name. @param what what the option has to be */
const namedValue =
  (what: string) =>
  (text: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => {
    const equals = text.indexOf('=');
    if (equals > 0) return { ...before, [text.slice(0, equals)]: text.slice(equals + 1) };
    throw new InvalidArgumentError(`It has to be ${what}.`);
  };
