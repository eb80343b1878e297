import type { Annotation } from './annotation.ts'
import { plainAnnotations } from './plain-annotation.ts'
import { sentenceAnnotations } from './sentence-annotation.ts'

/** Every annotation in an item's own words, in order. Sentences count only where nothing is annotated more plainly. */
export function findAnnotations(text: string): Annotation[] {
  const plain = plainAnnotations(text)
  if (plain.some(annotation => annotation.said.mentions.length > 0)) return plain
  return [...plain, ...sentenceAnnotations(text)].sort((a, b) => a.start - b.start)
}
