/** `npm run deploy -- --env …`: brings an environment to where the product runs in it (docs/deploy.md). */
import './node-version.mjs'

const help = `npm run deploy -- --env 环境编号：把云开发环境做到能用。做过的不再做，断了再运行一次就接着做。
  --env 编号          云开发的环境编号
  --district 目录     第一批资料（区、街道、驿站、厨房、餐桌、政策），写法见 emulator/demo/README.md
  --plan              只说要做什么，什么也不做
  --upload-all        没有变的代码也重新上传
  --make-keys 文件    做一副新密钥写进这个文件，别的什么也不做
  --retire-key 名称   换完密钥以后，让这一把不再用（docs/keys.md）
  --help              只看这些说明
密码和密钥只从环境变量里取：TENCENTCLOUD_SECRETID、TENCENTCLOUD_SECRETKEY、FIELD_KEYS、DIGEST_KEYS、FIRST_SUPERVISOR、MINIPROGRAM_KEY。`

void import('./steps.mjs').then(({ launch, ROOT, runOpenly, LaunchFailure }) =>
  launch(async () => {
    const args = process.argv.slice(2)
    if (args.includes('--help')) {
      console.log(help)
      return
    }
    const { requireKnown } = await import('./options.mjs')
    requireKnown(args, help)
    const { install } = await import('./install.mjs')
    const { build } = await import('./targets.mjs')
    await install()
    await build('deploy')
    const { main } = await import('../dist/deploy/main.js')
    return main(args, {
      root: ROOT,
      environment: process.env,
      print: console.log,
      async buildFunctions() {
        await build('cloud')
        const { functionNames } = await import('./bundles.mjs')
        return functionNames()
      },
      async uploadPhone(envId, uploading) {
        process.env.CLOUD_ENV ||= envId
        await build('weapp')
        const code = await runOpenly('npx', uploading, { shell: process.platform === 'win32' })
        if (code !== 0)
          throw new LaunchFailure(
            `小程序没有传上去（退出码 ${code}）。云里的都做好了；再运行一次，或者在微信开发者工具里上传。`,
          )
      },
    })
  }),
)
