export * from './architect';
export { type Finding, FlowcdkError } from './finding';
