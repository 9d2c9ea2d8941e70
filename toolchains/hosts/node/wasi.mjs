// Runs a preview-1 module under Node's own `node:wasi`, so that V8 can be weighed like an engine with a command line.
// node wasi.mjs [--dir=HOST::GUEST]... [--env=NAME=VALUE]... MODULE [ARGUMENT]...
import { readFileSync } from "node:fs";
import { Guard } from "./guard.mjs";

const usage = "wasi.mjs [--dir=HOST::GUEST]... [--env=NAME=VALUE]... MODULE [ARGUMENT]...";

function refuse(problem) {
  process.stderr.write(`${problem}\nusage: ${usage}\n`);
  process.exit(2);
}

function pair(option, separator) {
  const value = option.slice(option.indexOf("=") + 1);
  const at = value.indexOf(separator);
  if (at < 1) refuse(`${option}: no ${separator} in it`);
  return [value.slice(0, at), value.slice(at + separator.length)];
}

function parse([...words]) {
  const preopens = {};
  const env = {};
  while (words[0]?.startsWith("--")) {
    const option = words.shift();
    if (option.startsWith("--dir=")) {
      const [outside, inside] = pair(option, "::");
      preopens[inside] = outside;
    } else if (option.startsWith("--env=")) {
      const [name, value] = pair(option, "=");
      env[name] = value;
    } else refuse(`${option}: unknown option`);
  }
  if (words.length === 0) refuse("no module given");
  return { preopens, env, args: words };
}

async function run({ preopens, env, args }) {
  const { WASI } = await import("node:wasi");
  const wasi = new WASI({ version: "preview1", args, env, preopens, returnOnExit: true });
  const guard = new Guard(Object.values(preopens));
  const module = new WebAssembly.Module(readFileSync(args[0]));
  const instance = new WebAssembly.Instance(module, guard.around(wasi.getImportObject()));
  guard.watch(instance.exports.memory);
  return wasi.start(instance);
}

const invocation = parse(process.argv.slice(2));
// `node:wasi` calls itself experimental on standard error, which is the guest's.
process.removeAllListeners("warning");
try {
  process.exitCode = await run(invocation);
} catch (trap) {
  process.stderr.write(`${trap.stack ?? trap}\n`);
  process.exitCode = 134;
}
