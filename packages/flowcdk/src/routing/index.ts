export * from './definitions';
export * from './flow-milestone';
export * from './flow-outcome';
