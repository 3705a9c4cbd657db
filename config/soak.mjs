/** `npm run soak`: the races and the kill test for as long as nobody waits for them, and every Node that is promised. */
import './node-version.mjs'

/** Seeded schedules for so many requesters, and how often the emulator is killed. */
const RACES = [1, 10, 50, 200].map((requesters) => ({
  SCHEDULES: '1000',
  REQUESTERS: String(requesters),
  LARGE_SCHEDULES: '0',
}))
const KILLS = { KILLS: '200' }

void import('./steps.mjs').then(({ launch }) =>
  launch(async () => {
    const { install } = await import('./install.mjs')
    const { build } = await import('./targets.mjs')
    const { runOpenly } = await import('./steps.mjs')
    await install()
    for (const name of ['cloud', 'emulator']) await build(name)

    const jest = (file, env) =>
      runOpenly(process.execPath, ['node_modules/jest/bin/jest.js', file], {
        env: { ...process.env, ...env },
      })
    const codes = [await jest('tests/emulator/launch/kill', KILLS)]
    for (const race of RACES) codes.push(await jest('tests/cloud/races', race))
    codes.push(await runOpenly(process.execPath, ['config/node-versions.mjs']))
    return codes.every((code) => code === 0) ? 0 : 1
  }),
)
