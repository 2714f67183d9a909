#!/usr/bin/env node
// The command line. A project has a flowcdk of its own: whichever one is started, that one runs, so that the library is
// in memory once.
const { realpathSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');

function ofTheProject() {
  try {
    return createRequire(join(process.cwd(), 'package.json')).resolve('flowcdk/package.json');
  } catch {
    return undefined;
  }
}

const project = ofTheProject();
const own = realpathSync(join(__dirname, '../package.json'));
if (project !== undefined && realpathSync(project) !== own) require(join(project, '../bin/flowcdk.cjs'));
else {
  require('./up-to-date.cjs');
  require('../dist/cli/main.js').main();
}
