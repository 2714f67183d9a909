import type { FastifyLoggerOptions, FastifyServerOptions } from 'fastify';

/** Where logs go and how much is logged. */
export interface LogSettings {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** @default the standard output */
  readonly stream?: { write(line: string): void } | undefined;
}

/**
 * Logs as lines of JSON that name no person. The query of a request is left out, because numbers and customers stand in
 * it. Of an error its detail is left out, in which a database repeats the row that it refused.
 */
export const withoutPersonalData = ({ level, stream }: LogSettings): NonNullable<FastifyServerOptions['logger']> => ({
  level,
  ...(stream ? { stream } : {}),
  serializers,
});

const serializers: NonNullable<FastifyLoggerOptions['serializers']> = {
  req: ({ method, url }) => ({ method, path: url.split('?')[0] ?? '' }),
  res: ({ statusCode }) => ({ statusCode }),
  err: (error) => ({
    type: error.name,
    message: error.message,
    code: error.code,
    stack: error.stack ?? '',
  }),
};
