/** The ways on which events leave an org. */
export const wayNames = ['trigger', 'listener', 'bus'] as const;
export type WayName = (typeof wayNames)[number];

/** What a way needs besides the receiver of records. */
export interface Effort {
  /** What has to be there and has to be looked after. */
  readonly pieces: readonly string[];
  /** The lines of its sample in `ways`: no comments, no empty lines, no imports. A test counts them. */
  readonly linesOfCode: number;
}

/** What each way needs. */
export const efforts: Readonly<Record<WayName, Effort>> = {
  trigger: { pieces: ['trigger', 'workflow', 'data action', 'integration'], linesOfCode: 34 },
  listener: {
    pieces: ['OAuth client', 'process that always runs', 'store of positions', 'store of dead letters'],
    linesOfCode: 25,
  },
  bus: {
    pieces: [
      'integration',
      'AWS account',
      'event source',
      'bus',
      'rule',
      'target',
      'Lambda function',
      'dead-letter queue',
      'policy of the queue',
      'alarm',
      'archive',
    ],
    linesOfCode: 12,
  },
};
