import { buildDiagram } from '../diagram/build-diagram';
import { placeDiagram } from '../diagram/layout';
import { diagramSvg } from '../diagram/svg';
import { readFlowModel } from '../flow/read-flow-model';
import type { RunModel } from '../run/run-model';
import type { FlowFile } from '../../check/project';
import { dataElement, markup, type Markup } from './markup';
import { pageText } from './page';

/** The page of a run: everything that happened, step by step, with the diagrams of its flows. */
export async function runPage(run: RunModel, flows: readonly FlowFile[]): Promise<string> {
  const names = [...new Set(run.executions.map(({ flow }) => flow))];
  const diagrams: Markup[] = [];
  for (const [i, name] of names.entries()) {
    const file = flows.find(({ flow }) => flow?.kind !== 'unknown' && flow?.name === name);
    if (file) diagrams.push(await diagramOf(file, name, i));
  }
  const { title, began, steps } = run;
  return pageText({
    title,
    script: 'run',
    body: markup`<header>
        <h1>${title}</h1>
        <p class="facts">
          ${new Date(began).toISOString()} · ${steps.length} steps · ${((steps.at(-1)?.at ?? 0) / 1000).toFixed(1)} s
        </p>
      </header>
      <main class="run-page">
        <section class="story" aria-label="What happened">
          <div class="toolbar" role="toolbar" aria-label="Steps">
            <button type="button" id="first" aria-label="First step">|◀</button>
            <button type="button" id="back" aria-label="Step back">◀</button>
            <button type="button" id="forward" aria-label="Step forward">▶</button>
            <button type="button" id="last" aria-label="Last step">▶|</button>
            <span id="position" role="status"></span>
            <label>Search <input type="search" id="search" autocomplete="off" placeholder="( / )" /></label>
            <label><input type="checkbox" id="quiet" checked /> details</label>
          </div>
          <div class="lanes">
            <div class="lane-heads" aria-hidden="true"></div>
            <div class="rows" role="listbox" tabindex="0" aria-label="Steps: the arrow keys go forward and back"></div>
          </div>
        </section>
        <div class="side">
          <p id="flow-name" class="kind"></p>
          <div class="canvas">${diagrams}</div>
          <section id="now" aria-label="This step" tabindex="0"></section>
        </div>
      </main>
      <noscript><ol>${steps.map(({ at, text }) => markup`<li>${(at / 1000).toFixed(1)} s: ${text}</li>`)}</ol></noscript>
      ${dataElement('run', run)}`,
  });
}

async function diagramOf(file: FlowFile, name: string, index: number): Promise<Markup> {
  const { flow } = file;
  if (!flow || flow.kind === 'unknown') return markup``;
  const model = readFlowModel(file);
  const placed = await placeDiagram(buildDiagram(flow, model), ['open']);
  return markup`<div class="flow-diagram" data-flow="${name}" tabindex="0" role="region" aria-label="Diagram of ${name}" hidden>${diagramSvg(placed, model, { prefix: `f${index}-` })}</div>`;
}
