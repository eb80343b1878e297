import { formatTable } from './table.ts'
import { benchWorkers } from './workers.ts'

console.log(formatTable(await benchWorkers()))
