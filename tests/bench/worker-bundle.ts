import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** The Worker as it would be uploaded. */
export interface WorkerBundle {
  readonly folder: string
  readonly program: string
  /** Everything else that is loaded with it, by name. */
  readonly texts: readonly string[]
  readonly gzipKibibytes: number
}

/** Makes the bundle that `wrangler deploy` would upload, in an empty folder, and uploads nothing. */
export function bundleWorker(folder: string): WorkerBundle {
  const args = ['node_modules/wrangler/bin/wrangler.js', 'deploy', '--dry-run', '--outdir', folder]
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`wrangler failed: ${stderr}`)
  const texts = readdirSync(folder).filter(name => name.endsWith('.txt'))
  const loaded = ['worker.js', ...texts].map(name => readFileSync(join(folder, name)))
  return {
    folder,
    program: loaded[0]?.toString() ?? '',
    texts,
    gzipKibibytes: loaded.reduce((sum, bytes) => sum + gzipSync(bytes).length / 1024, 0),
  }
}
