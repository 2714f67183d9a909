import type { Comparison, Logic, Difference } from '../compare';
import { count, print, type Style, styleFor } from './output';

/** What the two sides of a comparison are called. */
export interface Sides {
  readonly left: string;
  readonly right: string;
}

/** The longest text of a value in a line. Whole values stand in the JSON. */
const LONGEST = 120;

export const comparisonData = (comparison: Comparison, sides: Sides): object => ({ ...sides, ...comparison });

/** Prints where two sides differ. Prints nothing but a line where they are the same. */
export function printComparison({ onlyLeft, onlyRight, different, same }: Comparison, { left, right }: Sides): void {
  const style = styleFor(process.stdout);
  for (const item of onlyLeft) print(`${style.strong(item)}  only in ${left}`);
  for (const item of onlyRight) print(`${style.strong(item)}  only in ${right}`);
  for (const { item, differences } of different) {
    print(style.strong(item));
    for (const difference of differences) printDifference(difference, { left, right }, style);
  }
  const others = onlyLeft.length + onlyRight.length + different.length;
  if (others > 0) print(`\n${count(others, 'difference')} between ${left} and ${right}; ${same} the same.`);
}

function printDifference({ path, left, right }: Difference, sides: Sides, style: Style): void {
  print(`  ${path === '' ? 'content' : path}`);
  print(`    ${style.bad('-')} ${left === undefined ? `nothing in ${sides.left}` : shown(left)}`);
  print(`    ${style.good('+')} ${right === undefined ? `nothing in ${sides.right}` : shown(right)}`);
}

function shown(value: Logic): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
