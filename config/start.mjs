/** `npm start`: installs and builds what is missing, then serves the local cloud, the app and the street in this process. */
import './node-version.mjs'

const help = `npm start：装好、编译好，在这台电脑上打开银龄驿。选项写在 npm start -- 后面：
  --port N      换一个端口，平时是 8787
  --data 目录   数据放在哪里，平时是 .data
  --memory      数据只留到停下为止
  --empty       只有人和菜单，还没有人订过餐、叫过人
  --district 目录  换成自己写的区，平时是 emulator/demo（写法见那里的 README.md）
  --latency 毫秒  每次调用数据库多等这么久，平时不等
  --instances N  每个云函数最多同时开几个实例，平时是 4
  --no-build    不重新编译
  --help        只看这些说明`

void import('./steps.mjs').then(({ launch }) =>
  launch(async () => {
    const args = process.argv.slice(2)
    if (args.includes('--help')) {
      console.log(help)
      return
    }
    const { endWithParent } = await import('./with-parent.mjs')
    endWithParent()
    const { requireKnown } = await import('./options.mjs')
    requireKnown(args, help)
    const { install } = await import('./install.mjs')
    const { build, requireBuilt } = await import('./targets.mjs')
    const parts = ['h5', 'cloud', 'emulator']
    if (args.includes('--no-build')) requireBuilt(parts)
    await install()
    if (!args.includes('--no-build')) for (const name of parts) await build(name)

    console.log('正在打开。看到 ready 以后，在浏览器里打开它后面的地址；按 Ctrl-C 结束。')
    process.argv = [...process.argv.slice(0, 2), ...args.filter((arg) => arg !== '--no-build')]
    await import('../dist/emulator/main.js')
  }),
)
