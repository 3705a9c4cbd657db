import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { PageFrame } from '@/components/page-frame'
import { Soft } from '@/components/text'
import { useAct } from '@/services/use-act'
import { About, type ReviewProps } from './about'

/** Nobody looks at it yet. */
export function Take({ title, application, onChange, onOutdated }: ReviewProps) {
  const take = useAct('eligibility.take')
  const begin = async () => {
    const taken = await take.run({ applicationId: application.id })
    if (taken) onChange(taken)
    else onOutdated()
  }
  return (
    <PageFrame
      title={title}
      dense
      action={
        <>
          {take.trouble && <Notice>{take.trouble}</Notice>}
          <Button pending={take.isPending} onTap={() => void begin()}>
            开始看
          </Button>
        </>
      }
    >
      <About application={application} />
      <Soft>开始以后，这一份就归您看：家人会看到是您在办，照片也只有您能打开。看完要给一个答复。</Soft>
    </PageFrame>
  )
}
