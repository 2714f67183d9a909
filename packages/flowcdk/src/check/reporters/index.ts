import { json } from './json';
import { pretty } from './pretty';
import type { Reporter } from './report';
import { sarif } from './sarif';

/** All reporters, by the name on the command line. */
export const reporters = { pretty, json, sarif } as const satisfies Readonly<Record<string, Reporter>>;

export type ReporterName = keyof typeof reporters;
export const reporterNames = Object.keys(reporters) as readonly ReporterName[];

export { countOf, type Report, type Reporter, type Style } from './report';
