/**
 * A `Date` whose present is moved by an offset: `new Date()`, `Date.now()` and `Date()` answer the moved time, everything
 * else (parsing, given instants, `instanceof`) stays as it was.
 * @param offset milliseconds, asked at every use
 */
export function shiftedDate(RealDate: DateConstructor, offset: () => number): DateConstructor {
  const now = () => RealDate.now() + offset()

  return new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [now()], newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  })
}
