import { posix } from 'node:path'
import { codeOnly, importsOf, type SourceFile, withoutComments } from './source.ts'

/** Where a file stands: `core ← adapters`, `core ← app ← server ← entry`. */
type Layer = 'core' | 'app' | 'server' | 'entry' | 'adapters' | 'elsewhere'

interface Allowance {
  readonly layers: readonly Layer[]
  /** Packages by name, or any; `node:` modules only where they are named. */
  readonly packages: readonly string[] | 'any'
}

const ALLOWED: Readonly<Record<Layer, Allowance>> = {
  core: { layers: ['core'], packages: ['zod/mini', 'fuse.js'] },
  app: { layers: ['core', 'app'], packages: ['zod/mini'] },
  server: { layers: ['core', 'app', 'server'], packages: ['zod/mini', 'hono'] },
  entry: { layers: ['core', 'app', 'server', 'entry', 'adapters'], packages: 'any' },
  adapters: { layers: ['core'], packages: 'any' },
  elsewhere: { layers: [], packages: [] },
}

const LAYER_OF_FOLDER: readonly (readonly [RegExp, Layer])[] = [
  [/^src\/core\//, 'core'],
  [/^src\/app\//, 'app'],
  [/^src\/server\//, 'server'],
  [/^src\/[^/]+\.ts$/, 'entry'],
  [/^adapters\//, 'adapters'],
]

function layerOf(path: string): Layer {
  return LAYER_OF_FOLDER.find(([folder]) => folder.test(path))?.[1] ?? 'elsewhere'
}

/** Imports that go against the one way. An adapter sees its own folder and core, never its neighbours. */
export function forbiddenImports({ path, text }: SourceFile): string[] {
  return importsOf(text).filter(specifier => !mayImport(path, specifier))
}

function mayImport(path: string, specifier: string): boolean {
  const { layers, packages } = ALLOWED[layerOf(path)]
  if (!specifier.startsWith('.')) {
    return packages === 'any' || packages.some(name => specifier === name || specifier.startsWith(`${name}/`))
  }
  const target = posix.join(posix.dirname(path), specifier)
  if (layers.includes(layerOf(target))) return true
  return path.startsWith('adapters/') && posix.dirname(target).startsWith(folderOfAdapter(path))
}

/** adapters/store/lowdb.ts => adapters/store */
function folderOfAdapter(path: string): string {
  return path.split('/').slice(0, 2).join('/')
}

/** What would make the same question give another answer elsewhere or tomorrow, or tie core to one runtime. */
const IMPURE: Readonly<Record<string, RegExp>> = {
  'the clock': /\bDate\.now\b|\bnew Date\b(?!\s*\(\s*[^\s)])|(?<!new\s+|[\w.])Date\s*\(|\bTemporal\.Now\b/,
  chance: /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/,
  timers: /\b(?:setTimeout|setInterval|setImmediate|queueMicrotask)\b/,
  'the network': /(?<![\w.])(?:fetch|WebSocket|XMLHttpRequest)\b(?=\s*\()/,
  'the runtime':
    /(?<![\w.])(?:process|globalThis|console|performance|Deno|Bun)\s*[.[]|\bimport\.meta\b|(?<![\w.])require\s*\(/,
  "the machine's language": /\.toLocale\w*\(|\.localeCompare\(/,
  'code made at run time': /(?<![\w.])eval\s*\(|\bnew Function\b/,
}

/** The kinds of impurity in a file of core. */
export function impurities(text: string): string[] {
  const code = codeOnly(text)
  return Object.keys(IMPURE).filter(kind => IMPURE[kind]?.test(code))
}

/** Lines that hold code: neither blank nor comment. */
export function codeLines(text: string): number {
  return withoutComments(text)
    .split('\n')
    .filter(line => line.trim() !== '').length
}
