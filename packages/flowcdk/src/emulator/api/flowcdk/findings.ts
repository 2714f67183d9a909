import type { FindingInOrg } from '../../publish/findings-in-org';
import type { JsonObject } from '../../state/json';
import type { Call } from '../call';
import { loadPublisher, publisher } from '../publisher';
import type { Route } from '../route';
import { ownRoute } from './own-route';

/** More than anybody reads. */
const MOST = 10_000;

/** A finding as the API shows it. */
function shown({ kind, id, name, finding }: FindingInOrg): JsonObject {
  const { rule, severity, message, help, path, at, excerpt } = finding;
  return {
    kind,
    id,
    name,
    rule,
    severity,
    message,
    ...(help === undefined ? {} : { help }),
    ...(path === undefined ? {} : { path }),
    ...(at === undefined ? {} : { line: at.line, column: at.column }),
    ...(excerpt === undefined ? {} : { excerpt: excerpt.text }),
  };
}

function find(call: Call): JsonObject {
  const kind = call.query('kind');
  const all = publisher()
    .findingsInOrg(call.org)
    .filter((item) => kind === undefined || item.kind === kind);
  return { entities: all.slice(0, MOST).map(shown), total: all.length };
}

export const findingRoutes: readonly Route[] = [
  ownRoute({
    method: 'GET',
    path: '/flowcdk/findings',
    does: 'tells what the rules of `flowcdk check` find in the data actions, triggers and flows of the org, whoever wrote them',
    answers: [200],
    query: { kind: 'those about a `dataAction`, a `trigger` or a `flow`' },
    prepare: loadPublisher,
    handle: find,
  }),
];
