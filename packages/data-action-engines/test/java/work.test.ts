import { bounds, TooMuch, Work } from '../../src/java/work';

/** Does something so often. */
function times(count: number, act: () => void): void {
  for (let i = 0; i < count; i += 1) act();
}

test('so many steps are allowed, one more is too much', () => {
  const work = new Work();
  work.step(bounds.steps - 1);
  work.step();

  expect(work.steps).toBe(bounds.steps);
  expect(() => work.step()).toThrow(TooMuch);
});

test.each([
  [99, 0],
  [100, 1],
  [250, 2],
])('to look through %i characters costs %i steps', (characters, steps) => {
  const work = new Work();
  work.scan(characters);

  expect(work.steps).toBe(steps);
});

test('a text has at most two mebibytes, and all texts together sixteen', () => {
  const work = new Work();
  const longest = 2 * 1024 * 1024;

  expect(() => work.room(longest + 1)).toThrow(`makes a text of more than ${longest} characters`);
  times(8, () => work.room(longest));
  expect(() => work.room(1)).toThrow(`makes more than ${8 * longest} characters of text`);
});

test('a text is given back, and what only has to fit is not counted', () => {
  const work = new Work();

  expect(work.text('abc')).toBe('abc');
  expect(() => work.text('a'.repeat(bounds.text + 1))).toThrow(TooMuch);
  times(20, () => work.fits(bounds.text));
  expect(() => work.fits(bounds.text + 1)).toThrow(TooMuch);
});

test('two hundred levels are allowed, and each is left again', () => {
  const work = new Work();
  const down = (levels: number): number => (levels === 0 ? 0 : 1 + work.deeper(() => down(levels - 1)));

  times(3, () => expect(down(200)).toBe(200));
  expect(() => down(201)).toThrow('goes deeper than 200 levels');
  // A failure leaves the levels too.
  expect(down(200)).toBe(200);
});
