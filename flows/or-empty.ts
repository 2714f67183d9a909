import { ifElse, isSet, type Readable } from 'flowcdk';

/** Participant data and the inputs of data actions take text: what is NOT_SET is handed on as an empty text. */
export const orEmpty = (text: Readable<string>) => ifElse(isSet(text), text, '');
