export { compareContents, type CompareOptions, type Comparison, type DifferentItem } from './compare-contents';
export { type Difference } from './differences';
export { type Logic } from './logic';
