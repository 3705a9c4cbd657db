import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ConsentState } from '#types/people/elders'
import { decisionWayWord } from '#types/words/people/privacy/decision-ways'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { LoadedPart } from '@/components/loaded-part'
import { Notice } from '@/components/notice'
import { Tag, Tags } from '@/components/tag'
import { Lead, Soft } from '@/components/text'
import { dateOf, monthAndDay } from '@/services/dates'
import { useCloud } from '@/services/use-loaded'
import { nothingSaid } from '../paper-entry'
import { type PartProps, pronounOf } from './part'
import { RecordConsent } from './record-consent'
import { Subject } from './subject'
import './index.scss'

/** What she agreed to, each use of her data by itself; yes and no are written down as she says them. */
export function Consents({ file, onOutdated }: PartProps) {
  const they = pronounOf(file)
  const consents = useCloud('people.consentsOf', { elderId: file.id })
  const [asking, setAsking] = useState<{ consent: ConsentState; isGiven: boolean } | null>(null)
  // The same form mostly holds several answers: what was typed for one is there for the next.
  const [said, setSaid] = useState(nothingSaid)
  return (
    <Subject title={`${they}同意了什么`} file={file}>
      {file.state === 'pending' && (
        <Notice>{`念给${they}听，${they}点头了再记。没有同意之前，什么都不能替${they}办。`}</Notice>
      )}
      <LoadedPart load={consents}>
        {(list) =>
          list.map((consent) => (
            <Card key={consent.purpose}>
              <View className="staff-column">
                <Lead>{consent.title}</Lead>
                <Tags>{consent.given ? <Tag kind="ok">同意了</Tag> : <Tag kind="wait">没有同意</Tag>}</Tags>
                <View>{consent.text}</View>
                {consent.given && <Soft small>{givenWords(consent.given)}</Soft>}
                {isOutdated(consent) && <Soft small>同意的是以前的说明，请照新的再问一次。</Soft>}
                {consent.isOfOther && <Soft small>{ofOther}</Soft>}
                {(!consent.given || consent.isOfOther || isOutdated(consent)) && (
                  <Button
                    kind="second"
                    label={`记下同意：${consent.title}`}
                    onTap={() => setAsking({ consent, isGiven: true })}
                  >
                    记下同意
                  </Button>
                )}
                {consent.given && (
                  <Button
                    kind="quiet"
                    label={`记下收回：${consent.title}`}
                    onTap={() => setAsking({ consent, isGiven: false })}
                  >
                    记下收回
                  </Button>
                )}
              </View>
            </Card>
          ))
        }
      </LoadedPart>
      {asking && (
        <RecordConsent
          file={file}
          {...asking}
          said={said}
          onSaid={setSaid}
          onClose={() => setAsking(null)}
          onDone={(list) => {
            if (consents.state === 'ready') consents.put(list)
            onOutdated()
          }}
          onOutdated={() => void consents.reload()}
        />
      )}
    </Subject>
  )
}

const ofOther = '这是在另一份登记里同意的，只管那一份里写的内容。要在这一份里再写，请再问一次。'

const isOutdated = ({ given, version }: ConsentState) => given !== null && given.version !== version

function givenWords({ at, by, capacity, how, witness }: NonNullable<ConsentState['given']>): string {
  const who = capacity === 'guardian' ? `监护人${by}` : by
  return `${monthAndDay(dateOf(at))} ${who}${decisionWayWord[how]}同意的${witness ? `，${witness}在场` : ''}`
}
