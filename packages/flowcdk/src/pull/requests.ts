/** A request that reading an org may need. */
export interface AllowedRequest {
  readonly method: 'GET' | 'POST';
  /** `{id}` stands for one part of a path. */
  readonly path: string;
  /** The permission it needs in the cloud. Absent where any client may ask. */
  readonly permission?: string;
  readonly reads: string;
}

/**
 * Everything that `pull`, `drift` and `compare` ask an org. A request that is not in this list is never sent. The only
 * request that leaves something behind is the one for an export job, which the platform needs to write a flow as YAML.
 *
 * Paths and permissions are documented by the API.
 */
export const allowedRequests: readonly AllowedRequest[] = [
  { method: 'GET', path: '/api/v2/organizations/me', reads: 'the name of the organisation' },
  { method: 'GET', path: '/api/v2/authorization/divisions', reads: 'the names of divisions' },
  { method: 'GET', path: '/api/v2/flows', permission: 'architect:flow:view', reads: 'which flows there are' },
  {
    method: 'POST',
    path: '/api/v2/flows/export/jobs',
    permission: 'architect:jobExport:create',
    reads: 'a flow as YAML: begins an export job',
  },
  {
    method: 'GET',
    path: '/api/v2/flows/export/jobs/{id}',
    permission: 'architect:jobExport:view',
    reads: 'whether an export is ready, and its address',
  },
  { method: 'GET', path: '/api/v2/integrations', permission: 'integrations:integration:view', reads: 'integrations' },
  {
    method: 'GET',
    path: '/api/v2/integrations/actions',
    permission: 'integrations:action:view',
    reads: 'which data actions there are',
  },
  {
    method: 'GET',
    path: '/api/v2/integrations/actions/{id}',
    permission: 'integrations:action:view',
    reads: 'the contract and the configuration of a data action',
  },
  {
    method: 'GET',
    path: '/api/v2/integrations/actions/{id}/templates/{file}',
    permission: 'integrations:action:view',
    reads: 'the templates of a data action',
  },
  {
    method: 'GET',
    path: '/api/v2/processautomation/triggers',
    permission: 'processautomation:trigger:view',
    reads: 'triggers',
  },
  { method: 'GET', path: '/api/v2/routing/queues', permission: 'routing:queue:view', reads: 'queues' },
  { method: 'GET', path: '/api/v2/architect/prompts', permission: 'architect:userPrompt:view', reads: 'user prompts' },
  { method: 'GET', path: '/api/v2/architect/schedules', permission: 'routing:schedule:view', reads: 'schedules' },
  {
    method: 'GET',
    path: '/api/v2/architect/schedulegroups',
    permission: 'routing:scheduleGroup:view',
    reads: 'schedule groups',
  },
  {
    method: 'GET',
    path: '/api/v2/architect/emergencygroups',
    permission: 'routing:emergencyGroup:view',
    reads: 'emergency groups',
  },
  { method: 'GET', path: '/api/v2/architect/ivrs', permission: 'routing:callRoute:view', reads: 'call routes' },
  {
    method: 'GET',
    path: '/api/v2/flows/datatables',
    permission: 'architect:datatable:view',
    reads: 'data tables with their schemas',
  },
  {
    method: 'GET',
    path: '/api/v2/flows/datatables/{id}/rows',
    permission: 'architect:datatableRow:view',
    reads: 'the rows of data tables, with --rows',
  },
];

const patterns = allowedRequests.map(({ method, path }) => ({ method, parts: path.split('/') }));

/** Whether reading an org may send such a request. A query does not matter. */
export function isAllowed(method: string, path: string): boolean {
  const parts = (path.split('?')[0] ?? '').split('/');
  return patterns.some(
    (pattern) =>
      pattern.method === method &&
      pattern.parts.length === parts.length &&
      pattern.parts.every((part, i) => (part.startsWith('{') ? isOnePart(parts[i]) : part === parts[i])),
  );
}

const isOnePart = (part: string | undefined): boolean =>
  part !== undefined && part !== '' && part !== '.' && part !== '..' && !part.includes('%2');
