import { keyName, type YamlNode, type YamlScalar } from './node';
import { type LineIndex } from './position';
import { type PlacedProblem } from './problem';

export function duplicateKey(first: YamlScalar, again: YamlScalar, lines: LineIndex): PlacedProblem {
  const [message, two] = [first, again].map(({ offset }) => lines.positionAt(offset).line);
  return at(
    again,
    `The key "${keyName(again)}" stands twice in the same block: on line ${message} and on line ${two}. ` +
      'Only one of them can count; remove or rename the other.',
  );
}

export function compoundKey(key: YamlNode): PlacedProblem {
  return at(
    key,
    `A key has to be a name; here it is a ${key.kind === 'sequence' ? 'list' : 'mapping'}. ` +
      'Put it in double quotes if the brackets belong to the name.',
  );
}

export function unknownTag(tag: string, offset: number): PlacedProblem {
  return {
    message:
      `"${tag}" names a type that is not known here or does not fit the value. ` +
      'Remove it, or put the value in double quotes if the "!" belongs to it.',
    offset,
    length: tag.length,
  };
}

export function secondDocument(source: string, from: number): PlacedProblem {
  const marker = /^(?:---|\.\.\.)(?=\s|$)/gm;
  marker.lastIndex = from;
  return {
    message:
      'A second document starts here, and a file holds only one. ' +
      'Split the file, or remove the line ("---" or "...") that separates them.',
    offset: marker.exec(source)?.index ?? from,
    length: 3,
  };
}

function at({ offset, end }: YamlNode, message: string): PlacedProblem {
  return { message, offset, length: end - offset };
}
