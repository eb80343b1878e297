import type { Clock } from '../../src/core/ports.ts'

/** A token as the platform gave it. */
export interface IssuedToken {
  readonly value: string
  readonly expiresInMs: number
}

interface TokenOptions {
  readonly issue: () => Promise<IssuedToken>
  readonly renewMs: number
  readonly clock: Clock
}

/** The app's access token (tenant_access_token), one for all calls. */
export interface TokenSource {
  get(): Promise<string>
  /** This token was refused: the next call gets another one. Says nothing about a newer token. */
  drop(refused: string): void
}

/** Asks for a token once, however many calls want it at that moment. The SDK's own cache asks once for each. */
export function createTokenSource({ issue, renewMs, clock }: TokenOptions): TokenSource {
  let current: { readonly value: string; readonly renewAt: number } | null = null
  let coming: Promise<string> | null = null

  const renew = async (): Promise<string> => {
    try {
      const { value, expiresInMs } = await issue()
      current = { value, renewAt: clock.now().getTime() + expiresInMs - renewMs }
      return value
    } finally {
      coming = null
    }
  }

  return {
    async get() {
      if (current !== null && clock.now().getTime() < current.renewAt) return current.value
      coming ??= renew()
      return coming
    },
    drop(refused) {
      if (current?.value === refused) current = null
    },
  }
}
