import { Call } from '../../../../src/emulator/api/call';
import { ApiProblem } from '../../../../src/emulator/api/refusals';
import { Reply, type Route } from '../../../../src/emulator/api/route';
import type { Runtime } from '../../../../src/emulator/runtime/runtime';
import type { Json } from '../../../../src/emulator/state/json';
import type { Org } from '../../../../src/emulator/state/org';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Asks routes without a server: `ask('GET /api/v2/conversations/abc?expand=x')`. */
export const asker =
  (routes: readonly Route[], org: Org, runtime?: Runtime) =>
  (request: string, body?: Json): Answer => {
    const [method = '', url = ''] = request.split(' ');
    const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
    for (const route of routes) {
      const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
      const match = new RegExp(`^${route.path.replace(/:\w+/g, '([^/]+)')}$`).exec(pathname);
      if (route.method !== method || !match) continue;
      const params = Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(match[i + 1] ?? '')]));
      const parts = {
        org,
        params,
        query: Object.fromEntries(searchParams),
        body,
        text: JSON.stringify(body ?? ''),
        origin: 'http://127.0.0.1',
        authorization: undefined,
        ...(runtime ? { runtime } : {}),
      };
      try {
        const result = route.handle(new Call(parts));
        return result instanceof Reply ? { status: result.status, body: result.body } : { status: 200, body: result };
      } catch (problem) {
        if (!(problem instanceof ApiProblem)) throw problem;
        return { status: problem.status === 'wrongValue' ? 400 : problem.status, body: problem.message };
      }
    }
    throw new Error(`no route for ${request}`);
  };
