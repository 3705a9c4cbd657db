import type { Category, StandardCategory } from '#types/people/categories'
import { Checks } from '@/components/checks'
import { Choice, Choices } from '@/components/choice'
import { LoadedPart } from '@/components/loaded-part'
import { Title } from '@/components/text'
import { appliedWord } from '@/services/application-words'
import { useLikely } from '@/services/use-entitlements'
import { type Form, unsure } from './form'

const meanings: Record<StandardCategory, string> = {
  basicCareRecipient: '街道来评过、告诉过家里已经在名单上；多是特困、低保或者要人照护的老人',
  extremePoverty: '没有收入、也没有人赡养，由政府供养',
  subsistenceAllowance: '家里每月领低保金',
  nearSubsistence: '收入只比低保线高一点，有认定书',
  lowIncome: '家里收入低，有低收入家庭认定书',
  specialFamilyPlanning: '独生子女过世或者重残的家庭',
  entitledGroup: '退役军人、烈属等，领抚恤或者优待的',
  severeDisability: '残疾证上是一级或者二级',
  advancedAge: '领着高龄津贴，或者街道登记过是高龄老人',
  livingAlone: '一个人住，在居委会登记过',
  emptyNest: '儿女不在身边，在居委会登记过',
  leftBehind: '儿女长年在外地打工',
}

interface Props {
  form: Form
  district: string
  write(change: Partial<Form>): void
}

/** Which of the categories that count in this district apply, with what each means. */
export function CategoriesStep({ form, district, write }: Props) {
  const blank = useLikely({ district })
  const picked = Array.isArray(form.categories) ? form.categories : []
  const title = '下面哪些符合？'
  return (
    <>
      <Title>{title}</Title>
      <LoadedPart load={blank}>
        {({ applicable }) => (
          <Checks<Category>
            label={title}
            options={applicable.map((one) => ({
              value: one.category,
              word: appliedWord(one),
              hint: (meanings as Record<string, string>)[one.category],
            }))}
            values={picked}
            onChange={(categories) => write({ categories })}
          />
        )}
      </LoadedPart>
      <Choices label="一样也没有选">
        <Choice
          title="都不是"
          isPicked={form.categories === 'none'}
          onPick={() => write({ categories: 'none' })}
        />
        <Choice
          title="不清楚"
          isPicked={form.categories === unsure}
          onPick={() => write({ categories: unsure })}
        />
      </Choices>
    </>
  )
}
