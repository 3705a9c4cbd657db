import type { Application } from '#types/eligibility/applications'
import type { Applicable } from '#types/eligibility/entitlements'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ListRow } from '@/components/list-row'
import { LoadedPart } from '@/components/loaded-part'
import { LongList } from '@/components/long-list'
import { Heading } from '@/components/text'
import { open } from '@/platform/navigation'
import { answerBy, applicationTag, appliedWord, isAwaited, isHeld } from '@/services/application-words'
import { useApplications } from '@/services/use-applications'
import { useEntitlements } from '@/services/use-entitlements'
import { both } from '@/services/use-loaded'
import { NoConsent } from './no-consent'
import { type PartProps, pronounOf } from './part'
import { Subject } from './subject'

/** What was applied for on her behalf and how far it is, and what else can be. */
export function ApplyPart(props: PartProps) {
  const title = `替${pronounOf(props.file)}申请认定`
  if (!props.file.categories) return <NoConsent {...props} title={title} what="身份类别" />
  return <Applying {...props} title={title} />
}

const allHeld = '区里的政策用到的，这位老人都已经认定过了。快到期的时候会出现在这里。'

function Applying({ stationId, file, title }: PartProps & { title: string }) {
  const applications = useApplications(file.id)
  const entitlements = useEntitlements(file.id)
  return (
    <Subject title={title} file={file}>
      <LoadedPart load={both(applications, entitlements)}>
        {([sent, { applicable }]) => {
          const underWay = sent.filter(({ state }) => isAwaited(state) || state === 'returned')
          const others = applicable.filter(
            (one) => !isHeld(one) && !underWay.some(({ category }) => category === one.category),
          )
          return (
            <>
              {sent.length > 0 && <Heading>申请过的</Heading>}
              <LongList items={sent}>
                {(one) => (
                  <Card key={one.id}>
                    <ListRow
                      title={appliedWord(one)}
                      hint={stateHint(one)}
                      onTap={() =>
                        open('packages/benefits/application', { applicationId: one.id, stationId })
                      }
                    />
                  </Card>
                )}
              </LongList>
              {others.length > 0 && <Heading>还能申请</Heading>}
              {others.map((one) => (
                <Card key={one.category}>
                  <ListRow
                    title={appliedWord(one)}
                    hint={one.held ? '快到期了' : bringHint(one)}
                    onTap={() =>
                      open('packages/benefits/apply', {
                        elderId: file.id,
                        category: one.category,
                        label: one.label ?? undefined,
                        stationId,
                      })
                    }
                  />
                </Card>
              ))}
              {sent.length === 0 && others.length === 0 && (
                <Empty
                  icon="clipboard-list"
                  title="现在没有能申请的"
                  hint={applicable.some(isHeld) ? allHeld : '区里的政策用到哪一类，哪一类就会出现在这里。'}
                />
              )}
            </>
          )
        }}
      </LoadedPart>
    </Subject>
  )
}

function stateHint(application: Application): string {
  const { word } = applicationTag(application.state)
  return isAwaited(application.state) ? `${word}，${answerBy(application)}` : word
}

const bringHint = ({ bring }: Applicable) => (bring.length > 0 ? `要带${bring.join('、')}` : undefined)
