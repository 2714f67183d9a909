import type { Json } from '../../emulator/state/json';
import type { InspectedFlow } from '../site/flow-site';
import { inputsFrom, type TriggerModel } from '../stacks/trigger-model';
import { jsonBlock } from './data-action-page';
import { markup, type Markup } from './markup';
import { pageText } from './page';

/** The page of a trigger: its event in a sentence, its criteria, what the workflow gets, and an example. */
export function triggerPage(model: TriggerModel, workflow: InspectedFlow | undefined): string {
  const { resource, topic, meaning, isEnabled, criteria, delaySeconds, example, dataFormat } = model;
  const description = resource.values['description'];
  return pageText({
    title: `${resource.name}: trigger`,
    body: markup`<header>
        <h1>${resource.name}</h1>
        <p>${typeof description === 'string' && description}</p>
        <p class="facts">Trigger · ${isEnabled ? 'enabled' : 'not enabled'} · <a href="index.html">Overview</a></p>
      </header>
      <main class="text-page">
        <h2>When</h2>
        <p>
          ${meaning === undefined ? 'An event of this topic is published' : meaning}${delaySeconds > 0 && `, ${delaySeconds} seconds later`}.
          <code>${topic}</code>
        </p>
        <h2>Criteria</h2>
        ${
          criteria.length === 0
            ? markup`<p>Every event of the topic.</p>`
            : markup`<ul>
                ${criteria.map(
                  ({ jsonPath, operator, value, values }) =>
                    markup`<li>
                      <code>${jsonPath}</code> ${operator}
                      ${[value, values].flatMap((compared) => (compared === undefined || compared === null ? [] : [markup`<code>${JSON.stringify(compared)}</code>`]))}
                    </li>`,
                )}
              </ul>`
        }
        <h2>What the workflow gets</h2>
        ${workflow ? inputs(model, workflow) : markup`<p>Its workflow is not among what is shown here.</p>`}
        <h2>An event that fits</h2>
        ${jsonBlock(example.event as Json)}
        <ul>
          ${example.results.map(
            ({ jsonPath, operator, match }) =>
              markup`<li class="${match ? '' : 'failure'}">
                <code>${jsonPath}</code> ${operator}: ${match ? 'holds' : 'does not hold in this example'}
              </li>`,
          )}
        </ul>
        <p>
          ${dataFormat === 'Json' ? 'The workflow gets the whole event as the input jsonData.' : 'Every plain field goes to the input of its name.'}
        </p>
      </main>`,
  });
}

function inputs(model: TriggerModel, { model: flow, page }: InspectedFlow): Markup {
  const rows = inputsFrom(model, flow);
  return markup`<p><a href="${page}">${flow.name}</a></p>
    <table>
      <thead>
        <tr>
          <th scope="col">Input</th>
          <th scope="col">Type</th>
          <th scope="col">Field of the event</th>
          <th scope="col">In the example below</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ input, type, from, example }) =>
            markup`<tr>
              <th scope="row"><code>${input}</code></th>
              <td>${type}</td>
              <td>${from ?? markup`<span class="failure">none; it stays NOT_SET</span>`}</td>
              <td><code>${valueText(example)}</code></td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

const valueText = (value: Json | undefined): string =>
  value === undefined ? 'NOT_SET' : typeof value === 'string' ? value : JSON.stringify(value);
