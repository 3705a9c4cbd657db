import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { open } from '@/platform/navigation'
import { type PartProps, pronounOf } from './part'
import { Subject } from './subject'

interface Props extends Pick<PartProps, 'stationId' | 'file'> {
  title: string
  /** What is not kept without her yes: 身体情况. */
  what: string
}

/** Nothing of a kind is kept before she has agreed to it; that can be written down first. */
export function NoConsent({ stationId, file, title, what }: Props) {
  const they = pronounOf(file)
  return (
    <Subject title={title} file={file}>
      <Empty
        icon="shield-check"
        title={`${they}没有同意记${what}`}
        hint={`先问${they}愿不愿意。愿意的话，记下同意再来填；不愿意就不记。`}
      >
        {file.may.verify && (
          <Button
            onTap={() => open('packages/staff/elder', { stationId, elderId: file.id, part: 'consents' })}
          >
            去记同意
          </Button>
        )}
      </Empty>
    </Subject>
  )
}
