/**
 * Asks WeChat's builder for its verdicts, in a process of its own, which the builder never lets come to an end by itself:
 * node config/wechat-verdicts.mjs <folder of the builder> <folder of the project> <file for the verdicts>
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** How many things the builder is known to look at. */
const CHECKS = 11

const [builder, projectPath, results] = process.argv.slice(2)
const ci = createRequire(join(builder, 'package.json'))('miniprogram-ci')
const { appid, setting } = JSON.parse(readFileSync(join(projectPath, 'project.config.json'), 'utf8'))
ci.locales.setLocale('zh')

/** Without a key: what the builder would ask WeChat about the project, it takes from its own defaults. */
function aProject() {
  const project = new ci.Project({ appid, type: 'miniProgram', projectPath, privateKey: 'none' })
  project.attr = async () => ci.DefaultProjectAttr
  return project
}

/** Does some work and answers what the builder complained of meanwhile, since it goes on after most faults and calls it passed. */
async function complaintsOf(work) {
  const { warn, error } = console
  const complaints = []
  console.warn = console.error = (...words) => complaints.push(words.join(' '))
  try {
    await work()
  } catch (failure) {
    complaints.push(failure.message)
  } finally {
    Object.assign(console, { warn, error })
  }
  return complaints
}

async function quality() {
  let checks = []
  const complaints = await complaintsOf(async () => {
    checks = await ci.checkCodeQuality(aProject())
  })
  const missing = checks.length === CHECKS ? [] : [`${CHECKS} 项检查只做了 ${checks.length} 项`]
  return [
    ...checks.map(({ text, success, detail }) => ({
      title: text.replace(/[\s:：]+$/, ''),
      faults: success ? [] : [JSON.stringify(detail) ?? '在 project.config.json 和 app.config.ts 里'],
    })),
    { title: '检查都做完了', faults: [...complaints, ...missing] },
  ]
}

async function analysis() {
  const faults = await complaintsOf(() => ci.analyseCode(aProject()))
  return { title: '页面、组件和引用的文件都在', faults }
}

/** An upload without the sending. Its warnings are about itself; a fault is thrown. */
async function upload() {
  const wish = { project: aProject(), version: '0.0.0', desc: '', setting, onProgressUpdate: () => {} }
  try {
    await ci.getCompiledResult(wish, join(projectPath, 'upload.zip'))
    return { title: '能像上传时那样编译', faults: [] }
  } catch (failure) {
    return { title: '能像上传时那样编译', faults: [failure.message] }
  }
}

writeFileSync(results, JSON.stringify([...(await quality()), await analysis(), await upload()]))
process.exit(0)
