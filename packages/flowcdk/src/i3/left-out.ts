/**
 * The rules by which a value of an export does not stand in the YAML, each with its reason. Everything else arrives in
 * the YAML or in the contracts.
 */
export const leavingOut = {
  tree: 'The parsed tree of a value and its references follow from the text of the value, which is kept. Ids of objects in it become names.',
  type: 'The type of a value follows from its field or its variable.',
  id: 'An id, a number or a domain of one organisation or one export. YAML refers by names and refIds.',
  link: 'The order of actions and the ends of their paths. YAML says them by nesting.',
  editor:
    'A note of the editor: how it shows a value, how it labels a path, which folds are open. The mode of a value in it arrives as lit, exp, var or noValue.',
  version: 'The version of the format of a part of the export.',
  unset: 'The field says that it has no value. It arrives as noValue; the text beside it has no effect.',
  empty: 'An empty list, object or text without a meaning.',
  outOfService:
    "The export marks the value as out of service, or another setting switches it off. The flow does not use it, and Architect's own YAML leaves it out.",
  repeated: 'The same stands elsewhere in the export, from where it arrives.',
  listed: 'A list of objects that the editor keeps ready. The actions name those that the flow uses.',
  noKey: "Architect's YAML has no key for it. The value is the one that Architect sets by itself.",
  lost: "Architect's YAML has no key for it, and the value is not the one that Architect sets by itself.",
  unreachable: 'No path leads to the action, so the flow never runs it. YAML has no place for such an action.',
} as const satisfies Readonly<Record<string, string>>;

/** The name of a rule. */
export type LeavingOut = keyof typeof leavingOut;

/** A part of an export that is not in the YAML, with everything below it. */
export interface LeftOut {
  /** The place in the JSON of the export: `flowSequenceItemList[0].actionList[2].trackingId`. */
  readonly path: string;
  readonly rule: LeavingOut;
  /** Where in the flow: `Support line / Main Menu / Transfer to ACD`. */
  readonly where: string;
}

/** A part that Flowcdk does not know. It stands in the YAML under its name in the export. */
export interface Kept {
  /** The place in the JSON of the export. */
  readonly path: string;
  readonly what: 'action' | 'setting' | 'menuChoice';
  /** Its name in the export: `GetResponseAction`, `retryCount`. */
  readonly name: string;
  readonly where: string;
}
