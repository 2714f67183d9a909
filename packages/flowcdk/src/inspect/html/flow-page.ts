import { buildDiagram } from '../diagram/build-diagram';
import { type DiagramForm, placeDiagram, type PlacedDiagram } from '../diagram/layout';
import { diagramSvg, type Marks, pathOf } from '../diagram/svg';
import { actionsOfFlow, type FlowModel } from '../flow/flow-model';
import { kindName } from '../flow/kind-names';
import type { FlowFile } from '../../check/project';
import { type AddressOf, Details, findingItem, outlineHtml, yamlHtml } from './flow-parts';
import { dataElement, markup, type Markup } from './markup';
import { pageText } from './page';

export interface FlowPageOptions {
  /** Addresses of other pages. @default there are none */
  readonly addressOf?: AddressOf | undefined;
  /** Ways that tests took. @default nothing is marked */
  readonly marks?: Marks | undefined;
  /** The address of the overview. @default there is none */
  readonly overview?: string | undefined;
}

/** The diagram of a flow with its places; undefined where the file holds no flow. */
export async function placedDiagramOf({ flow }: FlowFile, model: FlowModel): Promise<PlacedDiagram | undefined> {
  return flow && flow.kind !== 'unknown' ? placeDiagram(buildDiagram(flow, model)) : undefined;
}

/** The page of one flow: diagram, details, outline, variables, findings and YAML, in one file. */
export async function flowPage(file: FlowFile, model: FlowModel, options: FlowPageOptions = {}): Promise<string> {
  const placed = await placedDiagramOf(file, model);
  const details = new Details(model, options.addressOf ?? (() => undefined));
  return pageText({
    title: `${model.name}: ${kindName(model.kind)} flow`,
    script: 'flow',
    body: markup`${header(model, options)}
<main class="flow-page">
<section class="drawing" aria-label="Diagram">${toolbar(model)}${
      placed
        ? markup`<div class="canvas" tabindex="0" role="region" aria-label="Diagram: arrow keys move it, + and - zoom">${diagramSvg(placed, model, options.marks)}</div>`
        : markup`<p>This file holds no flow that can be drawn.</p>`
    }</section>
<div class="side">
<nav class="tabs" aria-label="What is shown beside the diagram">${tabs.map(([id, label]) => markup`<a href="#${id}" data-tab="${id}">${label}</a>`)}</nav>
<section class="tab" id="details" aria-label="Details"><p class="hint">Choose an action in the diagram or in the outline.</p>${details.all()}</section>
<section class="tab" id="outline" aria-label="Outline"><h2>Outline</h2>${outlineHtml(model)}</section>
<section class="tab" id="variables" aria-label="Variables"><h2>Variables</h2>${details.variables()}</section>
<section class="tab" id="findings" aria-label="Findings"><h2>Findings</h2>${findingList(model)}</section>
<section class="tab" id="settings" aria-label="Settings of the flow"><h2>Settings of the flow</h2>${details.flowSettings()}</section>
<section class="tab" id="yaml" aria-label="YAML"><h2>YAML</h2>${yamlHtml(model.yaml)}</section>
</div>
</main>
${placed && dataElement('forms', formsData(placed.forms))}`,
  });
}

const tabs = [
  ['details', 'Details'],
  ['outline', 'Outline'],
  ['variables', 'Variables'],
  ['findings', 'Findings'],
  ['settings', 'Settings'],
  ['yaml', 'YAML'],
] as const;

function header(model: FlowModel, { overview, marks }: FlowPageOptions): Markup {
  const { name, kind, description, division, file } = model;
  const count = actionsOfFlow(model).length;
  const facts = [kind === 'unknown' ? 'no flow' : `${kindName(kind)} flow`, division, `${count} actions`, file];
  return markup`<header><h1>${name}</h1><p>${description}</p><p class="facts">${facts.filter((fact) => fact !== undefined).join(' · ')}${overview !== undefined && markup` · <a href="${overview}">Overview</a>`}${marks?.taken && markup` · <span class="missed-legend">ways that no test took are marked</span>`}</p></header>`;
}

const toolbar = ({ containers }: FlowModel): Markup =>
  markup`<div class="toolbar" role="toolbar" aria-label="Diagram"><label>Search <input type="search" id="search" autocomplete="off" placeholder="name, setting, variable  ( / )"></label><span id="matches" role="status"></span><label>Show <select id="form"><option value="open">all open</option><option value="closed">all closed</option>${containers.map(({ id, name }) => markup`<option value="${id}">only ${name}</option>`)}</select></label><button type="button" id="zoom-in" aria-label="Zoom in">+</button><button type="button" id="zoom-out" aria-label="Zoom out">−</button><button type="button" id="fit">Fit</button></div>`;

const findingList = ({ findings }: FlowModel): Markup =>
  findings.length === 0
    ? markup`<p>The rules find nothing.</p>`
    : markup`<ul class="findings">${findings.map(findingItem)}</ul>`;

/** The forms as the script needs them: sizes, places and paths. */
const formsData = (forms: PlacedDiagram['forms']): unknown =>
  Object.fromEntries(
    Object.entries(forms).map(([name, { width, height, places, edges }]: [string, DiagramForm]) => [
      name,
      {
        size: [Math.ceil(width), Math.ceil(height)],
        places: Object.fromEntries(
          Object.entries(places).map(([id, { x, y }]) => [id, [Math.round(x), Math.round(y)]]),
        ),
        edges: edges.map(pathOf),
      },
    ]),
  );
