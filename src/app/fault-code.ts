import { digestOf } from './digest.ts'

/** What a person can read out on the phone so that the log line of a failure is found: the same for the same message. */
export async function faultCode(id: string): Promise<string> {
  return (await digestOf(id)).slice(0, 6).toUpperCase()
}
