// The sources that have mutants.
const areas = {
  engines: /^packages\/data-action-engines\/src\//,
  expressions: /^packages\/flowcdk\/src\/architect\/expressions\//,
  rules: /^packages\/flowcdk\/src\/check\//,
  runtime: /^packages\/flowcdk\/src\/emulator\/runtime\//,
};

exports.areas = Object.keys(areas);

/** The area of a source file; undefined where its mutants are not looked at. */
exports.areaOf = (file) => exports.areas.find((name) => areas[name].test(file));
