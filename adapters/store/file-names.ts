/** The files of one ledger, all in one folder. */
export interface FileNames {
  /** The snapshot: data/duban.json */
  readonly ledger: string
  /** The snapshot before it. */
  readonly ledgerCopy: string
  /** What was changed since the snapshot: data/duban.journal.jsonl */
  readonly journal: string
  /** What was changed since the snapshot before it: it leads from `ledgerCopy` to `journal`. */
  readonly journalCopy: string
  /** Says which process writes. */
  readonly lock: string
}

export function fileNames(ledger: string): FileNames {
  const journal = `${ledger.replace(/\.json$/u, '')}.journal.jsonl`
  return { ledger, ledgerCopy: `${ledger}.bak`, journal, journalCopy: `${journal}.bak`, lock: `${ledger}.lock` }
}
