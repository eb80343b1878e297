import type { Speaker, Store } from '../../src/core/ports.ts'
import type { Proposal } from '../../src/core/progress/entry.ts'
import {
  accept,
  append,
  attempt,
  type Change,
  claim,
  dropProposal,
  giveBack,
  post,
  propose,
  put,
  settle,
  settleLetter,
} from './changes.ts'
import type { StoreState } from './state.ts'

/** The verbs of a Store over a state that holds nothing but what is durable, and a way to change it. */
export function createVerbs(state: StoreState, submit: <Result>(change: Change<Result>) => Promise<Result>): Store {
  const named = (now: Date): void => {
    state.latest = Math.max(state.latest, now.getTime())
  }
  return {
    documents: async () => state.documents,
    putDocument: document => submit(put(document)),
    claimOnce(key, term) {
      named(term.now)
      return submit(claim(key, term))
    },
    accept(received, term) {
      named(term.now)
      return submit(accept(received, term))
    },
    settle: id => submit(settle(id)),
    unsettled: async () => [...state.waiting.values()],
    append: (entries, context) => submit(append(entries, context)),
    entries: async seen => state.entries.slice(seen),
    propose: proposal => submit(propose(proposal)),
    async proposals(speaker, now) {
      named(now)
      return [...state.proposals.values()].filter(
        proposal => isAsked(proposal, speaker) && proposal.until > now.getTime(),
      )
    },
    dropProposal: id => submit(dropProposal(id)),
    post: letters => submit(post(letters)),
    letters: async () => [...state.letters.values()].sort((one, other) => one.notBefore - other.notBefore),
    attempt: (key, term) => submit(attempt(key, term)),
    giveBack: key => submit(giveBack(key)),
    settleLetter: (key, end) => submit(settleLetter(key, end)),
  }
}

const isAsked = ({ speaker }: Proposal, { chat, person }: Speaker): boolean =>
  speaker.chat === chat && speaker.person === person
