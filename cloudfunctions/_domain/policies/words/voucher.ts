import type { VoucherPolicy } from '#types/policies/care'
import { payerWord } from '#types/words/payers'
import { meetWords } from './amounts'
import { conditionWords } from './conditions'
import { perWords, ruleRow, tableWords } from './monthly'
import { type Said, said } from './said'
import { yuan } from './yuan'

/** What a voucher policy says. */
export function voucherWords(policy: VoucherPolicy): Said[] {
  const { vouchers, services, per, meet, yearly } = policy
  const rows = vouchers.map(({ rule, payer, who, percent, monthlyCap }) => {
    const share =
      typeof percent === 'number'
        ? `抵 ${percent}%`
        : `抵 ${Object.entries(percent.byService)
            .map(([name, part]) => `${services[name] ?? name} ${part}%`)
            .join('、')}`
    const most = `每月最多 ${tableWords(monthlyCap, yuan, policy)}`
    return ruleRow(rule, [share, most], `${conditionWords(who, policy)}，${payerWord[payer]}出`)
  })
  return [
    said(`抵扣：${perWords(per)}${vouchers.length > 1 ? `，${meetWords[meet]}` : ''}`, { rows }),
    ...(yearly ? [said(`一年最多 ${yuan(yearly.amount)}`)] : []),
  ]
}
