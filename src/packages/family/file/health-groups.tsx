import type { ActFor } from '#types/people'
import type { ElderFile } from '#types/people/elders'
import type { LocalDate } from '#types/values'
import { categoryName } from '#types/words/people/elders/categories'
import { dietWord } from '#types/words/people/elders/diets'
import { gradeWord } from '#types/words/policies/abilities'
import { Facts } from '@/components/facts'
import { ListRow } from '@/components/list-row'
import { Soft } from '@/components/text'
import { open } from '@/platform/navigation'
import { cloudNow } from '@/services/clock'
import { dateOf, longDate } from '@/services/dates'
import { callWord } from '@/services/words'
import { Group, type GroupProps } from './group'

/** 身体和饮食: there only where she agreed to it. */
export function HealthGroup({ elder, file, onChange }: GroupProps) {
  const { health, may } = file
  if (!health) {
    return (
      <Group title="身体和饮食">
        {may.decide ? <Agree elder={elder} /> : <Soft>{`要${callWord(elder)}同意了才看得到。`}</Soft>}
      </Group>
    )
  }
  const { ability, diet, allergies } = health
  return (
    <Group title="身体和饮食">
      <Facts
        rows={[
          { name: '忌口', value: diet.map((one) => dietWord[one]).join('、') || '没有填' },
          { name: '过敏', value: allergies.join('、') || '没有填' },
          { name: '能力等级', value: ability ? gradeWord(ability.grade) : '没有评过' },
        ]}
      />
      {ability && <Soft small>{`${longDate(ability.on)}，由${ability.assessor}评的。`}</Soft>}
      {may.correct && <ListRow title="改忌口和过敏" icon="pencil" onTap={() => onChange('food')} />}
      <Soft small>能力等级要改，请带评估的单子到驿站。</Soft>
    </Group>
  )
}

/** 身份和补贴: what she holds, from when to when. */
export function HeldGroup({ elder, file: { categories, may } }: GroupProps) {
  if (!categories) {
    return (
      <Group title="身份和补贴">
        {may.decide ? <Agree elder={elder} /> : <Soft>{`只有${callWord(elder)}自己和驿站看得到。`}</Soft>}
      </Group>
    )
  }
  const today = dateOf(cloudNow())
  return (
    <Group title="身份和补贴">
      {categories.length === 0 ? (
        <Soft>没有登记。有特困、低保、残疾证这些，请带到驿站，订餐可能有补贴。</Soft>
      ) : (
        <Facts
          rows={categories.map((held) => ({
            name: categoryName(held.category),
            value: validWord(held, today),
          }))}
        />
      )}
      {categories.length > 0 && <Soft small>要改，请带证件到驿站。</Soft>}
    </Group>
  )
}

type Held = NonNullable<ElderFile['categories']>[number]

/** 2026年1月1日起; 到 2026年12月31日; 2025年12月31日到期了 */
function validWord({ from, to }: Held, today: LocalDate): string {
  if (to !== null && to < today) return `${longDate(to)}到期了`
  return to === null ? `${longDate(from)}起` : `${longDate(from)}到${longDate(to)}`
}

/** What an elder herself does about a part that is not there. */
function Agree({ elder }: { elder: ActFor }) {
  return (
    <>
      <Soft>还没有同意填这些，所以是空的。</Soft>
      <ListRow
        title="看一看要不要同意"
        icon="shield-check"
        onTap={() => open('packages/family/privacy', { elderId: elder.id })}
      />
    </>
  )
}
