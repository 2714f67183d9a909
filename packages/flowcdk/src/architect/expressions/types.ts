import { type VariableKind as DeclaredKind, variableKinds as declaredKinds } from '../types';

/**
 * The kinds of value an expression can have, named as Architect YAML names its variables: a `stringVariable` holds
 * kind `string`, a `stringCollectionVariable` the same kind with `collection: true`.
 */

/** What a flow variable can hold (documented), each also as a collection; and what bots say. */
const variableKinds: readonly VariableKind[] = [...declaredKinds, 'communication'];

/**
 * What only expressions and built-in variables have. `any` is a value whose kind is known only when the flow runs; as
 * the type of a parameter it stands for one type that all such parameters share, `anything` for each its own.
 */
const otherKinds = [
  'audio',
  'audioOrPrompt',
  'any',
  'anything',
  'notSet',
  'object',
  'contact',
  'campaign',
  'contactList',
  'email',
  'message',
  'workitem',
] as const;

/** Constants such as `Format.String.playChars`: a holder (`Format.String`) and its members. */
const constantKinds = [
  'complexObject',
  'boolFormats',
  'boolFormat',
  'currencyFormats',
  'currencyFormat',
  'dateFormats',
  'dateFormat',
  'numberFormats',
  'numberFormat',
  'phoneNumberFormats',
  'phoneNumberFormat',
  'stringFormats',
  'stringFormat',
  'timeFormats',
  'timeFormat',
  'timeParts',
  'timePart',
  'conversationTypes',
  'conversationType',
  'currencies',
  'currencyName',
  'daysOfWeek',
  'dayOfWeek',
  'languages',
  'language',
  'regions',
  'region',
  'surveyDispositions',
  'surveyDisposition',
  'commonLanguageContexts',
  'genderLanguageContexts',
  'quantityLanguageContexts',
  'languageContext',
] as const;

export type VariableKind = DeclaredKind | 'communication';
export type Kind = VariableKind | (typeof otherKinds)[number] | (typeof constantKinds)[number];

export interface Type {
  readonly kind: Kind;
  readonly collection: boolean;
}

const allKinds: readonly Kind[] = [...variableKinds, ...otherKinds, ...constantKinds];
const singles = new Map<Kind, Type>(allKinds.map((kind) => [kind, Object.freeze({ kind, collection: false })]));
const collections = new Map<Kind, Type>(allKinds.map((kind) => [kind, Object.freeze({ kind, collection: true })]));

/** The one frozen object for a type, so that two types are equal exactly when they are the same object. */
export function type(kind: Kind, collection = false): Type {
  const type = (collection ? collections : singles).get(kind);
  if (type === undefined) throw new TypeError(`"${String(kind)}" is not a kind of Architect value`);
  return type;
}

export const ANY = type('any');
export const NOT_SET_TYPE = type('notSet');

/** `string`, `stringCollection`: the name as the YAML writes it before `Variable`. */
export function typeName(of: Type): string {
  const kind = of.kind === 'notSet' ? 'NOT_SET' : of.kind;
  return of.collection ? `${kind}Collection` : kind;
}

const byFoldedName = new Map<string, Type>();
for (const kind of [...variableKinds, 'audio', 'any'] as const) {
  byFoldedName.set(kind.toLowerCase(), type(kind));
  byFoldedName.set(`${kind}collection`.toLowerCase(), type(kind, true));
}
byFoldedName.set('int', type('integer'));
byFoldedName.set('bool', type('boolean'));

/** The type of a name in any case, with or without underscores: `STRING_COLLECTION`, `stringCollection`. */
export function typeNamed(name: string): Type | undefined {
  return byFoldedName.get(name.replaceAll('_', '').toLowerCase());
}

/** The names {@link typeNamed} knows, for messages. */
export const typeNames: readonly string[] = [...variableKinds, 'audio', 'any'];

/** The short codes of Architect's compiled flows and of its own function catalogue. */
export const kindOfCode: Readonly<Record<string, Kind>> = {
  str: 'string',
  int: 'integer',
  dec: 'decimal',
  bln: 'boolean',
  dtm: 'dateTime',
  dat: 'date',
  tim: 'time',
  dur: 'duration',
  cur: 'currency',
  phn: 'phoneNumber',
  jsn: 'json',
  que: 'queue',
  usr: 'user',
  skl: 'skill',
  lac: 'languageSkill',
  grp: 'group',
  wrc: 'wrapupCode',
  pmt: 'prompt',
  aud: 'audio',
  apa: 'audioOrPrompt',
  com: 'communication',
  any: 'any',
  nts: 'notSet',
  cpx_email_address: 'emailAddress',
  acp: 'complexObject',
  blc: 'boolFormats',
  bof: 'boolFormat',
  cuc: 'currencyFormats',
  cuf: 'currencyFormat',
  dac: 'dateFormats',
  daf: 'dateFormat',
  nuc: 'numberFormats',
  nuf: 'numberFormat',
  phc: 'phoneNumberFormats',
  phf: 'phoneNumberFormat',
  stc: 'stringFormats',
  stf: 'stringFormat',
  tic: 'timeFormats',
  tif: 'timeFormat',
  tpc: 'timeParts',
  tpf: 'timePart',
  ctc: 'conversationTypes',
  cte: 'conversationType',
  cec: 'currencies',
  cre: 'currencyName',
  dlc: 'daysOfWeek',
  dwc: 'dayOfWeek',
  lnc: 'languages',
  lge: 'language',
  rec: 'regions',
  rge: 'region',
  sec: 'surveyDispositions',
  sde: 'surveyDisposition',
  lcc: 'commonLanguageContexts',
  lgc: 'genderLanguageContexts',
  lqc: 'quantityLanguageContexts',
  lne: 'languageContext',
};
