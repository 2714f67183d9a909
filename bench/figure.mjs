// What a figure is, and what it is in words. A figure that measured nothing must not pass for one that did.

/**
 * The figure, if its numbers are numbers. Null stands for what could not be measured here.
 *
 * @param {object} figure see README.md
 */
export function checked(figure) {
  for (const field of ['value', 'peerValue', 'ratio']) {
    const number = figure[field];
    if (number !== null && !(Number.isFinite(number) && number > 0)) {
      throw new Error(`${figure.name}: ${field} is ${String(number)}, so nothing was measured`);
    }
  }
  if (figure.value === null && figure.met !== null) throw new Error(`${figure.name}: judged without a value`);
  return figure;
}

/** A figure for people. */
export function inWords({ name, value, unit, peer, peerValue, ratio, goal, met }) {
  const measured = value === null ? 'not measured' : `${short(value)} ${unit}`;
  const beside = peerValue === null ? peer : `${peer}: ${short(peerValue)} ${unit} (${short(ratio)} ×)`;
  const aim = goal === null ? '' : `\n    goal ${goal}: ${met === null ? 'unknown' : met ? 'met' : 'NOT met'}`;
  return `${name}: ${measured}\n    ${beside}${aim}`;
}

function short(number) {
  return number >= 100 ? Math.round(number).toLocaleString('en') : String(Number(number.toPrecision(3)));
}
