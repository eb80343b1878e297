// Postinstall: compiles nodejieba for the Node that will run Duban, against the C headers that come with it (no download).
// It never fails the install: where nodejieba cannot be built, documents are imported without key terms and every answer
// stays the same. Plain Node 20 syntax, because the machine's own Node runs this where no pinned one is installed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { modules, pinnedNode } from '../runtime/pinned-node.mjs'

const require = createRequire(import.meta.url)
const jieba = join(modules, 'nodejieba')
const verbose = process.argv.includes('--verbose')

/** Points node-gyp at the headers beside that Node. Without them, and on Windows (node.lib), it downloads its own. */
function headers(node) {
  const home = dirname(dirname(node))
  const here = process.platform !== 'win32' && existsSync(join(home, 'include', 'node', 'node.h'))
  return here ? [`--nodedir=${home}`] : []
}

/** Whether it cuts: nodejieba loads without its binary and throws only when used. */
function works(node) {
  const probe = `require(${JSON.stringify(jieba)}).cut('督办')`
  return spawnSync(node, ['-e', probe], { stdio: 'ignore' }).status === 0
}

function build(node) {
  const gyp = require.resolve('node-gyp/bin/node-gyp.js')
  const result = spawnSync(node, [gyp, 'rebuild', '-C', jieba, ...headers(node)], {
    encoding: 'utf8',
    stdio: verbose ? 'inherit' : 'pipe',
    timeout: 300_000,
    maxBuffer: 64 * 1024 * 1024,
  })
  if (result.error) throw result.error
  if (result.status !== 0) throw new Error(verbose ? 'see above' : reason(`${result.stdout}\n${result.stderr}`))
}

/** What stopped it, in the words of make or node-gyp. */
function reason(output) {
  const line = output.split('\n').find(line => /not found|\berror:|gyp ERR! stack/i.test(line))
  return line ? line.replace(/^gyp ERR! stack (Error: )?/, '').trim() : 'node-gyp failed'
}

function main() {
  const node = pinnedNode() || process.execPath
  if (!existsSync(jieba)) throw new Error('npm did not install it')
  if (!works(node)) build(node)
  if (!works(node)) throw new Error('it was compiled but does not load')
}

try {
  main()
} catch (error) {
  const skipped = `nodejieba was not built (${error.message}): imports get no key terms, answers stay the same.`
  console.log(`duban: ${skipped} More: node adapters/segmenter/build-nodejieba.mjs --verbose`)
}
