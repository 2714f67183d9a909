export * from './data-table';
export * from './definitions';
export * from './emergency-group';
export * from './flow-milestone';
export * from './flow-outcome';
export * from './user-prompt';
