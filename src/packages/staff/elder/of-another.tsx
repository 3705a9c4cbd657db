import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { PageFrame } from '@/components/page-frame'
import { open } from '@/platform/navigation'

/** Somebody whom another station looks after: only that one reads and changes what is registered, and a meal is booked here all the same. */
export function OfAnother({ title, stationId }: { title: string; stationId: string }) {
  return (
    <PageFrame title={title} dense>
      <Empty
        icon="store"
        title="这位老人的登记，这里打不开"
        hint="老人是别的驿站登记的，登记由那个驿站看、那个驿站改，不用再登一次。要订餐，在“帮人订餐”里写全名加电话后四位，或者写卡号。"
      >
        <Button icon="utensils" onTap={() => open('packages/staff/book-for', { stationId })}>
          帮人订餐
        </Button>
      </Empty>
    </PageFrame>
  )
}
