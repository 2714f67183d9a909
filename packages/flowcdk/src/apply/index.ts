/** Brings a synthesized stack to an org through its HTTP API, without Terraform. */
export { type Request, type Response, type Send } from './api';
export { type Applied, applyStack, type ApplyOptions, type Did, type Step } from './apply-stack';
export { type Client, logIn } from './log-in';
export { readStack, type Stack, stackFolders } from './stack';
export { readState, type State, writeState } from './state';
export { fromEnvironment, madeUp } from './variables';
