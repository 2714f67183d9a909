import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

/** One field of a body or query that is wrong. */
export interface WrongField {
  /** JSON pointer: `/eventTime`. */
  readonly pointer: string;
  readonly detail: string;
}

/** A refusal as problem details (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly errors: readonly WrongField[] = [],
  ) {
    super(detail);
  }
}

export const notFound = (what: string): Problem => new Problem(404, 'Not found', `There is no ${what}.`);

/** After so many seconds a request that met a broken database can be sent again. */
const RETRY_AFTER = 5;

/** Sends whatever was thrown. What the service did not expect is logged, and its text stays inside. */
export function sendProblem(error: FastifyError | Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error);
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
  if (problem.status === 503) void reply.header('retry-after', String(RETRY_AFTER));
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .send({
      type: 'about:blank',
      title: problem.title,
      status: problem.status,
      detail: problem.detail,
      ...(problem.errors.length > 0 ? { errors: problem.errors } : {}),
    });
}

function problemOf(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error;
  if (error.validation) {
    const fields = error.validation.map(({ instancePath, params, message = 'is wrong' }) => ({
      pointer: pointerOf(
        error.validationContext,
        instancePath,
        params['missingProperty'] ?? params['additionalProperty'],
      ),
      detail: message,
    }));
    return new Problem(400, 'Bad request', 'The request has fields that are wrong.', fields);
  }
  const status = error.statusCode ?? 500;
  if (status < 500) return new Problem(status, 'Bad request', error.message);
  return new Problem(503, 'Service unavailable', 'The service cannot answer now. Nothing of the request was kept.');
}

function pointerOf(context: string | undefined, path: string, property: unknown): string {
  const pointer = typeof property === 'string' ? `${path}/${property}` : path;
  return context === undefined || context === 'body' ? pointer : `${context}${pointer}`;
}
