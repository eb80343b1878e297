import { readdirSync, readFileSync } from 'node:fs'

/** A TypeScript file of the project, by its path from the top. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** Every TypeScript file below a folder. */
export function sourcesIn(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`)
    .map(path => ({ path, text: readFileSync(path, 'utf8') }))
}

/** A literal is matched so that a quote or a slash inside it opens nothing; a regex is known by what stands before it. */
const LITERAL_OR_COMMENT = new RegExp(
  [
    String.raw`(?<comment>/\*[^]*?\*/|//[^\n]*)`,
    String.raw`(?<string>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")`,
    String.raw`(?<template>${'`'}(?:\\.|[^${'`'}\\])*${'`'})`,
    String.raw`(?<regex>(?<=(?:[=(,:;!&|?{}[\n>]|return)\s*)/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+/[a-z]*)`,
  ].join('|'),
  'g',
)

/** The text without comments. */
export function withoutComments(text: string): string {
  return text.replace(LITERAL_OR_COMMENT, (literal: string, comment?: string) => (comment === undefined ? literal : ''))
}

/** The text without comments, and without what strings and regexes say. Templates stay, for the code in them. */
export function codeOnly(text: string): string {
  return text.replace(LITERAL_OR_COMMENT, (literal: string, _comment?: string, _string?: string, template?: string) =>
    template === undefined ? '""' : literal,
  )
}

const IMPORT =
  /(?:^(?:import|export)\s+(?:[\w*{][^'"`;]*?\sfrom\s+)?|(?<![\w.$])import\s*\(\s*)['"](?<specifier>[^'"\n]+)['"]/gm

/** What a file imports or exports from, static and dynamic, types included. */
export function importsOf(text: string): string[] {
  return [...withoutComments(text).matchAll(IMPORT)].map(match => match.groups?.['specifier'] ?? '')
}
