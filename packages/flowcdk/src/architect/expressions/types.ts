import { type VariableKind as DeclaredKind, variableKinds as declaredKinds } from '../types';

/**
 * The kinds of values of expressions. Their names come from the variables of Architect YAML: a `stringVariable` holds
 * kind `string`, a `stringCollectionVariable` holds the same kind with `collection: true`.
 */

/** The kinds that a flow variable can hold (documented), each also as a collection, and the kind of a bot's answers. */
const variableKinds: readonly VariableKind[] = [...declaredKinds, 'communication'];

/**
 * The kinds that only expressions and built-in variables have. `any` is a value whose kind is known only when the flow
 * runs. As the type of a parameter, `any` stands for a type that all such parameters share, and `anything` for any
 * type.
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

/** The kinds of constants such as `Format.String.playChars`: of a holder (`Format.String`) and of its members. */
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

/** The only, frozen object of a type. Two types are equal exactly when they are the same object. */
export function type(kind: Kind, collection = false): Type {
  const type = (collection ? collections : singles).get(kind);
  if (type === undefined) throw new TypeError(`"${String(kind)}" is not a kind of Architect value`);
  return type;
}

export const ANY = type('any');
export const NOT_SET_TYPE = type('notSet');

/** The name of a type, as it stands in YAML before `Variable`: `string`, `stringCollection`. */
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

/** The type with a name, in any case and with or without underscores: `STRING_COLLECTION`, `stringCollection`. */
export function typeNamed(name: string): Type | undefined {
  return byFoldedName.get(name.replaceAll('_', '').toLowerCase());
}

/** The names that {@link typeNamed} knows, for messages. */
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
