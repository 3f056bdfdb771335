// Loaded before the product by `node --import`: its clock begins at STARTED_AT and runs on from there, so
// that calls whose days are written in the presets are open whenever the tests are run.
const shift = Date.parse(process.env.STARTED_AT ?? '') - Date.now()
if (Number.isFinite(shift)) {
  const real = Date
  const now = () => real.now() + shift
  globalThis.Date = new Proxy(real, {
    construct: (target, given, made) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, made),
    apply: () => new real(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  })
}
