import {
  func,
  lazy,
  newer,
  newerFunc,
  notCalled,
  operator,
  overload,
  param,
  type FunctionDeclaration,
} from '../declaration';
import { areEqual } from '../equality';
import { Failure } from '../expression-error';
import { MAX_LIST_LENGTH } from '../limits';
import { type Kind } from '../types';
import { type Value } from '../values';
import { jsonItem, jsonLength } from './json';

const bracket = lazy(
  operator('[', 'bkt', 'list', 'The item at an index, counted from 0; or a property by its name.', [
    overload([param('index', 'integer'), param('collection', 'any[]')], 'any', notCalled),
    overload([param('propertyName', 'string'), param('objectWithProperties', 'any')], 'any', notCalled),
  ]),
);

/** The holders of constants. A dot may follow them, as it follows values with properties. */
const constantAccess: readonly (readonly [string, Kind, Kind])[] = [
  ['propertyToAccess', 'any', 'any'],
  ['propertyToAccess', 'complexObject', 'any'],
  ['BoolFormatEnum', 'boolFormats', 'boolFormat'],
  ['CurrencyFormatEnum', 'currencyFormats', 'currencyFormat'],
  ['DateFormatEnum', 'dateFormats', 'dateFormat'],
  ['NumberFormatEnum', 'numberFormats', 'numberFormat'],
  ['PhoneNumberFormatEnum', 'phoneNumberFormats', 'phoneNumberFormat'],
  ['conversationTypeEnum', 'conversationTypes', 'conversationType'],
  ['currencyEnum', 'currencies', 'currencyName'],
  ['dateTime', 'daysOfWeek', 'dayOfWeek'],
  ['languageEnum', 'languages', 'language'],
  ['regionEnum', 'regions', 'region'],
  ['surveyDispositionEnum', 'surveyDispositions', 'surveyDisposition'],
  ['StringFormatEnum', 'stringFormats', 'stringFormat'],
  ['TimeFormatEnum', 'timeFormats', 'timeFormat'],
  ['genderLanguageContextEnum', 'commonLanguageContexts', 'languageContext'],
  ['genderLanguageContextEnum', 'genderLanguageContexts', 'languageContext'],
  ['quantityLanguageContextEnum', 'quantityLanguageContexts', 'languageContext'],
  ['timePartEnum', 'timeParts', 'timePart'],
];

const dot = lazy(
  operator(
    '.',
    'propAccess',
    'list',
    'A property of a value, or a constant of a group of constants.',
    constantAccess.map(([name, of, member]) =>
      overload([param(name, 'string'), param('value', of)], member, notCalled),
    ),
  ),
);

export const lists: readonly FunctionDeclaration[] = [
  bracket,
  dot,
  func('GetAt', 'list', 'The item at an index, counted from 0; an index outside fails.', [
    overload([param('collection', 'any[]'), param('index', 'integer')], 'any', itemAt),
    newer(overload([param('array', 'json'), param('index', 'integer')], 'json', jsonItem)),
  ]),
  func('Count', 'list', 'Number of items; those that are NOT_SET count.', [
    overload([param('value', 'any[]')], 'integer', (items) => items.length),
    newer(overload([param('array', 'json')], 'integer', jsonLength)),
  ]),
  func('Find', 'list', 'Indexes of all items equal to one.', [
    overload([param('list', 'any[]'), param('item?', 'any')], 'integer[]', (items, sought) =>
      items.flatMap((item, index) => (areEqual(item, sought) ? [index] : [])),
    ),
  ]),
  func('FindFirst', 'list', 'Index of the first item equal to one; -1 if there is none.', [
    overload([param('list', 'any[]'), param('item?', 'any')], 'integer', (items, sought) =>
      items.findIndex((item) => areEqual(item, sought)),
    ),
  ]),
  func('MakeList', 'list', 'A collection of items, all of one type.', [
    overload([param('item?...', 'any')], 'any[]', (...items) => items),
  ]),
  func('MakeEmptyList', 'list', 'A collection without items, of the type of the argument.', [
    overload([param('item?', 'any')], 'any[]', () => []),
  ]),
  newerFunc('AddItem', 'list', 'The collection with one more item at its end.', [
    overload([param('collection', 'any[]'), param('item?', 'any')], 'any[]', (items, item) => {
      if (items.length >= MAX_LIST_LENGTH) throw new Failure(`a collection has at most ${MAX_LIST_LENGTH} items`);
      return [...items, item];
    }),
  ]),
];

/** The item at an index. An index outside the collection is a run-time error (documented). */
export function itemAt(items: readonly Value[], index: number): Value {
  const item = items[index];
  if (item !== undefined) return item;
  const range = items.length === 0 ? 'the collection is empty' : `it must be from 0 to ${items.length - 1}`;
  throw new Failure(`the index is ${index}, ${range}`);
}
