import { longest } from '#types/limits'
import type { FoundElder } from '#types/people/found'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Field } from '@/components/field'
import { LoadedPart } from '@/components/loaded-part'
import { More } from '@/components/more'
import { PageFrame } from '@/components/page-frame'
import { open } from '@/platform/navigation'
import { usePaused } from '@/services/use-paused'
import { Found } from './found'
import { useFound } from './use-found'

interface Props {
  title: string
  stationId: string
  text: string
  onText(text: string): void
  onFound(elder: FoundElder): void
}

/** How somebody is found whom another station looks after. */
const ofOthers = '别的驿站的老人，写全名加电话后四位，或者卡号。'

/** Looks for an elder of the district; who is not there yet can be registered at once. */
export function FindElder({ title, stationId, text, onText, onFound }: Props) {
  const wanted = usePaused(text.trim())
  const { found, more } = useFound(stationId, wanted)
  const register = (
    <Button kind="second" icon="user-plus" onTap={() => open('packages/staff/register', { stationId })}>
      登记老人
    </Button>
  )
  return (
    <PageFrame title={title} dense>
      <Field
        label="找老人"
        value={text}
        onChange={onText}
        placeholder="名字、尾号或卡号"
        maxLength={longest.search}
      />
      {wanted === '' ? (
        <Empty
          icon="search"
          title="先找到这位老人"
          hint={`写一个姓也能找，比如“王”。写拼音也行，比如“wxy”。${ofOthers}`}
        >
          {register}
        </Empty>
      ) : (
        <LoadedPart load={found}>
          {({ items: elders, isMore }) =>
            elders.length === 0 ? (
              <Empty
                icon="search"
                title={`没有找到“${wanted}”`}
                hint={`名字从姓写起，看看写对了没有，或者换成电话后四位。${ofOthers}还没有登记的，先帮老人登记。`}
              >
                {register}
              </Empty>
            ) : (
              <Found
                elders={elders}
                onFound={onFound}
                more={
                  isMore && (
                    <More found={found} more={more}>
                      再看一些
                    </More>
                  )
                }
              />
            )
          }
        </LoadedPart>
      )}
    </PageFrame>
  )
}
