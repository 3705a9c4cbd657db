/** How many meals the compiled policy prices for each that JsonLogic decides with the same table. */
import { step } from './steps.mjs'
import { build } from './targets.mjs'

const AT_LEAST = 20

/** One row. */
export async function measurePolicies() {
  await build('policy')
  const rows = []
  await step('量政策', async () => {
    const { policyRatio } = await import('../dist/policy/bench.js')
    const { ratio, perSecond, prices } = policyRatio()
    const note = ` 每秒 ${grouped(perSecond)} 次判断，${grouped(prices)} 张完整的价格`
    const what = '助餐政策的判断与 JsonLogic 之比（深圳）'
    rows.push({ what, value: Number(ratio.toFixed(1)), unit: ' 倍', atLeast: AT_LEAST, note })
  })
  return rows
}

const grouped = (count) => Math.round(count).toLocaleString('en')
