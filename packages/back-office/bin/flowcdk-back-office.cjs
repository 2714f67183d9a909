#!/usr/bin/env node
// In a clone the command first brings what is built up to date; an installed package is built already.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const build = join(__dirname, '../../../scripts/build.cjs');
if (existsSync(join(__dirname, '../src')) && existsSync(build)) require(build);
require('../dist/cli/main.js').main();
