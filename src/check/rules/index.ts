import type { Rule } from '../rule';
import { expressionSyntax } from './expression-syntax';
import { unknownAction } from './unknown-action';
import { unknownKey } from './unknown-key';

/** All rules, by family. */
export const rules: readonly Rule[] = [unknownKey, unknownAction, expressionSyntax];
