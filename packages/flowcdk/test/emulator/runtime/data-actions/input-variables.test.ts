import { JavaMap } from '@flowcdk/data-action-engines/java';
import { inputFor, namedInputs } from '../../../../src/emulator/runtime/data-actions/input-variables';
import type { JsonObject } from '../../../../src/emulator/state/json';

test('templates name inputs, under other roots, too', () => {
  const named = namedInputs(['${input.id} $!{Input.name} $INPUT.id', '$input', '$inputs.x $output.y ${input.a-b.c}']);
  expect(named).toEqual({ roots: ['Input', 'INPUT'], names: ['id', 'name', 'a-b'] });
});

/** The input variable that a template sees, and the warnings. */
function inputIn(template: string, inputs: JsonObject, more?: JsonObject) {
  const warnings: string[] = [];
  const value = inputFor(namedInputs([template]), inputs, (warning) => warnings.push(warning), more);
  if (!(value instanceof JavaMap)) throw new Error('no map');
  return { of: (name: string) => value.find(name), warnings };
}

test('a name in another case means the input, with a warning', () => {
  const { of, warnings } = inputIn('$input.PHONE $input.Phone $input.phone', { phone: '+33' });
  expect(['phone', 'PHONE', 'Phone', 'other'].map(of)).toEqual(['+33', '+33', '+33', undefined]);
  expect(warnings).toEqual([
    'the template says PHONE, the input is phone',
    'the template says Phone, the input is phone',
  ]);
});

test('an input of that very name comes first', () => {
  const { of, warnings } = inputIn('$input.PHONE', { phone: '1', PHONE: '2' });
  expect([of('PHONE'), warnings]).toEqual(['2', []]);
});

test('what is no input has no value, and no warning', () => {
  const { of, warnings } = inputIn('$input.other', { phone: '1' });
  expect([of('other'), warnings]).toEqual([undefined, []]);
});

test('further variables come with the inputs', () => {
  const { of, warnings } = inputIn('$input.rawRequest', { RAWREQUEST: 'x' }, { rawRequest: '{}' });
  expect([of('rawRequest'), of('RAWREQUEST'), warnings]).toEqual(['{}', 'x', []]);
});

test('another root is warned about', () => {
  expect(inputIn('$Input.phone', { phone: '1' }).warnings).toEqual(['the template says Input, it is input']);
});
