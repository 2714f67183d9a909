export { compareContents, type CompareOptions, type Comparison, type DifferentItem } from './compare-contents';
export { contentOfFlows, onlyFlows } from './flow-folder';
export { type Difference } from './differences';
export { type Logic } from './logic';
