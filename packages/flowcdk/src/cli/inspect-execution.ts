import { fieldsOf, isObject, itemsOf, type JsonObject, textOf } from '../emulator/state/json';
import type { FlowFile } from '../check/project';
import { EXIT } from './exit-code';
import { tokenOf } from './org-token';
import { complain } from './output';

/** Which run is fetched, and from where. */
export interface FetchedExecution {
  readonly execution: string;
  readonly org: string;
  readonly token?: string | undefined;
  /** The flows whose diagrams the page has. */
  readonly files: readonly FlowFile[];
}

/** The longest time for an answer, and for a job. Milliseconds. */
const PATIENCE = 30_000;

/** Between two questions whether a job is done. Milliseconds. */
const PAUSE = 500;

/** The page of a run that an org keeps. Tells what is wrong where there is none. */
export async function executionPage({
  execution,
  org,
  token: option,
  files,
}: FetchedExecution): Promise<string | undefined> {
  const { token = 'local', problem } = tokenOf(option);
  if (problem !== undefined) return refused(problem, EXIT.wrongUse);
  const whole = await executionData(execution, org.replace(/\/+$/, ''), token);
  if (typeof whole === 'string') return refused(whole, EXIT.findings);
  const { fetchedRun } = await import('../inspect/run/fetched-run');
  const { runPage } = await import('../inspect/run');
  return runPage(fetchedRun(whole), files);
}

function refused(message: string, code: number): undefined {
  complain(`flowcdk inspect: ${message}.`);
  process.exitCode = code;
  return undefined;
}

/**
 * What an org keeps of a run, or why it gives nothing. The answer is a job (documented): while it runs, it is asked for
 * again; when it is done, it says where the data is.
 */
async function executionData(execution: string, org: string, token: string): Promise<JsonObject | string> {
  const instances = `${org}/api/v2/flows/instances`;
  const until = Date.now() + PATIENCE;
  let job = await fetched(`${instances}/${encodeURIComponent(execution)}`, token);
  while (typeof job !== 'string' && isUnderWay(job)) {
    if (Date.now() > until) return `the org did not gather the data of the run within ${PATIENCE / 1000} s`;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    job = await fetched(`${instances}/jobs/${encodeURIComponent(textOf(job['id']) ?? '')}`, token);
  }
  if (typeof job === 'string') return job;
  const [entity] = itemsOf(job['entities']);
  const { downloadUri, failed, statusCode } = fieldsOf(entity);
  if (failed === true || job['jobState'] === 'Failed') {
    const status = typeof statusCode === 'number' ? ` (${statusCode})` : '';
    return `the org keeps no data of the run ${execution}${status}`;
  }
  if (typeof downloadUri !== 'string' || !URL.canParse(downloadUri)) return 'the org gives no address of the data';
  // Another host than the org itself does not get the token.
  const isOwn = new URL(downloadUri).origin === new URL(org).origin;
  return fetched(downloadUri, isOwn ? token : undefined);
}

const isUnderWay = (job: JsonObject): boolean => job['jobState'] === 'Registered' || job['jobState'] === 'Running';

/** The execution data, or why there is none. A message never repeats the token. */
async function fetched(url: string, token: string | undefined): Promise<JsonObject | string> {
  try {
    const answer = await fetch(url, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(PATIENCE),
    });
    const body: unknown = await answer.json().catch(() => undefined);
    if (answer.ok && isObject(body)) return body;
    const reason = isObject(body) && typeof body['message'] === 'string' ? `: ${body['message']}` : '';
    return `${url} answered ${answer.status}${reason}`;
  } catch (problem) {
    return `${url} cannot be reached: ${problem instanceof Error ? problem.message : String(problem)}`;
  }
}
