import type { SheetRow } from '../../../src/core/progress/sheet.ts'

const EMPTY: SheetRow = {
  ordinal: '',
  task: '',
  leadUnits: [],
  supportingUnits: [],
  deadlines: [],
  targets: [],
  progress: '',
  state: '',
  problems: [],
  updatedAt: '',
  responsibleUnits: [],
  nextStep: '',
  warning: '',
  documentNumber: '',
  documentTitle: '',
}

/** A row of which a test sets only what it is about. */
export const sheetRow = (fields: Partial<SheetRow>): SheetRow => ({ ...EMPTY, ...fields })
