import type { Finding } from '../ground/finding';

/**
 * Everything that keeps an export from being read, one function each. An export that is read in part would be a flow
 * that does something else.
 */

const refusal = (file: string, message: string, help: string): Finding =>
  Object.freeze({ rule: 'i3-export', severity: 'error', message, help, at: { file, line: 1, column: 1 } });

const AGAIN = "Export the flow again with Architect's Export button.";

export const tooManyBytes = (file: string, bytes: number, most: number): Finding =>
  refusal(
    file,
    `this export has ${bytes} bytes`,
    `Up to ${most} are read. The largest known export has half a million.`,
  );

export const compressed = (file: string, format: string): Finding =>
  refusal(
    file,
    `this is no i3 export: it is compressed (${format})`,
    'An export is plain base64 text. Unpack the file first; Flowcdk unpacks nothing.',
  );

export const notBase64 = (file: string, character: string, offset: number): Finding =>
  refusal(
    file,
    `this is no i3 export: character ${offset + 1} is ${JSON.stringify(character)}, which base64 does not have`,
    `An export is one line of base64. ${AGAIN}`,
  );

export const empty = (file: string): Finding => refusal(file, 'this export is empty', AGAIN);

export const notUrlEncoded = (file: string): Finding =>
  refusal(
    file,
    'this is no i3 export: what the base64 holds is not URL-encoded UTF-8',
    `An export is JSON, URL-encoded, in base64. ${AGAIN}`,
  );

export const notJson = (file: string, problem: string): Finding =>
  refusal(file, `this export is broken: what it holds is no JSON (${problem})`, `Perhaps its end is missing. ${AGAIN}`);

export const nestedTooDeep = (file: string, most: number): Finding =>
  refusal(file, `the JSON of this export has more than ${most} levels`, 'No flow needs so many.');

export const tooManyValues = (file: string, most: number): Finding =>
  refusal(file, `this export has more than ${most} values`, 'The largest known export has 9000.');

export const notAFlow = (file: string, missing: readonly string[]): Finding =>
  refusal(
    file,
    `this export holds no flow: it has no ${missing.join(', no ')}`,
    'The JSON of a flow has type, name and flowSequenceItemList.',
  );

export const unknownType = (file: string, type: string, known: readonly string[]): Finding =>
  refusal(file, `${JSON.stringify(type)} is no known type of flow`, `Known: ${known.join(', ')}.`);

export const unknownContainer = (file: string, type: string, where: string, known: readonly string[]): Finding =>
  Object.freeze({
    ...refusal(
      file,
      `Flowcdk does not know how a ${JSON.stringify(type)} stands in YAML`,
      `It knows ${known.join(', ')}. Export the flow as YAML instead, with Architect's or Archy's export.`,
    ),
    path: where,
  });

export const brokenLink = (file: string, id: string, where: string): Finding =>
  Object.freeze({
    ...refusal(
      file,
      `a link leads to ${JSON.stringify(id)}, which is not there or was reached on another way already`,
      `YAML nests actions, so each has one way to it. ${AGAIN}`,
    ),
    path: where,
  });

export const joinedPaths = (file: string, name: string, where: string): Finding =>
  Object.freeze({
    ...refusal(
      file,
      `two menu choices start the same task ${JSON.stringify(name)}`,
      'In YAML a task of a menu stands in its choice. Let one choice jump to a reusable task.',
    ),
    path: where,
  });

export const tooDeep = (file: string, most: number, where: string): Finding =>
  Object.freeze({
    ...refusal(
      file,
      `actions are nested in more than ${most} paths`,
      'No YAML with so many levels could be read again.',
    ),
    path: where,
  });

/** The YAML of the export cannot be written: it is too large, or it could not be read again. */
export const unprintable = (file: string, finding: Finding): Finding =>
  refusal(
    file,
    `this export gives no YAML: ${finding.message}`,
    finding.help ?? 'No YAML of this size or depth can be read. Split the flow in Architect.',
  );
