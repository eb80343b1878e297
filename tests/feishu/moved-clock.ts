/**
 * For `node --import`: the wall clock of a process is MOVED_CLOCK_MS ahead of the machine's. What depends on working hours can
 * be tried at any hour.
 */
const moved = Number(process.env['MOVED_CLOCK_MS'] ?? 0)
const machine = Date.now

globalThis.Date = new Proxy(Date, {
  construct: (target, given, self) => Reflect.construct(target, given.length === 0 ? [machine() + moved] : given, self),
  get: (target, name) => (name === 'now' ? () => machine() + moved : Reflect.get(target, name)),
})
