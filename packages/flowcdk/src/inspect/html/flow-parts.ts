import { expressionLines } from '../flow/expression-lines';
import {
  type ActionModel,
  allActions,
  type ContainerModel,
  type FlowModel,
  type PlacedFinding,
  type Setting,
  type VariableModel,
} from '../flow/flow-model';
import { kindName } from '../flow/kind-names';
import { titleOf } from '../flow/title';
import { markup, type Markup } from './markup';

/** What one page says of another page: the address of what is named, where there is a page for it. */
export type AddressOf = (kind: string, name: string) => string | undefined;

/** Characters of a line of code in the side panel. */
const PANEL = 30;

/** One setting as a row: its name, its value, and for an expression its type and the variables in it. */
const settingRow = ({ path, kind, text, type, variables }: Setting): Markup =>
  markup`<tr><th scope="row">${path}</th><td class="value ${kind}">${
    kind === 'expression' ? markup`<code>${expressionLines(text, PANEL).join('\n')}</code>` : text
  }${type === undefined ? undefined : markup` <span class="type">${type}</span>`}${
    variables &&
    (variables.length > 1 || variables[0]?.name !== text) &&
    markup`<div class="mentions">${variables.map(({ name, type: of }) => markup`<span><code>${name}</code> ${of}</span> `)}</div>`
  }</td></tr>`;

const settingsTable = (settings: readonly Setting[]): Markup | undefined =>
  settings.length === 0
    ? undefined
    : markup`<table class="settings"><caption>Settings</caption><tbody>${settings.map(settingRow)}</tbody></table>`;

/** A finding with what to do about it. */
export const findingItem = ({ severity, message, help, rule, line }: PlacedFinding): Markup =>
  markup`<li class="finding ${severity}"><strong>${severity}</strong> ${message}${
    help === undefined ? undefined : markup` <span class="help">${help}</span>`
  } <span class="rule">${rule}</span>${line === undefined ? undefined : markup` <a href="#L${line}">line ${line}</a>`}</li>`;

/** Everything that a side panel says of the actions and containers of a flow. One of them is shown at a time. */
export class Details {
  readonly #names: ReadonlyMap<string, string>;

  constructor(
    readonly model: FlowModel,
    readonly addressOf: AddressOf,
  ) {
    const actions = model.containers.flatMap((container) => allActions(container.actions));
    this.#names = new Map(actions.map((action) => [action.id, titleOf(action)]));
  }

  all(): Markup {
    return markup`${this.model.containers.map((container) => [
      this.#container(container),
      allActions(container.actions).map((action) => this.#action(action)),
    ])}`;
  }

  #container({ id, kind, name, settings, line, lastLine }: ContainerModel): Markup {
    return markup`<section class="detail" id="${id}" data-lines="${line}-${lastLine}" tabindex="-1"><h3>${name}</h3><p class="kind">${kindName(kind)}</p>${settingsTable(settings)}</section>`;
  }

  #action(action: ActionModel): Markup {
    const { id, kind, number, settings, ways, links, reads, sets, findings, line, lastLine } = action;
    return markup`<section class="detail" id="${id}" data-lines="${line}-${lastLine}" tabindex="-1"><h3>${titleOf(action)}</h3><p class="kind">${kindName(kind)}${number === undefined ? '' : `, action ${number}`}${action.key === undefined ? '' : `, key ${action.key}`}</p>
${findings.length > 0 && markup`<ul class="findings">${findings.map(findingItem)}</ul>`}${settingsTable(settings)}${
      ways.length > 0 &&
      markup`<h4>Ways</h4><ul>${ways.map(
        ({ label, tone, actions }) =>
          markup`<li class="${tone}">${label}: ${actions[0] ? this.#link(actions[0].id) : 'goes on'}</li>`,
      )}</ul>`
    }${
      links.length > 0 &&
      markup`<h4>Names</h4><ul>${links.map(({ kind: what, name, container }) => {
        const address = container === undefined ? this.addressOf(what, name) : `#${container}`;
        return markup`<li>${kindName(what)} ${address === undefined ? name : markup`<a href="${address}">${name}</a>`}</li>`;
      })}</ul>`
    }${this.#variables('Sets', sets)}${this.#variables('Reads', reads)}</section>`;
  }

  /** The variables of an action, each with the other actions that use it. */
  #variables(what: string, names: readonly string[]): Markup | undefined {
    if (names.length === 0) return undefined;
    return markup`<h4>${what}</h4><ul>${names.map((name) => {
      const variable = this.model.variables.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
      return markup`<li><code>${name}</code>${
        variable &&
        markup` <span class="uses">set by ${this.#setters(variable)}; read by ${this.#links(variable.readBy)}</span>`
      }</li>`;
    })}</ul>`;
  }

  /** An input has its first value from outside. */
  #setters({ isInput, setBy }: VariableModel): Markup {
    if (!isInput) return this.#links(setBy);
    return markup`who starts the flow${setBy.length > 0 && markup`, ${this.#links(setBy)}`}`;
  }

  #links(ids: readonly string[]): Markup {
    const shown = ids.slice(0, MOST_LINKS).map((id, i) => markup`${i > 0 && ', '}${this.#link(id)}`);
    const rest = ids.length - MOST_LINKS;
    return markup`${ids.length === 0 ? 'nobody' : shown}${rest > 0 && ` and ${rest} more`}`;
  }

  #link(id: string): Markup {
    return markup`<a href="#${id}">${this.#names.get(id) ?? id}</a>`;
  }

  variables(): Markup {
    const { variables, attributes } = this.model;
    return markup`<table><thead><tr><th scope="col">Variable</th><th scope="col">Type</th><th scope="col">First value</th><th scope="col">Set by</th><th scope="col">Read by</th></tr></thead><tbody>${variables.map(
      (variable) => {
        const { name, type, description, initialValue, isInput, isOutput, readBy } = variable;
        return markup`<tr><th scope="row"><code>${name}</code>${isInput && markup` <em>input</em>`}${isOutput && markup` <em>output</em>`}${description !== undefined && markup`<div class="help">${description}</div>`}</th><td>${type}</td><td>${initialValue}</td><td>${this.#setters(variable)}</td><td>${this.#links(readBy)}</td></tr>`;
      },
    )}</tbody></table>${
      attributes.length > 0 &&
      markup`<h3>Participant data</h3><table><thead><tr><th scope="col">Attribute</th><th scope="col">Written by</th><th scope="col">Read by</th></tr></thead><tbody>${attributes.map(
        ({ name, writtenBy, readBy }) =>
          markup`<tr><th scope="row">${name ?? 'known only when the flow runs'}</th><td>${this.#links(writtenBy)}</td><td>${this.#links(readBy)}</td></tr>`,
      )}</tbody></table>`
    }`;
  }

  flowSettings(): Markup | undefined {
    return settingsTable(this.model.settings);
  }
}

const MOST_LINKS = 12;

/** The flow as a list of lists. A screen reader and a printout can use it. */
export const outlineHtml = ({ containers }: FlowModel): Markup =>
  markup`<ol class="outline">${containers.map(
    ({ id, kind, name, isStart, actions }) =>
      markup`<li><a href="#${id}">${kindName(kind)} ${name}</a>${isStart && ' (the flow begins here)'}${outlineOf(actions)}</li>`,
  )}</ol>`;

const outlineOf = (actions: readonly ActionModel[]): Markup | undefined =>
  actions.length === 0
    ? undefined
    : markup`<ol>${actions.map(
        (action) =>
          markup`<li><a href="#${action.id}">${action.key === undefined ? '' : `${action.key}: `}${titleOf(action)}</a> <span class="kind">${kindName(action.kind)}</span>${waysOf(action)}</li>`,
      )}</ol>`;

const waysOf = ({ ways }: ActionModel): Markup | false =>
  ways.length > 0 &&
  markup`<ul>${ways.map(
    ({ label, tone, actions }) =>
      markup`<li><span class="way ${tone}">${label}</span>${actions.length === 0 ? markup` <span class="kind">goes on</span>` : outlineOf(actions)}</li>`,
  )}</ul>`;

/** The YAML with an anchor for each line. */
export const yamlHtml = (yaml: string): Markup =>
  markup`<pre class="yaml" tabindex="0" aria-label="YAML">${yaml
    .split(/\r\n?|\n/)
    .map((line, i) => markup`<span id="L${i + 1}">${line}\n</span>`)}</pre>`;
