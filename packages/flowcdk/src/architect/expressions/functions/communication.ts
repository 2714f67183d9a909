import { newerFunc, overload, param, type FunctionDeclaration } from '../declaration';
import { textOf } from '../format-value';
import { CommunicationValue, isList, type ConstantValue, type Value } from '../values';

const formats = ['stringFormat', 'dateFormat', 'timeFormat', 'numberFormat', 'currencyFormat'] as const;

export const communication: readonly FunctionDeclaration[] = [
  newerFunc('MakeCommunication', 'communication', 'What a bot says, from texts and other communications in order.', [
    overload([param('part?...', 'anything')], 'communication', (...parts) => joinedParts(parts)),
  ]),
  newerFunc('ToCommunication', 'communication', 'A value as something a bot says, with an optional format.', [
    overload([param('value?', 'communication')], 'communication', (value) => value),
    overload([param('value?', 'any')], 'communication', (value) => joinedParts([value])),
    overload([param('values', 'any[]')], 'communication', (values) => joinedParts([textOf(values)])),
    ...formats.map((format) =>
      overload([param('value?', 'any'), param('format', format)], 'communication', (value, shape) =>
        said(textOf(value as Value) ?? '', shape as ConstantValue),
      ),
    ),
  ]),
  newerFunc('ToCommunicationSsml', 'communication', 'Marked-up speech (SSML) as something a bot says.', [
    overload(
      [param('ssml?', 'string')],
      'communication',
      (ssml) => new CommunicationValue([{ text: ssml ?? '', ssml: true }]),
    ),
  ]),
  newerFunc('ToCommunicationBlank', 'communication', 'A pause of so many milliseconds in what a bot says.', [
    overload(
      [param('lengthMs', 'integer')],
      'communication',
      (milliseconds) => new CommunicationValue([{ text: `<break time="${milliseconds}ms"/>`, ssml: true }]),
    ),
  ]),
  newerFunc('ResolveSlot', 'communication', 'The value a bot has for a slot.', [
    overload([param('slot?', 'any')], 'any', (slot) => slot),
  ]),
];

function said(text: string, { name }: ConstantValue): CommunicationValue {
  return new CommunicationValue([{ text, ssml: false, format: name }]);
}

function joinedParts(parts: readonly Value[]): CommunicationValue {
  return new CommunicationValue(
    parts.flatMap((part) => {
      if (part === null) return [];
      if (part instanceof CommunicationValue) return part.parts;
      return isList(part) ? [] : [{ text: textOf(part) ?? '', ssml: false }];
    }),
  );
}
