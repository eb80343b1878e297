import { describe, expect, it } from 'vitest'
import { forbiddenImports } from './rules.ts'
import { sourcesIn } from './source.ts'

describe('imports run one way', () => {
  it.each([...sourcesIn('src'), ...sourcesIn('adapters')])('$path', source => {
    expect(forbiddenImports(source)).toEqual([])
  })
})

describe('the import rule', () => {
  it.each([
    ['src/core/dialog/reply.ts', "import { readFile } from 'node:fs/promises'"],
    ['src/core/dialog/reply.ts', "import type { Config } from '../../server/config.ts'"],
    ['src/core/dialog/reply.ts', "export { ask } from '../../app/ask.ts'"],
    ['src/core/dialog/reply.ts', "import * as z from 'zod'"],
    ['src/core/dialog/reply.ts', "import lodash from 'lodash'"],
    ['src/core/ports.ts', "import { createLowdbStore } from '../../adapters/store/lowdb.ts'"],
    ['src/core/ports.ts', "const store = await import('../../adapters/store/lowdb.ts')"],
    ['src/app/ask.ts', "import '../server/app.ts'"],
    ['src/app/ask.ts', "import { createLowdbStore } from '../../adapters/store/lowdb.ts'"],
    ['src/app/ask.ts', "import { join } from 'node:path'"],
    ['src/server/app.ts', "import {\n  serve,\n} from '@hono/node-server'"],
    ['src/server/app.ts', "import { createLowdbStore } from '../../adapters/store/lowdb.ts'"],
    ['src/server/app.ts', "import '../node.ts'"],
    ['src/worker.ts', "import { storeContract } from '../tests/contracts/store.ts'"],
    ['adapters/store/lowdb.ts', "import { ask } from '../../src/app/ask.ts'"],
    ['adapters/store/lowdb.ts', "import { send } from '../feishu/send.ts'"],
    ['adapters/store/lowdb.ts', "import '../../src/node.ts'"],
    ['src/new-folder/file.ts', "import { Task } from '../core/model.ts'"],
  ])('forbids in %s: %s', (path, text) => {
    expect(forbiddenImports({ path, text })).toHaveLength(1)
  })

  it.each([
    ['src/core/dialog/reply.ts', "import type { Task } from '../model.ts'\nimport * as z from 'zod/mini'"],
    ['src/core/dialog/reply.ts', "// import fs from 'node:fs'\nconst quote = \"import 'node:fs'\".length // from 'x'"],
    ['src/app/ask.ts', "import { reply } from '../core/dialog/reply.ts'\nimport { open } from './open-ledger.ts'"],
    ['src/server/app.ts', "import { bodyLimit } from 'hono/body-limit'\nimport { ask } from '../app/ask.ts'"],
    ['src/node.ts', "import { createLowdbStore } from '../adapters/store/lowdb.ts'\nimport { join } from 'node:path'"],
    ['adapters/store/lowdb.ts', "import { open } from 'node:fs'\nimport { Low } from 'lowdb'\nimport './file.ts'"],
    ['adapters/store/lowdb.ts', "import type { Store } from '../../src/core/ports.ts'"],
  ])('allows in %s: %s', (path, text) => {
    expect(forbiddenImports({ path, text })).toEqual([])
  })
})
