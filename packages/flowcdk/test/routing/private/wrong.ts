import type { Definition } from '../../../src';

/** What is wrong with a definition, without the place, and what to do. */
export const wrong = ({ problems = [] }: Definition): string[] =>
  problems.map(({ path, message, help }) => `${path === undefined ? '' : `${path}: `}${message}\n    ${help}`);
