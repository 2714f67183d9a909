import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coverageTable, FlowCoverage, percent } from './flow-coverage';

interface CoverageReporterOptions {
  /** The run fails if a flow was covered less, in percent. @default 0 */
  readonly threshold?: number;
  /** Names of flows that the report leaves out. */
  readonly ignore?: readonly string[];
}

/**
 * Prints after a run of jest which ways of the flows never ran.
 *
 * ```js
 * // jest.config.js
 * reporters: ['default', ['flowcdk/testing/coverage-reporter', { threshold: 90 }]]
 * ```
 */
class FlowCoverageReporter {
  readonly #folder: string;
  #problem: Error | undefined;

  constructor(
    _config: unknown,
    private readonly options: CoverageReporterOptions = {},
  ) {
    this.#folder = mkdtempSync(join(tmpdir(), 'flowcdk-coverage-'));
    // Workers of jest begin later and inherit the variable.
    process.env['FLOWCDK_FLOW_COVERAGE'] = this.#folder;
  }

  onRunComplete(): void {
    const { threshold = Number(process.env['FLOWCDK_FLOW_COVERAGE_THRESHOLD'] ?? 0), ignore = [] } = this.options;
    const coverage = FlowCoverage.readFrom(this.#folder);
    // `flowcdk inspect --coverage` marks what never ran.
    coverage.writeFile(join('coverage', 'flow-coverage.json'));
    const flows = coverage.flows.filter(({ flow }) => !ignore.includes(flow));
    rmSync(this.#folder, { recursive: true, force: true });
    process.stdout.write(`\nFlow coverage\n${coverageTable(flows)}\n`);
    const below = flows.filter(({ taken, ways }) => percent(taken, ways) < threshold);
    if (below.length === 0) return;
    const named = below.map(({ flow, taken, ways }) => `${flow} ${percent(taken, ways)}%`).join(', ');
    this.#problem = new Error(`flow coverage is below ${threshold}%: ${named}`);
    process.stdout.write(`${this.#problem.message}\n`);
  }

  getLastError(): Error | undefined {
    return this.#problem;
  }
}

// Jest wants the class itself; a default export beside `__esModule` would mean something else to bundlers.
export = FlowCoverageReporter;
