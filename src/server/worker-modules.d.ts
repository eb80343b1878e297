/** What a bundler makes of a text file. */
declare module '*.txt' {
  const text: string
  // biome-ignore lint/style/noDefaultExport: what bundlers give.
  export default text
}

/** The part of the runtime's module that is used here (Durable Object base class): its methods can be called from outside. */
declare module 'cloudflare:workers' {
  export class DurableObject<State, Bindings> {
    constructor(state: State, bindings: Bindings)
  }
}
