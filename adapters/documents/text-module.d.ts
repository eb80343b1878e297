/** What a bundler makes of a text file. */
declare module '*.txt' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: what bundlers give.
  export default text
}
