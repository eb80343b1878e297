type InTurn = <Result>(job: () => Promise<Result>) => Promise<Result>

/** Runs jobs one after another; one that fails does not stop the next. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return job => {
    const done = last.then(job, job)
    last = done
    return done
  }
}
