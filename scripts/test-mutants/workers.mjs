// Processes of jest that run one test file after another, each with mutants or without.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const args = ['node_modules/jest/bin/jest.js', '--config', 'scripts/test-mutants/jest.config.cjs', '--runInBand'];

/** Milliseconds without a word after which a mutant counts as noticed: it runs in circles. */
const TOO_LONG = 40_000;
/** Milliseconds for a test file without a mutant, and for the start of jest; only a very busy machine can reach them. */
const AT_MOST = 300_000;

const running = new Set();

function kill(child) {
  // A group of its own, so that what tests start ends with them.
  if (process.platform === 'win32') child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
}

process.on('exit', () => running.forEach(kill));

/** A worker that begins a new process where the last one ended. */
export class Worker {
  #child;

  end() {
    if (this.#child) kill(this.#child);
    this.#child = undefined;
  }

  /** Waits for a message that ends something; `heard` takes those before it. undefined where the process ends first. */
  #hear(ends, patience, heard = () => undefined) {
    const child = this.#child;
    return new Promise((resolve) => {
      let timer;
      const settle = (answer) => {
        clearTimeout(timer);
        child.off('message', take).off('exit', stop);
        resolve(answer);
      };
      const stop = () => settle(undefined);
      const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(() => this.end(), patience);
      };
      const take = (message) => {
        if (message[ends] !== undefined) return settle(message);
        heard(message);
        wait();
      };
      child.on('message', take).on('exit', stop);
      wait();
    });
  }

  async #begin() {
    const child = spawn(process.execPath, [...args, '--silent'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      detached: process.platform !== 'win32',
    });
    running.add(child);
    child.once('exit', () => {
      running.delete(child);
      if (this.#child === child) this.#child = undefined;
    });
    this.#child = child;
    if (!(await this.#hear('ready', AT_MOST))) throw new Error(`jest did not start: node ${args.join(' ')}`);
  }

  async #ask(order, patience, heard) {
    if (this.#child === undefined) await this.#begin();
    this.#child.send(order);
    const answer = await this.#hear('took', patience, heard);
    if (answer?.isLarge) this.end();
    return answer;
  }

  /** Runs a test file without a mutant: `{ failed, notes, hits, took }`; undefined where it did not end. */
  watch(test) {
    return this.#ask({ way: 'watch', test }, AT_MOST);
  }

  /** Runs a test file with mutants: a verdict for each, and whether the file was spoilt by one of them. */
  async judge(order) {
    let current = 0;
    const answer = await this.#ask(order, TOO_LONG, ({ begins }) => (current = begins));
    if (answer) return answer;
    // The process ended, or had to end, by the mutant that was on. Those before it may have had any fate.
    return { verdicts: order.mutants.map((_, index) => (index === current ? 'noticed' : 'unknown')), isSpoilt: true };
  }
}
