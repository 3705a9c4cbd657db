import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { LoadedPart } from '@/components/loaded-part'
import { Sheet } from '@/components/sheet'
import { Soft } from '@/components/text'
import { open, replaceBy } from '@/platform/navigation'
import { useLoaded } from '@/services/use-loaded'
import { Found } from '../find-elder/found'
import { loadFound } from '../find-elder/load-found'

interface Props {
  stationId: string
  name: string
  /** Those of the same name and birth date. */
  elderIds: readonly string[]
  onClose(): void
  /** The clerk has looked: this is another person. */
  onOther(): void
}

/** Before somebody is registered twice: is it one of these? */
export function MaybeSame({ stationId, name, elderIds, onClose, onOther }: Props) {
  const found = useLoaded(`find ${stationId} ${name}`, () => loadFound(stationId, name))
  return (
    <Sheet
      title="是不是这一位？"
      onClose={onClose}
      action={
        <Button kind="second" onTap={onOther}>
          不是，另登一位
        </Button>
      }
    >
      {`已经有 ${elderIds.length} 位同名、同一天出生的。`}
      <LoadedPart load={found}>
        {(elders) => {
          const shown = elders.filter(({ id }) => elderIds.includes(id))
          const unseen = elderIds.length - shown.length
          return (
            <>
              {shown.length > 0 && <View>是同一位就点开，不用再登。</View>}
              <Found
                elders={shown}
                onFound={({ id }) => replaceBy('packages/staff/elder', { stationId, elderId: id })}
              />
              {unseen > 0 && (
                <>
                  <Soft>
                    {`有 ${unseen} 位是别的驿站登记的，这里不显示。请问问老人有没有在别的驿站登记过：登记过的，用卡号或者全名加电话后四位就能找到，不用再登。`}
                  </Soft>
                  <Button kind="second" onTap={() => open('packages/staff/book-for', { stationId })}>
                    登记过，去找这位老人
                  </Button>
                </>
              )}
            </>
          )
        }}
      </LoadedPart>
    </Sheet>
  )
}
