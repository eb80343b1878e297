import type { Doubt } from '../model.ts'
export function findDoubts(_: unknown): Doubt[] {
  return []
}
