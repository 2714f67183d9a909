import * as fc from 'fast-check';
import { form, rawBody, text, url } from '../../src/data-action';
import { bodyOf, sending, urlOf } from './private-probe';
import { rendered } from './private-rendered';

/** Texts that break templates: quotes, backslashes, line ends, everything Velocity and JSON take for their own. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '\\',
        '$',
        '#',
        '{',
        '}',
        '!',
        '\n',
        '\t',
        '&',
        '=',
        '?',
        '%',
        ' ',
        'end',
        'if(',
        'input.name',
        '\u2028',
        'é',
        '😀',
      ),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

const options = { seed: 20251121, numRuns: 300 };

test('a JSON body is what was declared, whatever the inputs and fixed texts hold', () => {
  fc.assert(
    fc.property(
      nasty,
      nasty,
      fc.option(nasty.filter((t) => t !== '')),
      fc.option(fc.integer()),
      (name, fixed, note, limit) => {
        const action = sending((inputs) => ({
          method: 'POST',
          url: 'https://a.example/',
          body: {
            note: inputs.note,
            [`k${fixed}`]: fixed,
            mixed: text`${fixed}${inputs.name}${fixed}`,
            inner: { note: inputs.note, limit: inputs.limit },
            list: [inputs.limit, inputs.name],
          },
        }));
        const input = { name, ...(note === null ? {} : { note }), ...(limit === null ? {} : { limit }) };

        expect(JSON.parse(rendered(bodyOf(action) ?? '', { input }))).toEqual({
          ...(note === null ? {} : { note }),
          [`k${fixed}`]: fixed,
          mixed: `${fixed}${name}${fixed}`,
          inner: { ...(note === null ? {} : { note }), ...(limit === null ? {} : { limit }) },
          list: [limit, name],
        });
      },
    ),
    options,
  );
});

test('a query and a form give back what was put in', () => {
  fc.assert(
    fc.property(nasty, nasty, fc.option(nasty.filter((t) => t !== '')), (name, fixed, note) => {
      const query = sending((inputs) => ({
        method: 'GET',
        url: 'https://a.example/',
        query: { note: inputs.note, fixed, name: inputs.name },
      }));
      const body = sending((inputs) => ({
        method: 'POST',
        url: 'https://a.example/',
        body: form({ note: inputs.note, fixed, name: inputs.name }),
      }));
      const input = { name, ...(note === null ? {} : { note }) };
      const expected = { fixed, name, ...(note === null ? {} : { note }) };

      const address = new URL(rendered(urlOf(query), { input }));
      expect(Object.fromEntries(address.searchParams)).toEqual(expected);
      expect(Object.fromEntries(new URLSearchParams(rendered(bodyOf(body) ?? '', { input })))).toEqual(expected);
    }),
    options,
  );
});

test('a value never leaves its place in a path', () => {
  fc.assert(
    fc.property(nasty, (name) => {
      const action = sending((inputs) => ({ method: 'GET', url: url`https://a.example/persons/${inputs.name}/calls` }));

      const path = rendered(urlOf(action), { input: { name } }).slice('https://a.example/persons/'.length);
      expect(path).toBe(`${encodeURIComponent(name)}/calls`);
    }),
    options,
  );
});

test('fixed text is sent as it was written', () => {
  fc.assert(
    fc.property(nasty, nasty, (fixed, name) => {
      const action = sending((inputs) => ({
        method: 'POST',
        url: 'https://a.example/',
        body: rawBody(text`${fixed}${inputs.name}${fixed}`, 'text/plain'),
      }));

      expect(rendered(bodyOf(action) ?? '', { input: { name } })).toBe(`${fixed}${name}${fixed}`);
    }),
    options,
  );
});
