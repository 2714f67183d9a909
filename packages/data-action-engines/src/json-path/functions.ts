import { JavaNumber } from '../java/number';
import { JavaList, JavaMap, type JavaValue, textOf } from '../java/value';
import type { PathContext } from './context';
import { invalid } from './path-error';
import { type FunctionCall, type Operand } from './tree';

/**
 * A function at the end of a path, as later versions of Jayway's JsonPath have them (documented in its README; they are
 * seen in published actions): what the path before it finds goes in.
 */
export function callFunction(call: FunctionCall, input: JavaValue, item: JavaValue, context: PathContext): JavaValue {
  const args = call.arguments.map((argument) => valueOf(argument, item, context));
  switch (call.name) {
    case 'length':
    case 'size':
      return lengthOf(args.length > 0 ? (args[0] ?? null) : input);
    case 'keys':
      return input instanceof JavaMap ? new JavaList(input.entries().map(({ key }) => key)) : null;
    case 'concat':
      return concatenated([...(input instanceof JavaList ? input.items : []), ...args], context);
    case 'append':
      return input instanceof JavaList ? new JavaList([...input.items, ...args]) : input;
    case 'first':
      return itemAt(input, 0);
    case 'last':
      return itemAt(input, -1);
    case 'index':
      return itemAt(input, args[0] instanceof JavaNumber ? args[0].int : 0);
    default:
      return aggregate(call.name, [...(input instanceof JavaList ? input.items : []), ...args]);
  }
}

function valueOf(operand: Operand, item: JavaValue, context: PathContext): JavaValue {
  if (operand.kind === 'path') return context.find(operand.path, item, context);
  if (operand.kind === 'value') return operand.value;
  if (operand.kind === 'pattern') return operand.source;
  return /^-?\d+(?:\.\d+)?$/.test(operand.text) ? JavaNumber.read(operand.text) : operand.text;
}

/** Of a list or an object how many it has, of a text its characters; of anything else null. */
function lengthOf(value: JavaValue): JavaValue {
  if (typeof value === 'string') return JavaNumber.integer(value.length);
  if (value instanceof JavaList) return JavaNumber.integer(value.items.length);
  return value instanceof JavaMap ? JavaNumber.integer(value.size) : null;
}

function itemAt(value: JavaValue, index: number): JavaValue {
  if (!(value instanceof JavaList)) throw invalid('the function is applied to something that is no list');
  const item = value.items[index < 0 ? value.items.length + index : index];
  if (item === undefined) throw invalid(`there is no item ${index} in a list of ${value.items.length}`);
  return item;
}

const concatenated = (items: readonly JavaValue[], { work }: PathContext): string =>
  work.text(items.map((item) => (item === null ? '' : (textOf(item, work) ?? ''))).join(''));

/** Only the numbers count; without any there is nothing to reckon with. */
function aggregate(name: string, items: readonly JavaValue[]): JavaNumber {
  const numbers = items.filter((item) => item instanceof JavaNumber).map(({ double }) => double);
  if (numbers.length === 0) throw invalid(`${name}() is applied to no numbers`);
  const sum = numbers.reduce((a, b) => a + b, 0);
  const mean = sum / numbers.length;
  switch (name) {
    case 'sum':
      return JavaNumber.double(sum);
    case 'avg':
      return JavaNumber.double(mean);
    case 'min':
      return JavaNumber.double(numbers.reduce((a, b) => Math.min(a, b)));
    case 'max':
      return JavaNumber.double(numbers.reduce((a, b) => Math.max(a, b)));
    default:
      return JavaNumber.double(
        Math.sqrt(numbers.reduce((whole, each) => whole + (each - mean) ** 2, 0) / numbers.length),
      );
  }
}
