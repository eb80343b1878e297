// Postinstall: makes sure that `node` in npm scripts and in `npx duban` is the pinned one. npm 11 links it by itself; npm 10,
// which comes with Node 20, drops `.bin/node` when it discards the pinned runtimes of the other platforms.
import { existsSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { modules, pinnedNode } from './pinned-node.mjs'

const node = pinnedNode()
const link = join(modules, '.bin', 'node')
if (node && process.platform !== 'win32' && !existsSync(link)) symlinkSync(relative(dirname(link), node), link)
