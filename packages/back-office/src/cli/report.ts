import { Command } from 'commander';
import { later, systemClock } from '../ground/clock';
import { type QualityReport, qualityReport } from '../report/quality';
import { moment, spanProblem } from './arguments';
import { print, printJson, withDatabase } from './with-database';

const MONTH = 30 * 24 * 3_600_000;

interface Options {
  readonly from?: Date;
  readonly to?: Date;
  readonly json?: boolean;
}

export const report = (): Command =>
  new Command('report')
    .description('how complete the records are')
    .option('--from <day>', 'since when (30 days before --to)', moment)
    .option('--to <day>', 'until when, exclusive (now)', moment)
    .option('--json', 'for programs')
    .action(async ({ to = later(systemClock.now(), 1), from = later(to, -MONTH), json }: Options, command: Command) => {
      const problem = spanProblem(from, to);
      if (problem !== undefined) command.error(problem, { exitCode: 2 });
      const figures = await withDatabase((db) => qualityReport(db, from, to));
      if (json) printJson(figures);
      else print(reportText(figures));
    });

/** The figures as a page of text. */
export function reportText(report: QualityReport): string {
  const share = (count: number): string =>
    report.records === 0 ? '' : ` (${((100 * count) / report.records).toFixed(1)} %)`;
  const lines = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).map(([name, count]) => `  ${name.padEnd(8)} ${count}`);
  const { delay } = report;
  return [
    `${report.from} to ${report.to}`,
    `${report.results} results, ${report.records} records`,
    `${report.withoutCustomer.count}${share(report.withoutCustomer.count)} without a customer`,
    ...lines(report.withoutCustomer.byChannel),
    `${report.replacedPairings.length} interactions with several customers`,
    ...report.replacedPairings.map(({ interactionId, customers }) => `  ${interactionId}: ${customers.join(', ')}`),
    `${report.parked.count} parked`,
    ...Object.entries(report.parked.byReason).map(([reason, count]) => `  ${count} ${reason}`),
    `${report.reconciled} found by the reconciliation`,
    delay === null
      ? 'no delay yet'
      : `from the end of the call to the record: ${delay.p50} s (half), ${delay.p95} s (95 %), ${delay.p99} s (99 %), ${delay.most} s (most)`,
    `${report.skewed} with a time that is more than an hour off`,
  ].join('\n');
}
