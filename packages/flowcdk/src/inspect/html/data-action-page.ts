import type { Json } from '../../emulator/state/json';
import { titleOf } from '../flow/title';
import { actionsOfFlow } from '../flow/flow-model';
import type { InspectedFlow } from '../site/flow-site';
import type { ContractField, DataActionModel } from '../stacks/data-action-model';
import { markup, type Markup } from './markup';
import { pageText } from './page';

/** The page of a data action: its contract, its request and its mapping with an example, and who calls it. */
export function dataActionPage(model: DataActionModel, flows: readonly InspectedFlow[]): string {
  const { resource, category, method, timeoutSeconds, example } = model;
  return pageText({
    title: `${resource.name}: data action`,
    body: markup`<header>
        <h1>${resource.name}</h1>
        <p class="facts">Data action · ${category} · at most ${timeoutSeconds} s · <a href="index.html">Overview</a></p>
      </header>
      <main class="text-page">
        <h2>Contract</h2>
        ${fieldTable('Inputs', model.inputs)}${fieldTable('Outputs', model.outputs)}
        <h2>Request</h2>
        <p><strong>${method}</strong> <code>${model.url}</code></p>
        ${headerTable(model)}${
          model.body !== undefined &&
          markup`<h3>Body</h3>
            <pre tabindex="0">${model.body}</pre>`
        }
        <h3>With an example</h3>
        <p>Inputs</p>
        ${jsonBlock(example.inputs)}${
          example.request
            ? markup`<p>Request</p>
                <pre tabindex="0">
${method} ${example.request.url}
${Object.entries(example.request.headers).map(([name, value]) => `${name}: ${value}\n`)}${example.request.body}</pre>`
            : markup`<p class="failure">The request cannot be rendered with this example.</p>`
        }
        <h2>Mapping, step by step</h2>
        ${mappingTable(model)}${
          model.successTemplate !== undefined &&
          markup`<h3>Success template</h3>
            <pre tabindex="0">${model.successTemplate}</pre>`
        }
        <p>An answer of the service that fits the paths</p>
        ${jsonBlock(example.response ?? null)}
        <ol>
          ${example.steps.map(
            ({ step, result, problem }) =>
              markup`<li>
                ${step}${problem !== undefined && markup` <span class="failure">${problem}</span>`}${result !== undefined && jsonBlock(result)}
              </li>`,
          )}
        </ol>
        <h2>Who calls it</h2>
        ${callers(model, flows)}
      </main>`,
  });
}

const fieldTable = (caption: string, fields: readonly ContractField[]): Markup =>
  markup`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">Name</th>
        <th scope="col">Type</th>
        <th scope="col">Meaning</th>
      </tr>
    </thead>
    <tbody>
      ${fields.map(
        ({ name, type, description, isRequired }) =>
          markup`<tr>
            <th scope="row"><code>${name}</code>${isRequired && markup` <em>required</em>`}</th>
            <td>${type}</td>
            <td>${description}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

const headerTable = ({ headers }: DataActionModel): Markup | false =>
  headers.length > 0 &&
  markup`<table>
    <caption>
      Headers
    </caption>
    <tbody>
      ${headers.map(
        ([name, template]) =>
          markup`<tr>
            <th scope="row">${name}</th>
            <td><code>${template}</code></td>
          </tr>`,
      )}
    </tbody>
  </table>`;

const mappingTable = ({ translations }: DataActionModel): Markup =>
  translations.length === 0
    ? markup`<p>There is no translation map: the answer is the result.</p>`
    : markup`<table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Path in the answer</th>
            <th scope="col">Otherwise</th>
          </tr>
        </thead>
        <tbody>
          ${translations.map(
            ({ key, path, fallback }) =>
              markup`<tr>
                <th scope="row"><code>${key}</code></th>
                <td><code>${path}</code></td>
                <td>${fallback === undefined ? 'left out' : markup`<code>${fallback}</code>`}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;

export const jsonBlock = (data: Json): Markup => markup`<pre tabindex="0">${JSON.stringify(data, null, 2)}</pre>`;

/** Every action that calls it, and what each does when it fails. */
function callers({ resource: { name } }: DataActionModel, flows: readonly InspectedFlow[]): Markup {
  const calls = flows.flatMap(({ model, page }) =>
    actionsOfFlow(model)
      .filter(({ links }) => links.some((link) => link.kind === 'dataAction' && link.name === name))
      .map((action) => ({ action, model, page })),
  );
  if (calls.length === 0) return markup`<p>No flow here calls it.</p>`;
  return markup`<ul>
    ${calls.map(
      ({ action, model, page }) =>
        markup`<li>
          <a href="${page}#${action.id}">${model.name}: ${titleOf(action)}</a>
          <ul>
            ${action.ways.map(
              ({ label, tone, actions }) =>
                markup`<li class="${tone}">
                  ${label}: ${actions.length === 0 ? 'goes on' : actions.map(titleOf).join(', ')}
                </li>`,
            )}
          </ul>
        </li>`,
    )}
  </ul>`;
}
