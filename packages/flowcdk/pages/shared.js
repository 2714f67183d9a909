// What all pages share: finding elements, tabs, and a drawing that can be moved and zoomed.

document.documentElement.classList.add('js');

const byId = (id) => document.getElementById(id);

/** The data of an element that the page carries. */
const dataOf = (id) => {
  const element = byId(id);
  return element ? JSON.parse(element.textContent) : undefined;
};

/** Shows one tab and hides the others. */
function showTab(name) {
  for (const tab of document.querySelectorAll('.tab')) tab.hidden = tab.id !== name;
  for (const link of document.querySelectorAll('[data-tab]')) {
    if (link.dataset.tab === name) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

for (const link of document.querySelectorAll('[data-tab]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    showTab(link.dataset.tab);
  });
}

/** A drawing in a frame: the wheel and + and - zoom, dragging and the arrow keys move. */
class Viewer {
  constructor(canvas) {
    this.canvas = canvas;
    this.svg = canvas.querySelector('svg');
    const { width, height } = this.svg.viewBox.baseVal;
    this.svg.removeAttribute('width');
    this.svg.removeAttribute('height');
    this.resize(width, height);
    this.#listen();
  }

  resize(width, height) {
    this.size = { width, height };
    this.fit();
  }

  /** Shows the beginning at a size that can be read; the whole where it is small enough. */
  fit() {
    const { clientWidth: w, clientHeight: h } = this.canvas;
    const scale = Math.max(Math.min(w / this.size.width, h / this.size.height, 1.2), 0.8) || 1;
    this.view = { x: 0, y: 0, width: w / scale, height: h / scale };
    if (this.size.width * scale < w) this.view.x = -(w / scale - this.size.width) / 2;
    this.#show();
    if (this.size.width * scale > w) this.#showStart();
  }

  /** A wide drawing begins somewhere in the middle. */
  #showStart() {
    const container = this.svg.querySelector('[data-from="start"]')?.dataset.to;
    const start = this.svg.querySelector(`[data-container="${container}"] .dot.enter`);
    if (!start || start.getClientRects().length === 0) return;
    const { y } = this.view;
    this.center(start);
    if (this.view.y < this.view.height / 2) this.move(0, y - this.view.y);
  }

  whole() {
    const { clientWidth: w, clientHeight: h } = this.canvas;
    const scale = Math.min(w / this.size.width, h / this.size.height) || 1;
    this.view = { x: -(w / scale - this.size.width) / 2, y: 0, width: w / scale, height: h / scale };
    this.#show();
  }

  zoom(factor, at) {
    const { x, y, width, height } = this.view;
    const center = at ?? { x: x + width / 2, y: y + height / 2 };
    const next = Math.min(Math.max(width / factor, 80), 40 * this.size.width + 4000);
    const scale = next / width;
    this.view = {
      x: center.x - (center.x - x) * scale,
      y: center.y - (center.y - y) * scale,
      width: next,
      height: height * scale,
    };
    this.#show();
  }

  move(dx, dy) {
    this.view.x += dx;
    this.view.y += dy;
    this.#show();
  }

  /** Brings a part of the drawing into the middle. */
  center(element) {
    const box = element.getBoundingClientRect();
    const frame = this.canvas.getBoundingClientRect();
    const scale = this.view.width / (frame.width || 1);
    this.move(
      (box.left + box.width / 2 - frame.left - frame.width / 2) * scale,
      (box.top + box.height / 2 - frame.top - frame.height / 2) * scale,
    );
  }

  #show() {
    const { x, y, width, height } = this.view;
    this.svg.setAttribute('viewBox', `${x} ${y} ${Math.max(width, 1)} ${Math.max(height, 1)}`);
  }

  #listen() {
    const { canvas } = this;
    canvas.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        const frame = canvas.getBoundingClientRect();
        const scale = this.view.width / (frame.width || 1);
        const at = {
          x: this.view.x + (event.clientX - frame.left) * scale,
          y: this.view.y + (event.clientY - frame.top) * scale,
        };
        this.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, at);
      },
      { passive: false },
    );
    let last;
    canvas.addEventListener('pointerdown', (event) => (last = { x: event.clientX, y: event.clientY, far: 0 }));
    canvas.addEventListener('pointermove', (event) => {
      if (!last || event.buttons === 0) return;
      const scale = this.view.width / (canvas.clientWidth || 1);
      const [dx, dy] = [event.clientX - last.x, event.clientY - last.y];
      this.move(-dx * scale, -dy * scale);
      last = { x: event.clientX, y: event.clientY, far: last.far + Math.abs(dx) + Math.abs(dy) };
    });
    // Who dragged the drawing did not want to choose what was under the pointer.
    canvas.addEventListener(
      'click',
      (event) => {
        if (last && last.far > 6) {
          event.preventDefault();
          event.stopPropagation();
        }
        last = undefined;
      },
      true,
    );
    canvas.addEventListener('dragstart', (event) => event.preventDefault());
    canvas.addEventListener('keydown', (event) => {
      if (event.target !== canvas || event.ctrlKey || event.metaKey || event.altKey) return;
      const step = this.view.width / 10;
      const act = {
        '+': () => this.zoom(1.25),
        '=': () => this.zoom(1.25),
        '-': () => this.zoom(0.8),
        0: () => this.fit(),
        ArrowLeft: () => this.move(-step, 0),
        ArrowRight: () => this.move(step, 0),
        ArrowUp: () => this.move(0, -step),
        ArrowDown: () => this.move(0, step),
      }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    });
  }
}
