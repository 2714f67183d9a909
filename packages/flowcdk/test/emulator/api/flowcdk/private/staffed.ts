import { callFlowYaml } from '../../../private/flows';
import { entitiesOf, localOrg } from '../../../private/local-org';

export const from = '+33142685300';

export const [line, other] = ['+442079460101', '+442079460102'];

/** A line that puts callers in a queue, and two agents. */
export async function staffed() {
  const org = localOrg();
  const ada = await org.create('/api/v2/users', { name: 'Ada', email: 'ada@example.com' });
  const grace = await org.create('/api/v2/users', { name: 'Grace', email: 'grace@example.com' });
  const queue = async (name: string, wrapupPrompt: string, member: string): Promise<string> => {
    const id = await org.create('/api/v2/routing/queues', { name, acwSettings: { wrapupPrompt } });
    await org.post(`/api/v2/routing/queues/${id}/members`, [{ id: member }]);
    return id;
  };
  const support = await queue('Support', 'AGENT_REQUESTED', ada);
  const returns = await queue('Returns', 'MANDATORY', grace);
  await org.create('/api/v2/routing/wrapupcodes', { name: 'Solved' });
  const transfer = `          - transferToAcd:
              name: Go
              targetQueue:
                lit:
                  name: Support`;
  const { flow } = await org.publish(callFlowYaml('Reception', transfer));
  const ivr = { name: 'Line', dnis: [line], openHoursFlow: { id: flow?.id } };
  await org.create('/api/v2/architect/ivrs', ivr);
  const { body } = await org.post('/flowcdk/calls', { from, to: line });
  const call = `/flowcdk/calls/${(body as { readonly id: string }).id}`;
  const agent = (step: string, sent?: unknown) => org.post(`${call}/agent/${step}`, sent);
  const happened = async () => entitiesOf(await org.get('/flowcdk/events?limit=1000')).map(({ type }) => type);
  const stateOf = async (user: string) =>
    ((await org.get(`/flowcdk/agents/${user}`)).body as { readonly state: string }).state;
  return { org, ada, grace, support, returns, call, agent, happened, stateOf };
}
